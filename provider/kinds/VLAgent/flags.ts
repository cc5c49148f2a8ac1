import type { Context } from "../../context";
import { syslogFlags } from "../../features/syslog";
import { flag, loggingFlags } from "../../workload/command-line";
import { licenseFlags } from "../../workload/license";
import { collectorFlags } from "./collector";
import { remoteWriteFlags } from "./log-targets";
import type { Agent } from "./model";

/** Where the Secrets with the certificates of syslog listeners are mounted. */
export const certificates = "/etc/vl/tls-server-secrets";

/** The flags of vlagent beside those of every application. */
export function ownFlags(agent: Agent, context: Context): string[] {
  const { spec } = agent.workload;
  return [
    flag("tmpDataPath", agent.tmpDataPath),
    ...loggingFlags(spec),
    ...collectorFlags(agent, context.values),
    ...syslogFlags(spec.syslogSpec, certificates, context.values),
    ...licenseFlags(spec.license),
    ...remoteWriteFlags(agent, context),
  ];
}
