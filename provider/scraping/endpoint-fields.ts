import { endpointAuthFields, proxyClientConfig } from "../schema/endpoint-auth";
import { boolean, integer, item, list, map, object, string, structural, word } from "../schema/fields";
import { relabelConfigs } from "../schema/relabeling-fields";

export const attachMetadata = object("AttachMetadata", "Metadata of other objects, added to targets as labels for relabeling.", {
  node: boolean("Adds labels and annotations of the node that a pod runs on. Default false."),
  namespace: boolean("Adds labels and annotations of the target's namespace. Default false."),
});

export const scrapeParams = object("VMScrapeParams", "Settings specific to the scraper of VictoriaMetrics.", {
  scrape_align_interval: string("Scrapes start at multiples of this time, `1h` for example."),
  scrape_offset: string("Scrapes start this long after each multiple of the interval. Default: a time made from the target's labels."),
  stream_parse: boolean("Parses the response while it is read, which saves memory with very large ones. Default false."),
  no_stale_markers: boolean("Writes no markers for series that have vanished, which saves memory. Default false."),
  disable_compression: boolean("Asks for responses without compression. Default false."),
  disable_keep_alive: boolean("Opens a new connection for each scrape. Default false."),
  headers: list("Headers of each request, `Name: value`. A value that is a credential should be given as a secret.", item),
  proxy_client_config: proxyClientConfig,
});

/** Scrape settings common to all kinds of scrape objects. */
export const scrapeEndpointFields = {
  scheme: word("Protocol of the scrape. Default `http`.", ["http", "https", "HTTPS", "HTTP"]),
  path: string("Path of the metrics. Default `/metrics`."),
  params: map("Parameters of the URL, each with its values.", list("Values of the parameter.", item)),
  interval: string(
    "Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`.",
  ),
  scrape_interval: string("The same as `interval`, spelled as in Prometheus. It wins over `interval`."),
  scrapeTimeout: string("Time limit of a scrape. Default: the `scrapeTimeout` of the scraper."),
  sampleLimit: integer("Maximum number of samples in a scrape; with more it fails. Default 0: the limit of the whole object, if any."),
  seriesLimit: integer(
    "Maximum number of different series of a target in a day; more are dropped. Default 0: the limit of the whole object, if any.",
  ),
  max_scrape_size: string("Largest response that is accepted, `16MB` for example. Default: the scraper's own limit."),
  honorLabels: boolean(
    "On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`.",
  ),
  honorTimestamps: boolean(
    "Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false.",
  ),
  follow_redirects: boolean("Follows redirects. Default: the scraper's own, true."),
  proxyURL: string("Proxy for scrapes."),
  metricRelabelConfigs: relabelConfigs("Relabeling of the scraped samples, after the rules of the scrape class."),
  vm_scrape_params: scrapeParams,
  ...endpointAuthFields,
};

/** Relabeling of targets: for all scrape objects but probes. */
export const targetRelabelFields = {
  relabelConfigs: relabelConfigs(
    "Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper.",
  ),
};

/** A label copied to targets. */
export const labelName = structural(string("Name of a label.", { minLength: 1, example: "app.kubernetes.io/name" }));

/** Settings for all endpoints of a scrape object. */
export const scrapeObjectFields = {
  sampleLimit: integer("Maximum number of samples in a scrape, for endpoints without a limit. Default 0: no limit."),
  seriesLimit: integer("Maximum number of different series of a target in a day, for endpoints without a limit. Default 0: no limit."),
  scrapeClass: structural(
    string(
      "Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error.",
    ),
  ),
};
