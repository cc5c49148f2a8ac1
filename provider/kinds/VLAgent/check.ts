import { pairProblem } from "../../config/certificate-check";
import { checkProxy, checkUrl } from "../../config/client-check";
import { checkLoginWays } from "../../config/login-ways";
import { checkLogsFilter } from "../../config/logs-filter-check";
import type { Context } from "../../context";
import { checkPodSelfScrapes } from "../../features/pod-self-scrape";
import { checkSyslog } from "../../features/syslog";
import { checkHeadless, checkServiceName } from "../../kubernetes/service";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { isJsonObject } from "../../schema/json-text";
import { checkHeaders } from "../../scraping/endpoint-check";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { CustomResource } from "../../world/objects";
import { rolloutOf } from "./derive";
import { referencesOf } from "./log-targets";
import { agentOf, type Spec, type Target } from "./model";
import type { VLAgentSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VLAgentSpec>, context: Context): void {
  const { workload, server, service, mode } = agentOf(resource, context);
  const { spec } = workload;
  const { report } = context;
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkPodSelfScrapes(spec, context);
  checkSyslog(spec.syslogSpec, "spec.syslogSpec", server, context);
  checkLicense(spec.license, "spec.license", context);
  checkSecretNames({ "spec.license.keyRef": spec.license?.keyRef }, report);
  if (mode === "DaemonSet") checkCollector(spec, context);
  else {
    checkHeadless(workload, service, context);
    checkRollout(workload, rolloutOf(spec), context);
    checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  }
  if (spec.remoteWrite.length === 0) report.error("spec.remoteWrite", "is empty: give at least one target");
  for (const [index, target] of spec.remoteWrite.entries()) checkTarget(target, `spec.remoteWrite[${index}]`, context);
}

/** Fields that a DaemonSet ignores. */
const ignored = [
  "replicaCount",
  "storage",
  "claimTemplates",
  "persistentVolumeClaimRetentionPolicy",
  "rollingUpdateStrategy",
  "podDisruptionBudget",
] as const satisfies readonly (keyof Spec)[];

function checkCollector(spec: Spec, context: Context): void {
  const { values, report } = context;
  if (spec.vpa) report.error("spec.vpa", "is not allowed with k8sCollector: leave one of them out");
  for (const field of ignored) if (spec[field]) report.warning(`spec.${field}`, "has no effect with k8sCollector, which makes a DaemonSet");
  checkLogsFilter(spec.k8sCollector?.excludeFilter, "spec.k8sCollector.excludeFilter", context);
  const fields = spec.k8sCollector?.extraFields;
  if (fields && values.check(fields, (text) => isJsonObject(String(text))) === false)
    report.error("spec.k8sCollector.extraFields", 'is no object in JSON: expected one such as {"cluster":"west"}');
}

function checkTarget(target: Target, path: string, context: Context): void {
  const { values, report } = context;
  if (values.isEmpty(target.url)) report.error(`${path}.url`, "is empty: give a URL such as http://vlsingle-main:9428/insert/native");
  checkUrl(target.url, `${path}.url`, context, ["http", "https"]);
  checkProxy(target.proxyURL, `${path}.proxyURL`, context);
  checkHeaders(target.headers, `${path}.headers`, context);
  checkOAuth2(target.oauth2, `${path}.oauth2`, context);
  checkTls(target.tlsConfig, `${path}.tlsConfig`, context);
  checkLoginWays(waysToLogIn(target), path, "vlagent", context);
  const references = Object.entries(referencesOf(target)).map(([field, reference]) => [`${path}.${field}`, reference]);
  checkSecretNames(Object.fromEntries(references), report);
}

/** The credentials for vlagent's authentication, by their fields. */
const waysToLogIn = ({ basicAuth, bearerTokenPath, bearerTokenSecret, oauth2 }: Target) => ({
  basicAuth: [basicAuth?.username?.name, basicAuth?.password?.name, basicAuth?.password_file],
  [bearerTokenPath ? "bearerTokenPath" : "bearerTokenSecret"]: [bearerTokenPath, bearerTokenSecret?.name],
  oauth2: [oauth2?.clientSecret?.name, oauth2?.clientSecretFile],
});

function checkOAuth2(oauth2: Target["oauth2"], path: string, { report }: Context): void {
  if (!oauth2) return;
  const pairs = [
    ["clientIDFile", "clientIDSecret"],
    ["clientSecretFile", "clientSecret"],
  ] as const;
  for (const [file, secret] of pairs) {
    if (Boolean(oauth2[file]) === Boolean(oauth2[secret])) report.error(path, `needs exactly one of ${file} and ${secret}`);
  }
  if (oauth2.clientIDFile) {
    report.warning(`${path}.clientIDFile`, "is sent as the id itself, since vlagent reads no file with it: use clientIDSecret");
  }
}

function checkTls(tls: Target["tlsConfig"], path: string, { report }: Context): void {
  const pairs = [
    ["caFile", "caSecretKeyRef"],
    ["certFile", "certSecretKeyRef"],
    ["keyFile", "keySecretKeyRef"],
  ] as const;
  for (const [file, secret] of pairs)
    if (tls?.[file] && tls[secret]?.name) report.error(`${path}.${secret}`, `is not allowed beside ${file}: leave one of them out`);
  const given = { certificate: Boolean(tls?.certFile || tls?.certSecretKeyRef), key: Boolean(tls?.keyFile || tls?.keySecretKeyRef) };
  const problem = pairProblem(given, { certificate: "certSecretKeyRef or certFile", key: "keySecretKeyRef or keyFile" });
  if (problem) report.error(path, problem);
}
