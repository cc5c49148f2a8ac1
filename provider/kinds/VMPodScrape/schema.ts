import type { z } from "zod";
import { boolean, described, integer, integerOrString, list, object, required, string, structural } from "../../schema/fields";
import { labelSelector, namespaceSelector } from "../../schema/selector-fields";
import { attachMetadata, labelName, scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "../../scraping/endpoint-fields";

const endpoint = object("PodMetricsEndpoint", "A port of the pods, and how it is scraped.", {
  port: structural(
    string("Name of the container's port. It wins over `portNumber` and `targetPort`, and becomes the label `endpoint`.", {
      example: "http",
    }),
  ),
  portNumber: integer(
    "Number of the container's port, for when `port` is empty. It wins over `targetPort` and gives no label `endpoint`.",
    {
      minimum: 1,
      maximum: 65535,
    },
  ),
  targetPort: structural(
    integerOrString(
      "Name or number of the container's port, for when neither `port` nor `portNumber` is given; a number in quotes counts as a name. " +
        "It becomes the label `endpoint` unless `port` is given.",
      { example: "http" },
    ),
  ),
  filterRunning: structural(boolean("Leaves out failed and completed pods. Default true.")),
  attach_metadata: described(
    "Metadata to be attached to targets. It wins over that of the scrape class and of the whole object.",
    attachMetadata,
  ),
  ...scrapeEndpointFields,
  ...targetRelabelFields,
});

export const spec = object("VMPodScrapeSpec", "Scraping of pods.", {
  selector: described("Which pods are scraped, by their labels. Default: all in the namespaces of `namespaceSelector`.", labelSelector),
  namespaceSelector: described("Namespaces of the pods. Default: the object's own namespace.", namespaceSelector),
  podMetricsEndpoints: required(list("Endpoints of each pod: a job for each. The list may be empty.", endpoint)),
  jobLabel: structural(
    string("Label of the pod whose value becomes the label `job`. Default: `job` is the namespace and name of this object."),
  ),
  podTargetLabels: list("Labels of the pods, copied to targets, with characters other than letters, digits and `_` as `_`.", labelName),
  attach_metadata: described("Metadata to be attached to the targets of all endpoints.", attachMetadata),
  ...scrapeObjectFields,
});

export type VMPodScrapeSpec = z.output<typeof spec>;
