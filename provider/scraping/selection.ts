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
  { world, defaults, report }: Context,
): CustomResource<ScrapeObjectSpec>[] {
  const { metadata, spec } = parent;
  if (spec.daemonSetMode && !kind.onEachNode) return [];
  const watched = defaults.watchNamespaces;
  const isConfined = watched.length > 0;
  // Who is confined to namespaces cannot read labels of namespaces.
  const namespaceSelector = spec[kind.namespaceSelector] && isConfined ? {} : spec[kind.namespaceSelector];
  for (const name of world.unknownNamespaces(kind.kind, namespaceSelector)) {
    const message = `the labels of the namespace ${name} are not known, only its name: give the Namespace among the objects that are looked at`;
    report.warning(`spec.${kind.namespaceSelector}`, message, { kind: "Namespace", namespace: "", name });
  }
  const selection = { selector: spec[kind.selector], namespaceSelector, all: spec.selectAllByDefault };
  const objects = world.select<ScrapeObjectSpec>(kind.kind, metadata.namespace, selection);
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
