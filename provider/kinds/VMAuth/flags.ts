import { flags, loggingFlags } from "../../workload/command-line";
import { licenseFlags } from "../../workload/license";
import type { Spec } from "./model";

/** Where vmauth has its configuration, unless the user says where. */
export const configPath = "/opt/vmauth";
/** Name of the file with the configuration. */
export const configFile = "config.yaml";

/** The flags of vmauth beside those of every program. */
export function proxyFlags(spec: Spec): string[] {
  const { externalConfig, internalListenPort, useProxyProtocol, license } = spec;
  const localPath = externalConfig?.localPath;
  return [
    ...loggingFlags(spec),
    ...flags({
      "auth.config": localPath || `${configPath}/${configFile}`,
      configCheckInterval: localPath && "1m",
      "httpListenAddr.useProxyProtocol": useProxyProtocol || undefined,
      httpInternalListenAddr: internalListenPort && `:${internalListenPort}`,
    }),
    ...licenseFlags(license),
  ];
}
