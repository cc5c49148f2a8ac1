import { endpointAuthenticationFields } from "./authentication-fields";
import { convertedTo, count, type Fields, field, fields, flag, lowerCase, same } from "./conversion";
import { relabelingFields } from "./relabeling-conversion";

const attachMetadata = fields(same("node"));
const labelSelector = fields(same("matchLabels", "matchExpressions"));
const namespaceSelector = fields({ any: field("any", flag), ...same("matchNames") });

/** The selected objects and namespaces. */
export const selectorFields: Fields = {
  selector: field("selector", labelSelector),
  namespaceSelector: field("namespaceSelector", namespaceSelector),
};

/** Settings of ServiceMonitor and PodMonitor for all of their endpoints. */
export const monitorFields: Fields = {
  ...same("jobLabel", "podTargetLabels", "scrapeClass"),
  ...selectorFields,
  sampleLimit: field("sampleLimit", count),
  attachMetadata: field("attach_metadata", attachMetadata),
};

/** The common fields of their endpoints. */
export const endpointFields: Fields = {
  ...same("port", "targetPort", "path", "params", "interval", "scrapeTimeout", "honorTimestamps"),
  scheme: field("scheme", lowerCase),
  ...convertedTo(flag, "honorLabels"),
  followRedirects: field("follow_redirects"),
  proxyUrl: field("proxyURL"),
  ...endpointAuthenticationFields,
  ...relabelingFields,
};
