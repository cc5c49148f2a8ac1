import type { z } from "zod";
import { described, integerOrString, list, object, required, string, structural, word } from "../schema/fields";
import { labelSelector, namespaceSelector } from "../schema/selector-fields";
import { attachMetadata, labelName, scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "./endpoint-fields";

const endpoint = object("Endpoint", "A port of the Services, or of their pods, with its scrape settings.", {
  port: structural(string("Name of the Service's port. It wins over `targetPort` and becomes the label `endpoint`.")),
  targetPort: structural(
    integerOrString(
      "Name or number of the pods' port, for when `port` is empty; a number in quotes counts as a name. No effect with the role `service`.",
      { example: "http" },
    ),
  ),
  attach_metadata: described(
    "Metadata to be attached to targets. It wins over that of the scrape class and of the whole object.",
    attachMetadata,
  ),
  ...scrapeEndpointFields,
  ...targetRelabelFields,
});

/** The spec of a VMServiceScrape; workloads use it for their own scrape objects too. */
export const serviceScrape = object("VMServiceScrapeSpec", "Scraping of the pods behind Services, or of the Services themselves.", {
  selector: described("Selector of the Services, by their labels. Default: all in the namespaces of `namespaceSelector`.", labelSelector),
  namespaceSelector: described("Namespaces of the Services. Default: the object's own namespace.", namespaceSelector),
  endpoints: required(list("Endpoints of each Service: a job for each. The list may be empty.", endpoint)),
  discoveryRole: structural(
    word(
      "Source of the targets: the pods behind a Service (`endpoints`, the default, or `endpointslice`) or the Service itself. " +
        "`endpointslices` is the older spelling of `endpointslice`.",
      ["endpoints", "service", "endpointslices", "endpointslice"],
    ),
  ),
  jobLabel: structural(string("Label of the Service whose value becomes the label `job`. Default: `job` is the Service's name.")),
  targetLabels: list("Labels of the Service, copied to targets, with characters other than letters, digits and `_` as `_`.", labelName),
  podTargetLabels: list(
    "Labels of the pods, copied to targets, with characters other than letters, digits and `_` as `_`. No effect with the role `service`.",
    labelName,
  ),
  attach_metadata: described("Metadata to be attached to the targets of all endpoints.", attachMetadata),
  ...scrapeObjectFields,
});

export type VMServiceScrapeSpec = z.output<typeof serviceScrape>;
