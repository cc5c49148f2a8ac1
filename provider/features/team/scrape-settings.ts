import { object, type Shape } from "../../schema/fields";
import type { ScrapingSpec } from "../../scraping/scrape-types";
import { scrapeSelectionFields, scrapingFields } from "../../scraping/scraper-fields";
import { own } from "../../text/own";
import type { Tree } from "../../text/tree";
import { namespacesNamed } from "../../world/selectors";
import { contractOf } from "./contract";

/** Fields of an agent by which it finds jobs and objects of its own: a team has no say in them and no use for them. */
const ofAgentAlone = [
  "ingestOnlyMode",
  "selectAllByDefault",
  "inlineScrapeConfig",
  "additionalScrapeConfigs",
  "apiServerConfig",
  ...Object.keys(scrapeSelectionFields).filter((name) => name.endsWith("Selector")),
];

const shared = Object.entries(scrapingFields).filter(([name]) => !ofAgentAlone.includes(name));

/** The contract of an agent: the settings by which jobs of its team are made. */
export const agentContract = contractOf(
  object("TeamScrapeSettings", "Settings of an agent for the jobs of its team.", Object.fromEntries(shared) as Shape),
);

/** These settings as an agent's spec has them. */
export const scrapeSettings = (spec: ScrapingSpec): Tree =>
  Object.fromEntries(shared.flatMap(([name]) => (own(spec, name) === undefined ? [] : [[name, own(spec, name) as Tree]])));

/** Selectors by which an agent takes the objects of all kinds from some namespaces. */
export const takingFrom = (namespaces: readonly string[]): ScrapingSpec =>
  Object.fromEntries(
    Object.keys(scrapeSelectionFields)
      .filter((name) => name.endsWith("NamespaceSelector"))
      .map((name) => [name, namespacesNamed(namespaces)]),
  );
