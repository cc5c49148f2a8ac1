import type { Context } from "../context";
import { checkSelector, type SelectorField, type SelectorFields, selectedObjects } from "../selection";
import type { CustomResource } from "../world/objects";
import type { Scraped, ScrapeKind } from "./scrape-kinds";
import type { ScrapeObjectSpec, ScrapingSpec } from "./scrape-types";
import { scrapeSelectionFields } from "./scraper-fields";

/** The objects of a kind that are scraped by a VMAgent or VMSingle, in the order of `namespace/name`. */
export function selectedScrapeObjects(
  kind: ScrapeKind,
  { metadata, spec }: CustomResource<ScrapingSpec>,
  context: Context,
): CustomResource<ScrapeObjectSpec>[] {
  if (spec.daemonSetMode && !kind.onEachNode) return [];
  return selectedObjects(kind.kind, metadata.namespace, scrapeSelectors(kind, spec), context);
}

/** The selection of a kind's objects by a VMAgent or VMSingle, or the reason why it selects none. The two have different defaults. */
export const scrapesSelected =
  (isIdleByDefault: boolean) =>
  ({ kind, scraped }: { readonly kind: string; readonly scraped?: Scraped }) =>
    scraped &&
    (({ spec }: CustomResource<ScrapingSpec>) => {
      const { ingestOnlyMode = isIdleByDefault } = spec;
      if (ingestOnlyMode) return { none: `spec.ingestOnlyMode is ${isIdleByDefault ? "not false" : "true"}: it scrapes nothing` };
      if (spec.daemonSetMode && !scraped.onEachNode) return { none: `spec.daemonSetMode is true: it selects no ${kind}` };
      return scrapeSelectors(scraped, spec);
    });

/** The selection of a kind's objects by a VMAgent or VMSingle. */
const scrapeSelectors = (kind: Scraped, spec: ScrapingSpec): SelectorFields => ({
  objects: fieldOf(kind.selector, spec),
  namespaces: fieldOf(kind.namespaceSelector, spec),
  all: spec.selectAllByDefault,
});

type SelectorName = Extract<keyof typeof scrapeSelectionFields, `${string}Selector`>;

const selectorNames = Object.keys(scrapeSelectionFields).filter((name): name is SelectorName => name.endsWith("Selector"));

/** Reports selectors that Kubernetes would refuse, of all kinds of scrape objects. */
export function checkSelectors(spec: ScrapingSpec, context: Context): void {
  for (const name of selectorNames) checkSelector(fieldOf(name, spec), context);
}

const fieldOf = (name: SelectorName, spec: ScrapingSpec): SelectorField => ({ path: `spec.${name}`, selector: spec[name] });
