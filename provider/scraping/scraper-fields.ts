import { arbitraryFileAccess } from "../schema/arbitrary-file-access";
import { duration } from "../schema/duration-text";
import { authorization, basicAuth, endpointAuthFields, tlsConfig } from "../schema/endpoint-auth";
import { boolean, described, integer, item, list, map, object, required, string, structural } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { relabelConfigs } from "../schema/relabeling-fields";
import { labelSelector } from "../schema/selector-fields";
import { attachMetadata } from "./endpoint-fields";

const apiServerConfig = object("APIServerConfig", "The API server for discovery. Default: the cluster of the pods.", {
  host: required(string("Address of the API server, `https://host:port`.")),
  basicAuth: described("User name and password for the API server.", basicAuth),
  bearerToken: string("Bearer token for the API server, in clear. Not written when `bearerTokenFile` is given.", { secret: true }),
  bearerTokenFile: string("Path of a file with a bearer token for the API server. It wins over `bearerToken`."),
  authorization: described("An `Authorization` header for the API server.", authorization),
  tlsConfig: described("TLS of the connection to the API server.", tlsConfig),
});

const scrapeClass = object(
  "ScrapeClass",
  "Authentication and relabeling for the scrape objects that name the class. Settings of an endpoint win, field by field.",
  {
    name: required(
      structural(
        string("Unique name of the class, for `scrapeClass` of scrape objects.", {
          minLength: 1,
          example: "mtls",
        }),
      ),
    ),
    default: structural(
      boolean("Uses the class for all scrape objects that name no class. Default false; two default classes are an error."),
    ),
    ...endpointAuthFields,
    attachMetadata: described("Metadata to be attached to targets, for VMServiceScrape and VMPodScrape.", attachMetadata),
    relabelConfigs: relabelConfigs("Relabeling of targets, before the rules of the endpoint. Not for VMProbe."),
    metricRelabelConfigs: relabelConfigs("Relabeling of scraped samples, before the rules of the endpoint. Not for VMProbe."),
  },
);

const objects = (kind: string, namespaceField: string) =>
  described(
    `Which ${kind} objects are used, by their labels; \`{}\` takes all. Without \`${namespaceField}\` only those of the resource's namespace.`,
    labelSelector,
  );

const namespaces = (kind: string) =>
  described(
    `In which namespaces ${kind} objects are looked for, by the labels of the Namespaces; \`{}\` takes all namespaces.`,
    labelSelector,
  );

const template = (kind: string) => relabelConfigs(`Relabeling of the targets of every ${kind}, after its own rules.`);

/** The selected scrape objects, and the rules added to them. */
export const scrapeSelectionFields = {
  selectAllByDefault: structural(
    boolean("Takes all scrape objects of all namespaces, for each kind without selectors. Default false: such kinds are not selected."),
  ),
  serviceScrapeSelector: objects("VMServiceScrape", "serviceScrapeNamespaceSelector"),
  serviceScrapeNamespaceSelector: namespaces("VMServiceScrape"),
  serviceScrapeRelabelTemplate: template("VMServiceScrape"),
  podScrapeSelector: objects("VMPodScrape", "podScrapeNamespaceSelector"),
  podScrapeNamespaceSelector: namespaces("VMPodScrape"),
  podScrapeRelabelTemplate: template("VMPodScrape"),
  probeSelector: objects("VMProbe", "probeNamespaceSelector"),
  probeNamespaceSelector: namespaces("VMProbe"),
  probeScrapeRelabelTemplate: template("VMProbe"),
  nodeScrapeSelector: objects("VMNodeScrape", "nodeScrapeNamespaceSelector"),
  nodeScrapeNamespaceSelector: namespaces("VMNodeScrape"),
  nodeScrapeRelabelTemplate: template("VMNodeScrape"),
  staticScrapeSelector: objects("VMStaticScrape", "staticScrapeNamespaceSelector"),
  staticScrapeNamespaceSelector: namespaces("VMStaticScrape"),
  staticScrapeRelabelTemplate: template("VMStaticScrape"),
  scrapeConfigSelector: objects("VMScrapeConfig", "scrapeConfigNamespaceSelector"),
  scrapeConfigNamespaceSelector: namespaces("VMScrapeConfig"),
  scrapeConfigRelabelTemplate: template("VMScrapeConfig"),
};

/** General scrape settings, and jobs beside the selected objects. */
const scrapeConfigurationFields = {
  ingestOnlyMode: structural(
    boolean("Scrapes nothing and only accepts pushed data: no configuration, no permissions to discover targets."),
  ),
  scrapeInterval: duration("Time between scrapes, for targets without an interval. Default 30s."),
  scrapeTimeout: duration("Time limit of a scrape, for targets without one. Default: the scraper's own."),
  minScrapeInterval: string("Shortest time between scrapes that an object may ask for; a shorter one becomes this. Default: no bound."),
  maxScrapeInterval: string("Longest time between scrapes that an object may ask for; a longer one becomes this. Default: no bound."),
  sampleLimit: integer("Maximum number of samples in a scrape, for targets without a limit. Default 0: no limit."),
  externalLabels: map("Labels for all scraped samples. They win over the label that `externalLabelName` names.", item),
  externalLabelName: structural(
    string(
      "Label with the namespace and name of this resource, for all scraped samples. Default `prometheus`; an empty name leaves it out.",
    ),
  ),
  vmAgentExternalLabelName: structural(string("The same as `externalLabelName`, which wins.", { deprecated: "use externalLabelName" })),
  globalScrapeRelabelConfigs: relabelConfigs("Relabeling of the targets of all jobs."),
  globalScrapeMetricRelabelConfigs: relabelConfigs("Relabeling of the samples of all jobs."),
  scrapeClasses: list("Named sets of authentication and relabeling, for scrape objects to refer to.", scrapeClass),
  apiServerConfig,
  enableKubernetesAPISelectors: structural(
    boolean(
      "Lets the API server choose targets by the objects' selectors rather than by relabeling, which loads less. Default false; " +
        "an error together with `daemonSetMode`.",
    ),
  ),
  inlineScrapeConfig: string(
    "Further scrape jobs as a YAML list, the last in the configuration. Text that is not such a list is an error.",
  ),
  additionalScrapeConfigs: described(
    "Further scrape jobs as a YAML list in a Secret, before those of `inlineScrapeConfig`. A missing Secret or key is an error.",
    secretKey,
  ),
};

/** Restrictions for scrape objects. */
const scrapeEnforcementFields = {
  enforcedNamespaceLabel: structural(
    string(
      "Label that every target gets with the namespace of its scrape object. Rules of the object cannot change it: those for samples are dropped.",
    ),
  ),
  overrideHonorLabels: structural(boolean("Makes `honorLabels` false in all jobs made from scrape objects. Default false.")),
  overrideHonorTimestamps: structural(boolean("Makes `honorTimestamps` false in all jobs made from scrape objects. Default false.")),
  ignoreNamespaceSelectors: structural(
    boolean("Discovers the targets of a scrape object only in its own namespace, and ignores its `namespaceSelector`. Default false."),
  ),
  arbitraryFSAccessThroughSMs: described(
    "Whether scrape objects may refer to files of the container. Classes may in any case.",
    arbitraryFileAccess,
  ),
};

/** All fields by which VMAgent and VMSingle find and scrape targets. */
export const scrapingFields = { ...scrapeSelectionFields, ...scrapeConfigurationFields, ...scrapeEnforcementFields };
