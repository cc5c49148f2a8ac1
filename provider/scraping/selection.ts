import type { Context } from "../context";
import { scrapeSelectionFields } from "../schema/scraping";
import type { CustomResource } from "../world/objects";
import { type LabelSelector, selectorProblems } from "../world/selectors";
import type { ScrapeKind } from "./kinds";
import type { ScrapeObjectSpec, ScrapingSpec } from "./types";

/** The objects of a kind that are scraped by a VMAgent or VMSingle, in the order of `namespace/name`. */
export function selectedObjects(
  kind: ScrapeKind,
  parent: CustomResource<ScrapingSpec>,
  { world, defaults }: Context,
): CustomResource<ScrapeObjectSpec>[] {
  const { metadata, spec } = parent;
  if (spec.daemonSetMode && !kind.onEachNode) return [];
  const watched = defaults.watchNamespaces;
  const isConfined = watched.length > 0;
  const given = spec[kind.namespaceSelector];
  const objects = world.select<ScrapeObjectSpec>(kind.kind, metadata.namespace, {
    selector: spec[kind.selector],
    // Who is confined to namespaces cannot read labels of namespaces.
    namespaceSelector: given && isConfined ? {} : given,
    all: spec.selectAllByDefault,
  });
  return isConfined ? objects.filter((object) => watched.includes(object.metadata.namespace)) : objects;
}

type SelectorName = Extract<keyof typeof scrapeSelectionFields, `${string}Selector`>;

const selectorNames = Object.keys(scrapeSelectionFields).filter((name): name is SelectorName => name.endsWith("Selector"));

/** Reports selectors that Kubernetes would refuse, of all kinds of scrape objects. */
export function checkSelectors(spec: ScrapingSpec, { report }: Context): void {
  for (const name of selectorNames) {
    const selector: LabelSelector = spec[name] ?? {};
    for (const [path, message] of selectorProblems(selector)) report.error(`spec.${name}.${path}`, message);
  }
}
