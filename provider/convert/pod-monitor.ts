import { field, fields, listOf, same, withDefaults } from "./conversion";
import { endpointFields, monitorFields } from "./monitors";
import type { SourceKind } from "./source";

const endpoint = fields({ ...endpointFields, ...same("portNumber", "filterRunning") });

export const PodMonitor: SourceKind = {
  kind: "PodMonitor",
  apiVersion: "monitoring.coreos.com/v1",
  setting: "podMonitor",
  spec: withDefaults(
    { podMetricsEndpoints: [] },
    fields({ ...monitorFields, podMetricsEndpoints: field("podMetricsEndpoints", listOf(endpoint)) }),
  ),
};
