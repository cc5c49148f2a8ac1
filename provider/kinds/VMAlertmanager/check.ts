import { checkerOf } from "../../alertmanager/alertmanager-checker";
import { matchers } from "../../alertmanager/texts";
import { list } from "../../config/checker";
import type { Context } from "../../context";
import { checkServiceName } from "../../kubernetes/service";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkSelector } from "../../selection";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { Report } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import { checkBase, rawBase } from "./configuration/base";
import { configSelectors } from "./configuration/selected-configs";
import { checkGossip } from "./gossip";
import { type Alertmanager, alertmanagerOf, rollout, type Spec } from "./model";
import type { VMAlertmanagerSpec } from "./schema";
import { checkTracing } from "./tracing";
import { checkWeb } from "./web";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMAlertmanagerSpec>, context: Context): void {
  const alertmanager = alertmanagerOf(resource, context);
  const { workload } = alertmanager;
  const { spec } = workload;
  const { report } = context;
  checkServiceName(workload, context);
  checkDefaultService(spec, report);
  checkWorkload(workload, context);
  checkSecretNames({ "spec.configReloadAuthKeySecret": spec.configReloadAuthKeySecret }, report);
  checkRollout(workload, rollout(spec), context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  const { objects, namespaces } = configSelectors(spec);
  for (const field of [objects, namespaces]) checkSelector(field, context);
  checkWeb(spec.webConfig, report);
  checkWaysIn(spec, report);
  checkGossip(spec.gossipConfig, report);
  checkTracing(spec.tracingConfig, alertmanager.version, context);
  checkEnforcement(spec, context);
  checkConfiguration(alertmanager, context);
}

/** The members of the cluster find each other by the default Service, which must be headless for that. */
function checkDefaultService({ serviceSpec }: Spec, report: Report): void {
  const { type, clusterIP } = serviceSpec?.spec ?? {};
  if (!serviceSpec?.useAsDefault || !type || (type === "ClusterIP" && clusterIP === "None")) return;
  report.error(
    "spec.serviceSpec.spec.type",
    "cannot be given with useAsDefault, since the default Service is headless: leave it out, or make a further Service",
  );
}

/** Basic authentication also applies to requests of the kubelet and the config-reloader. */
function checkWaysIn({ webConfig, livenessProbe, readinessProbe, configReloaderExtraArgs }: Spec, report: Report): void {
  if (Object.keys(webConfig?.basic_auth_users ?? {}).length === 0) return;
  const path = "spec.webConfig.basic_auth_users";
  if (configReloaderExtraArgs?.["reload-url"] === undefined)
    report.warning(path, "apply to the config-reloader too: give it a reload-url with user name and password in configReloaderExtraArgs");
  if (!livenessProbe || !readinessProbe)
    report.warning(path, "apply to derived probes too: give a livenessProbe and a readinessProbe of your own, such as a tcpSocket");
}

function checkEnforcement({ disableNamespaceMatcher, enforcedNamespaceLabel, enforcedTopRouteMatchers }: Spec, context: Context): void {
  if (disableNamespaceMatcher && enforcedNamespaceLabel)
    context.report.error("spec.enforcedNamespaceLabel", "is given next to disableNamespaceMatcher: leave one of them out");
  list(matchers)(enforcedTopRouteMatchers, "spec.enforcedTopRouteMatchers", checkerOf(context));
}

function checkConfiguration(alertmanager: Alertmanager, context: Context): void {
  const { workload, secretName } = alertmanager;
  const { configSecret, configRawYaml, templates = [] } = workload.spec;
  const { report } = context;
  if (configSecret && configRawYaml) report.warning("spec.configRawYaml", "has no effect next to configSecret: leave one of them out");
  if (configSecret === secretName) report.error("spec.configSecret", "is the derived Secret: give the base configuration in another one");
  checkBase(rawBase(alertmanager), context);
  templates.forEach(({ name }, index) => {
    if (!name) report.error(`spec.templates[${index}].name`, "is required: expected the name of a ConfigMap");
  });
}
