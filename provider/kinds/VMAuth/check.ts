import type { Context } from "../../context";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkServiceName } from "../../kubernetes/service";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkSelector } from "../../selection";
import {
  checkMetricLabels,
  checkOptions,
  checkPrefix,
  checkSort,
  checkTarget,
  checkTargets,
  checkTLS,
  checkURLMap,
} from "../../vmauth/access-check";
import { userOptionFields } from "../../vmauth/access-fields";
import type { UserOptions } from "../../vmauth/access-types";
import { isManaged, selectorsOf } from "../../vmauth/gateway";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { gatewayOf, type Spec } from "./model";
import { checkRouteRules } from "./route-rules";
import type { VMAuthSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check(given: CustomResource<VMAuthSpec>, context: KindContext): void {
  const { resource, workload } = gatewayOf(given, context);
  const { spec } = resource;
  const { objects, namespaces } = selectorsOf(resource);
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkHorizontalPodAutoscaler(spec.hpa, "spec.hpa", context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  checkLicense(spec.license, "spec.license", context);
  for (const selector of [objects, namespaces]) checkSelector(selector, context);
  checkReferences(spec, context);
  checkIngress(spec, context);
  checkRouteRules(spec.httpRoute?.extraRules ?? [], "spec.httpRoute.extraRules", context);
  checkExternalConfig(resource, context);
  warnOfUnused(resource, context);
  checkDefaultTargets(spec, context);
  checkUnauthorizedAccess(spec, context);
}

function checkReferences({ license, configReloadAuthKeySecret, externalConfig }: Spec, { report }: Context): void {
  checkSecretNames(
    {
      "spec.license.keyRef": license?.keyRef,
      "spec.configReloadAuthKeySecret": configReloadAuthKeySecret,
      "spec.externalConfig.secretRef": externalConfig?.secretRef,
    },
    report,
  );
}

function checkIngress({ ingress }: Spec, { report }: Context): void {
  const { tlsHosts = [], tlsSecretName } = ingress ?? {};
  if (tlsHosts.length > 0 && !tlsSecretName)
    report.error("spec.ingress.tlsSecretName", "is required for tlsHosts: expected the name of a Secret");
  if (tlsSecretName && tlsHosts.length === 0)
    report.error("spec.ingress.tlsHosts", "is required for tlsSecretName: expected at least one host name");
}

/** Reports a configuration that comes from several places, or from the derived Secret. */
function checkExternalConfig({ metadata, spec }: CustomResource<Spec>, { report }: Context): void {
  const { configSecret, externalConfig: { secretRef, localPath } = {} } = spec;
  if (configSecret && secretRef) report.error("spec.configSecret", "cannot be given together with externalConfig.secretRef: leave it out");
  if (localPath && (secretRef || configSecret)) {
    report.error("spec.externalConfig.localPath", "cannot be given together with a Secret: leave one of them out");
  }
  if (secretRef && !secretRef.key) report.error("spec.externalConfig.secretRef.key", "is required: expected a key of the Secret");
  const reserved = `vmauth-config-${metadata.name}`;
  for (const [path, name] of [
    ["spec.configSecret", configSecret],
    ["spec.externalConfig.secretRef.name", secretRef?.name],
  ] as const) {
    if (name === reserved) report.error(path, `cannot be ${reserved}, the Secret for the derived configuration: choose another one`);
  }
}

/** Fields that only the derived configuration uses: users, and requests without credentials. */
const userSources = ["userSelector", "userNamespaceSelector", "selectAllByDefault", "defaultTargetRefs"] as const;
const sources = [...userSources, "unauthorizedUserAccessSpec", "unauthorizedAccessConfig"] as const;

/** Warns of fields without effect if the user gives the configuration. */
function warnOfUnused(resource: CustomResource<Spec>, { report }: Context): void {
  if (isManaged(resource)) return;
  for (const field of sources.filter((name) => resource.spec[name]))
    report.warning(`spec.${field}`, "has no effect: vmauth gets its configuration from externalConfig or configSecret");
}

function checkDefaultTargets({ defaultTargetRefs: targets = [] }: Spec, context: KindContext): void {
  const { report } = context;
  for (const [index, target] of targets.entries()) {
    const path = `spec.defaultTargetRefs[${index}]`;
    if (!target.name) report.error(`${path}.name`, "is required: expected a name for others to refer to");
    const first = targets.findIndex(({ name }) => name === target.name);
    if (target.name && first < index) report.error(`${path}.name`, `is the name of defaultTargetRefs[${first}] too: choose another one`);
    // References to it may give the target.
    if (target.crd || target.static) checkSort(target, path, context);
    // Whether placeholders for claims have values depends on the user.
    checkTarget(target, path, { hasToken: true }, context);
  }
}

function checkUnauthorizedAccess(spec: Spec, context: KindContext): void {
  const { unauthorizedUserAccessSpec: access, unauthorizedAccessConfig: routes } = spec;
  const { report } = context;
  if (access && routes) {
    report.error(
      "spec.unauthorizedAccessConfig",
      "cannot be given together with unauthorizedUserAccessSpec: move its routes to url_map there",
    );
  }
  if (access) checkAccess(access, context);
  if (routes) {
    checkURLMap(routes, "spec.unauthorizedAccessConfig", { hasToken: false }, context);
    checkOptionsOf(spec, "spec", context);
  } else warnOfOptions(spec, context);
}

function checkAccess(access: NonNullable<Spec["unauthorizedUserAccessSpec"]>, context: KindContext): void {
  const { url_map = [], url_prefix, targetRefs = [], metric_labels, retry_status_codes, access_log, default_url = [] } = access;
  const path = "spec.unauthorizedUserAccessSpec";
  const hasRoutes = url_map.length > 0 || (url_prefix !== undefined && url_prefix.length > 0);
  // An access log alone tells of the requests that are refused.
  if (!hasRoutes && targetRefs.length === 0 && (!access_log || default_url.length > 0))
    context.report.error(
      path,
      "expected at least one of targetRefs, url_map and url_prefix, or nothing but an access_log of what is refused",
    );
  if (hasRoutes && targetRefs.length > 0) context.report.error(`${path}.targetRefs`, "cannot be given together with url_map or url_prefix");
  checkURLMap(url_map, `${path}.url_map`, { hasToken: false }, context);
  if (url_prefix !== undefined && url_prefix.length > 0) checkPrefix(url_prefix, `${path}.url_prefix`, { hasToken: false }, context);
  checkTargets(targetRefs, `${path}.targetRefs`, { hasToken: false, retryStatusCodes: retry_status_codes }, context);
  checkOptionsOf(access, path, context);
  checkMetricLabels(metric_labels, `${path}.metric_labels`, context);
}

function checkOptionsOf(options: UserOptions, path: string, context: Context): void {
  checkOptions(options, path, { hasToken: false }, context);
  checkTLS(options.tlsConfig, `${path}.tlsConfig`, "error", context);
}

function warnOfOptions(spec: Spec, { report }: Context): void {
  for (const name of Object.keys(userOptionFields).filter((field) => spec[field as keyof UserOptions] !== undefined)) {
    report.warning(`spec.${name}`, `has no effect without unauthorizedAccessConfig: give unauthorizedUserAccessSpec.${name}`);
  }
}
