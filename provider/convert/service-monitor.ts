import { filePath, tlsConfigWithFiles } from "./authentication-fields";
import { field, fields, listOf, lowerCase, same, withDefaults } from "./conversion";
import { endpointFields, monitorFields } from "./monitors";
import type { SourceKind } from "./source";

const endpoint = fields({
  ...endpointFields,
  tlsConfig: field("tlsConfig", tlsConfigWithFiles),
  bearerTokenFile: field("bearerTokenFile", filePath),
});

export const ServiceMonitor: SourceKind = {
  kind: "ServiceMonitor",
  apiVersion: "monitoring.coreos.com/v1",
  setting: "serviceScrape",
  spec: withDefaults(
    { endpoints: [] },
    fields({
      ...monitorFields,
      ...same("targetLabels"),
      serviceDiscoveryRole: field("discoveryRole", lowerCase),
      endpoints: field("endpoints", listOf(endpoint)),
    }),
  ),
};
