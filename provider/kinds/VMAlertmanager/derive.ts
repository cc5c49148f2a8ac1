import type { Context } from "../../context";
import type { Derivation, DerivedObject } from "../../derived";
import { dataStorage, furtherClaims } from "../../features/stateful-storage";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { requiredRbac, secretPermissions } from "../../kubernetes/rbac";
import { secretData } from "../../kubernetes/secret";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { statefulSet } from "../../kubernetes/stateful-set";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { withCommonMetadata } from "../../workload/labels";
import { metadataOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import { type Configuration, configuration } from "./configuration/alertmanager-files";
import { configurationFile } from "./file-places";
import { type Alertmanager, alertmanagerOf, rollout } from "./model";
import { addresses } from "./outputs";
import { pods } from "./pods";
import type { VMAlertmanagerSpec } from "./schema";

/** The derivation of a VMAlertmanager. */
export function derive(resource: CustomResource<VMAlertmanagerSpec>, context: Context): Derivation {
  const alertmanager = alertmanagerOf(resource, context);
  const { workload, service } = alertmanager;
  const { spec } = workload;
  const config = configuration(alertmanager, context);
  const permissions = secretPermissions(workload);
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? permissions : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...verticalPodAutoscalers(workload, spec.vpa, "StatefulSet"),
    ...networkPolicies(workload),
    ...podDisruptionBudgets(workload, spec.podDisruptionBudget),
    configSecret(alertmanager, config, context),
    statefulSetOf(alertmanager, config, context),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: [{ role: "config", files: config.files }],
    outputs: { ...addresses(alertmanager, context), requiredRbac: requiredRbac(workload, permissions, context) },
  };
}

/** The Secret with the configuration, compressed, unless that stays in its own Secret, and with all other files. */
function configSecret({ workload, secretName }: Alertmanager, { files, main, assets }: Configuration, { values }: Context): DerivedObject {
  const { [configurationFile]: mainFile, ...others } = files;
  const texts = Object.fromEntries(Object.entries(others).map(([name, { text }]) => [name, text]));
  const data = {
    ...(main.secretName === secretName && { [main.key]: values.apply("gzipBase64", mainFile?.text ?? "") }),
    ...secretData({ ...texts, ...assets.files }, values),
  };
  const metadata = { ...metadataOf(workload), name: secretName };
  return { role: "config", manifest: { apiVersion: "v1", kind: "Secret", metadata, data }, whilePaused: true };
}

function statefulSetOf(alertmanager: Alertmanager, configuration: Configuration, context: Context): DerivedObject {
  const { workload, storageName } = alertmanager;
  const { storage, claimTemplates, persistentVolumeClaimRetentionPolicy } = workload.spec;
  const { volumes, claims } = dataStorage(workload, storage, storageName, "storage", context);
  const settings = {
    ...rollout(workload.spec),
    serviceName: workload.name,
    claims: [...furtherClaims(claimTemplates), ...claims],
    persistentVolumeClaimRetentionPolicy,
  };
  return statefulSet(workload, settings, pods(alertmanager, { volumes, hasClaim: claims.length > 0, configuration }, context), context);
}
