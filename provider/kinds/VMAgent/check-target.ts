import type { Context } from "../../context";
import { checkAggregationRules } from "../../kubernetes/stream-aggregation";
import { checkProxy, checkUrl } from "../../scraping/client-check";
import { checkConnectionContradictions } from "../../scraping/contradictions";
import { checkHeaders } from "../../scraping/endpoint-check";
import { isGiven, valueAt } from "../../scraping/keys";
import { checkRelabelRules } from "../../scraping/relabeling-check";
import type { Target } from "./agent";

/** Reports what vmagent would refuse or not heed of a target. `path` is the target's; with shards its URL may hold the number of one. */
export function checkTarget(target: Target, path: string, isSharded: boolean, context: Context): void {
  checkAddress(target, path, isSharded, context);
  checkHeaders(target.headers, `${path}.headers`, context);
  checkProxy(target.proxyURL, `${path}.proxyURL`, context);
  checkCredentials(target, path, context);
  checkRelabelRules(target.inlineUrlRelabelConfig, `${path}.inlineUrlRelabelConfig`, context);
  checkAggregationRules(target.streamAggrConfig, `${path}.streamAggrConfig`, context);
}

/** What vmagent writes to; message queues are for the enterprise version. */
const schemes = ["http", "https", "kafka", "pubsub"];

function checkAddress({ url }: Target, path: string, isSharded: boolean, context: Context): void {
  const { values, report } = context;
  if (values.isEmpty(url)) report.error(`${path}.url`, "is empty: expected a URL such as http://vmsingle-main:8428/api/v1/write");
  checkUrl(isSharded ? values.apply("shardNumber", url, "0") : url, `${path}.url`, context, schemes);
}

/** Credentials that may be in a Secret or in a file, but not in both. */
const sources = [
  ["basicAuth", "password", "password_file"],
  ["oauth2", "client_secret", "client_secret_file"],
] as const;

function checkCredentials(target: Target, path: string, context: Context): void {
  const { report } = context;
  const twofold = sources.filter(
    ([block, reference, file]) => valueAt(target, [block, reference, "name"]) && valueAt(target, [block, file]),
  );
  for (const [block, reference, file] of twofold)
    report.error(`${path}.${block}`, `${reference} and ${file} are both given: leave one of them out`);
  if (twofold.length === 0) checkConnectionContradictions(target, path, context);
  if (target.oauth2) checkOAuth2(target.oauth2, `${path}.oauth2`, context);
  const [first, ...others] = (["basicAuth", "bearerTokenSecret", "oauth2"] as const).filter((way) => isGiven(target[way]));
  for (const way of others)
    report.warning(`${path}.${way}`, `is given, and so is ${first}: vmagent takes one way to log in and does not start with two`);
}

function checkOAuth2(
  { client_id, client_secret, client_secret_file }: NonNullable<Target["oauth2"]>,
  path: string,
  { report }: Context,
): void {
  if (!isGiven(client_secret) && !client_secret_file)
    report.warning(path, "has neither client_secret nor client_secret_file: vmagent writes without any token");
  else if (!isGiven(client_id))
    report.warning(`${path}.client_id`, "names no Secret or ConfigMap: vmagent does not start without the client's id");
}
