import type { Context } from "../../context";
import type { Derivation, DerivedObject } from "../../derived";
import { Credentials } from "../../features/client-credentials";
import { checkGivenFile } from "../../features/given-file";
import { contractsAmong, teamObjects } from "../../features/team/team-objects";
import { alertOfTeam, mountedTeam } from "../../features/team/team-place";
import { deployment } from "../../kubernetes/deployment";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { secretWith } from "../../kubernetes/secret";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { checkSelector } from "../../selection";
import { checkClientPath } from "../../vmauth/client-path";
import { withCommonMetadata } from "../../workload/labels";
import { metadataOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMAlertArguments } from "./arguments";
import { connectionFlags, credentialPaths } from "./connections";
import { type Alert, alertOf } from "./model";
import { notifierFile } from "./notifier-file";
import { hasArgument, hasNotifiers, notification, secretFiles } from "./notifiers";
import { addresses } from "./outputs";
import { pods } from "./pods";
import { ruleFiles } from "./rule-files";
import type { VMAlertSpec } from "./schema";
import { ruleSelectors } from "./selected-groups";

/** The derivation of a VMAlert. */
export function derive(resource: CustomResource<VMAlertSpec>, context: KindContext<VMAlertArguments>): Derivation {
  const alert = alertOf(resource, context);
  const { workload, service } = alert;
  const { spec } = workload;
  const { objects: ruleObjects, namespaces } = ruleSelectors(spec);
  for (const field of [ruleObjects, namespaces]) checkSelector(field, context);
  checkDatabasePaths(alert, context);
  const rules = ruleFiles(alert, context);
  const { notifierConfigRef: reference } = spec;
  if (reference)
    checkGivenFile({ namespace: workload.namespace, reference, path: "spec.notifierConfigRef", program: "vmalert" }, notifierFile, context);
  const credentials = new Credentials(workload.namespace, credentialPaths, context);
  const { metadata } = resource;
  const { team } = context.arguments;
  const notified = notification(alert, team?.labels, credentials, context);
  const connections = [...connectionFlags(spec, credentials), ...notified.flags];
  const settings = { enforcedNamespaceLabel: spec.enforcedNamespaceLabel, sendsAlerts: hasNotifiers(spec) };
  const forTeam = team ? teamObjects(alertOfTeam, { metadata, workload, team, spec: settings }, context) : [];
  const teamFiles = team ? [mountedTeam(alertOfTeam, metadata)] : [];
  const objects = [
    ...serviceAccounts(workload),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...verticalPodAutoscalers(workload, spec.vpa, "Deployment"),
    ...networkPolicies(workload),
    ...podDisruptionBudgets(workload, spec.podDisruptionBudget),
    credentialSecret("credentials", workload.name, secretFiles(credentials, notified), alert, context),
    credentialSecret("tls-assets", `tls-assets-${workload.name}`, credentials.files.tls.files, alert, context),
    ...rules.objects,
    ...forTeam,
    deployment(
      workload,
      { type: spec.updateStrategy, rollingUpdate: spec.rollingUpdate },
      pods(alert, { rules, connections, credentials, teamFiles }, context),
    ),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: rules.configs,
    outputs: { ...addresses(alert, context), team: contractsAmong(forTeam) },
  };
}

/** Warns of given databases that have no such path. In the cluster mode vmalert adds the tenant itself. */
function checkDatabasePaths({ workload: { spec, namespace } }: Alert, context: KindContext): void {
  if (hasArgument(spec, "clusterMode")) return;
  const { datasource, remoteWrite, remoteRead } = spec;
  for (const [name, database] of Object.entries({ datasource, remoteWrite, remoteRead }))
    if (database) checkClientPath({ url: database.url, path: `spec.${name}.url`, namespace, appends: true }, context);
}

/** A Secret with files that vmalert reads credentials from; it may be empty. */
function credentialSecret(
  role: string,
  name: string,
  files: Readonly<Record<string, string>>,
  { workload }: Alert,
  { values }: Context,
): DerivedObject {
  const data = Object.fromEntries(Object.entries(files).map(([key, content]) => [key, values.apply("base64", content)]));
  return { role, manifest: secretWith({ ...metadataOf(workload), name }, data) };
}
