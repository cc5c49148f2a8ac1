import type { KeySelector } from "../../context";
import type { Derivation, DerivedObject, GeneratedFiles } from "../../derived";
import { checkGivenFile } from "../../features/given-file";
import { deployment } from "../../kubernetes/deployment";
import { horizontalPodAutoscalers, scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { requiredRbac, secretPermissions } from "../../kubernetes/rbac";
import { generatedSecret, secretData } from "../../kubernetes/secret";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { givenConfiguration } from "../../vmauth/given-configuration";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { configuration } from "./auth-file";
import { configFile } from "./flags";
import { httpRoutes } from "./http-route";
import { ingresses } from "./ingress";
import { type Gateway, gatewayOf } from "./model";
import { addresses } from "./outputs";
import { pods } from "./pods";
import type { VMAuthSpec } from "./schema";

/** The derivation of a VMAuth. */
export function derive(resource: CustomResource<VMAuthSpec>, context: KindContext): Derivation {
  const gateway = gatewayOf(resource, context);
  const { workload, service, secretName } = gateway;
  const { updateStrategy: type, rollingUpdate, hpa, vpa, podDisruptionBudget } = workload.spec;
  const permissions = secretPermissions(workload);
  const config = configFiles(gateway, context);
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? permissions : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...ingresses(gateway),
    ...httpRoutes(gateway),
    ...horizontalPodAutoscalers(workload, hpa, "Deployment"),
    ...verticalPodAutoscalers(workload, vpa, "Deployment"),
    ...networkPolicies(workload),
    ...podDisruptionBudgets(workload, podDisruptionBudget),
    ...config.objects,
    scaled(deployment(workload, { type, rollingUpdate }, pods(gateway, context)), hpa, context),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: config.configs,
    outputs: { ...addresses(gateway, context), requiredRbac: requiredRbac(workload, secretName ? permissions : [], context) },
  };
}

/** The Secret with the configuration, and with the files that it refers to. */
function configFiles(gateway: Gateway, context: KindContext): { objects: DerivedObject[]; configs: GeneratedFiles[] } {
  const { workload, secretName } = gateway;
  if (!secretName) {
    checkGivenConfiguration(gateway, context);
    return { objects: [], configs: [] };
  }
  const { values } = context;
  const { file, assets } = configuration(gateway, context);
  const data = { [`${configFile}.gz`]: values.apply("gzipBase64", file.text), ...secretData(assets, values) };
  return {
    objects: [{ role: "config", manifest: generatedSecret(workload, secretName, data) }],
    configs: [{ role: "config", files: { [configFile]: file } }],
  };
}

/** Checks a configuration that the user gives in a Secret. */
function checkGivenConfiguration({ workload: { namespace, spec } }: Gateway, context: KindContext): void {
  const { configSecret, externalConfig } = spec;
  const { secretRef } = externalConfig ?? {};
  const check = (reference: KeySelector, path: string): void =>
    checkGivenFile({ namespace, reference, path, program: "vmauth" }, givenConfiguration, context);
  if (configSecret) check({ name: configSecret, key: configFile }, "spec.configSecret");
  if (secretRef?.name) check(secretRef, "spec.externalConfig.secretRef");
}
