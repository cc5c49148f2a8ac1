import type { Derivation, DerivedObject } from "../../derived";
import { dataStorage, furtherClaims } from "../../features/stateful-storage";
import { scrapeSettings } from "../../features/team/scrape-settings";
import { contractsAmong, teamObjects } from "../../features/team/team-objects";
import { agentOfTeam, mountedTeam } from "../../features/team/team-place";
import { networkPolicies } from "../../kubernetes/network-policy";
import { requiredRbac, scrapingPermissions } from "../../kubernetes/rbac";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { checkClientPath } from "../../vmauth/client-path";
import { withCommonMetadata } from "../../workload/labels";
import type { ServiceSpec } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMAgentArguments } from "./arguments";
import { type Agent, agentOf } from "./model";
import { addresses } from "./outputs";
import { pods } from "./pods";
import { aggregationFiles, relabelingFiles } from "./processing-files";
import { remoteWriteFlags } from "./remote-write";
import type { VMAgentSpec } from "./schema";
import { configuration, targetCredentials } from "./scraping-files";
import { workloads } from "./workloads";

/** The derivation of a VMAgent. */
export function derive(resource: CustomResource<VMAgentSpec>, context: KindContext<VMAgentArguments>): Derivation {
  const agent = agentOf(resource, context);
  const { workload, service } = agent;
  const { metadata } = resource;
  for (const [index, { url }] of workload.spec.remoteWrite.entries())
    checkClientPath({ url, path: `spec.remoteWrite[${index}].url`, namespace: workload.namespace, appends: false }, context);
  const credentials = targetCredentials(agent, context);
  const flags = remoteWriteFlags(agent, credentials, context);
  const scrape = configuration(resource, agent, credentials, context);
  const relabeling = relabelingFiles(workload, context);
  const aggregation = aggregationFiles(workload, context);
  const storage = queueStorage(agent, context);
  const { leastPrivilege: isLeast, team } = context.arguments;
  const reach = { discovers: agent.scrapes, isLeast, ...(team && { namespaces: team.namespaces }) };
  const teamFiles = team ? [mountedTeam(agentOfTeam, metadata)] : [];
  const parts = { configuration: scrape, relabeling, aggregation, remoteWriteFlags: flags, queueVolumes: storage.volumes, teamFiles };
  const permissions = agent.hasConfig ? scrapingPermissions(workload, reach, context) : [];
  const forTeam = team ? teamObjects(agentOfTeam, { metadata, workload, team, spec: scrapeSettings(resource.spec) }, context) : [];
  const services = additionalServices(workload, service, context);
  const common = { template: pods(agent, parts, context), claims: storage.claims, serviceName: governingService(agent, services) };
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? permissions : []),
    { role: "service", manifest: service },
    ...services,
    ...networkPolicies(workload),
    ...scrape.objects,
    ...forTeam,
    ...relabeling.objects,
    ...aggregation.objects,
    ...workloads(agent, common, context),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: [...scrape.configs, ...relabeling.configs, ...aggregation.configs],
    outputs: {
      ...addresses(agent, context),
      requiredRbac: requiredRbac(workload, permissions, context),
      team: contractsAmong(forTeam),
    },
  };
}

/** Where samples wait to be sent, if it is the storage of a StatefulSet. */
function queueStorage({ workload, mode, queue }: Agent, context: KindContext) {
  if (mode !== "StatefulSet") return { volumes: [], claims: [] };
  const { statefulStorage, claimTemplates } = workload.spec;
  const { volumes, claims } = dataStorage(workload, statefulStorage, queue.name, "statefulStorage", context);
  return { volumes, claims: [...claims, ...furtherClaims(claimTemplates)] };
}

/** The Service that gives the pods of a StatefulSet their names: a headless one of the user's; for shards also the default one. */
function governingService({ workload: { name, spec } }: Agent, additional: readonly DerivedObject[]): string {
  const headless = additional.find(({ manifest }) => (manifest.spec as ServiceSpec).clusterIP === "None");
  if (headless) return headless.manifest.metadata.name;
  return (spec.shardCount ?? 0) > 0 ? name : "";
}
