import { checkProxy, checkUrl } from "../../config/client-check";
import { checkConnectionContradictions } from "../../config/contradictions";
import { valueAt } from "../../config/keys";
import { checkLoginWays } from "../../config/login-ways";
import { isReference } from "../../config/references";
import { checkRelabelRules, ofFile } from "../../config/relabeling-check";
import type { Context } from "../../context";
import { waysToLogIn } from "../../features/client-credentials";
import { checkAggregation } from "../../features/stream-aggregation";
import { checkHeaders } from "../../scraping/endpoint-check";
import type { Target } from "./model";

type OAuth2 = NonNullable<Target["oauth2"]>;

/**
 * Reports settings of a target that vmagent would refuse or ignore. `path` is the target's; with shards its URL may contain the number of the shard.
 */
export function checkTarget(target: Target, path: string, isSharded: boolean, context: Context): void {
  checkAddress(target, path, isSharded, context);
  checkHeaders(target.headers, `${path}.headers`, context);
  checkProxy(target.proxyURL, `${path}.proxyURL`, context);
  checkCredentials(target, path, context);
  checkRelabelRules(target.inlineUrlRelabelConfig, `${path}.inlineUrlRelabelConfig`, context, ofFile);
  checkAggregation(target.streamAggrConfig, `${path}.streamAggrConfig`, context);
}

/** The protocols of vmagent's targets; message queues need the enterprise version. */
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
  if (twofold.length > 0) return;
  checkConnectionContradictions(target, path, context);
  if (target.oauth2) checkOAuth2(target.oauth2, `${path}.oauth2`, context);
  checkLoginWays(waysToLogIn(target), path, "vmagent", context);
}

function checkOAuth2({ client_id, client_secret, client_secret_file }: OAuth2, path: string, { report }: Context): void {
  if (!client_secret?.name && !client_secret_file)
    report.warning(path, "has neither client_secret nor client_secret_file: vmagent writes without a token");
  else if (!isReference(client_id))
    report.warning(`${path}.client_id`, "has no Secret or ConfigMap, and vmagent does not start without the client's id: give one");
}
