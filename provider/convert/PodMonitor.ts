import { field, fields, listOf, same } from "./conversion";
import { endpointFields, monitorFields } from "./monitors";
import type { SourceKind } from "./source";

const endpoint = fields({ ...endpointFields, ...same("portNumber", "filterRunning") });

export const PodMonitor: SourceKind = {
  apiVersion: "monitoring.coreos.com/v1",
  result: "VMPodScrape",
  setting: "podMonitor",
  spec: fields({ ...monitorFields, podMetricsEndpoints: field("podMetricsEndpoints", listOf(endpoint)) }),
};
