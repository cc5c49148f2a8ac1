import { type Assembly, withoutRepetitions } from "../assemble";
import { ofOriginal } from "../convert/originals";
import { deriveResource, isPaused, type Program } from "../derivation";
import type { ClusterObject } from "../discovery/discovered-objects";
import { LookedAt } from "../discovery/looked-at";
import { nearestMiss } from "../discovery/nearest-miss";
import type { Looking, Search } from "../discovery/search";
import { isConfined, targetNamespaces } from "../scraping/kubernetes-discovery";
import type { ScrapeObjectSpec, ScrapingSpec } from "../scraping/scrape-types";
import { isOfKubernetes } from "../world/cluster-kinds";
import { type Issue, Report } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { choices } from "./choices";

/** The search of a scraper for one entry of a scrape object. */
export interface ScraperSearch {
  readonly object: CustomResource;
  readonly scraper: CustomResource;
  readonly search: Looking;
}

interface Asking {
  /** The scrapers that are asked; by default all. */
  readonly isScraper?: (resource: CustomResource) => boolean;
  /** The derivations that are known already, by the keys of the custom resources. */
  readonly derived?: Assembly["derived"];
}

/**
 * Warnings of scrape objects that are selected and find nothing to scrape among the given objects, in words of the nearest miss. They follow from
 * selectors and ports alone; nothing is said where too little is given.
 */
export function untargetedObjects(program: Program, { isScraper, derived }: Asking = {}): Issue[] {
  const looked = lookedAt(program, derived);
  if (looked.isEmpty) return [];
  const all = searchesOf(program, isScraper);
  const searches = all.map(({ search }) => search);
  const issues = all.flatMap(({ object, search }): Issue[] => {
    const miss = nearestMiss(search, looked, searches);
    return miss ? [{ object: objectKey(object), path: miss.path, message: `has no targets: ${miss.message}`, severity: "warning" }] : [];
  });
  return withoutRepetitions(issues.map((issue) => ofOriginal(issue, program.originals)));
}

/** The objects of a program that searches look at. */
export function lookedAt(program: Program, known?: Assembly["derived"]): LookedAt {
  const { context, given, resources } = program;
  const objectsOf = (resource: CustomResource): ClusterObject[] => {
    const { derivation } = known?.get(objectKey(resource)) ?? deriveResource(program, resource);
    return derivation.objects.map(({ manifest }) => manifest as ClusterObject);
  };
  const isWhole = context.world.isWhole && !given.some((object) => isStranger(object, program));
  return new LookedAt(given as readonly ClusterObject[], { isWhole, derived: () => resources.flatMap(objectsOf) });
}

/** Whether an object is of an API whose controllers may make Services and pods that nobody sees here. */
function isStranger(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  { context: { kinds } }: Program,
): boolean {
  return !isOfKubernetes(apiVersion) && kinds.of(kind) === undefined && !kinds.sources.has(kind);
}

/** The searches of an object itself; none for an object that is no scrape object. */
export const searchesIn = ({ kind, spec }: CustomResource, { context }: Program): readonly Search[] =>
  context.kinds.of(kind)?.scraped?.searches?.(spec) ?? [];

/** The searches of all scrape objects, for each scraper that selects them. */
export function searchesOf(program: Program, isScraper: (resource: CustomResource) => boolean = () => true): ScraperSearch[] {
  return program.resources.flatMap((object) => {
    const searches = searchesIn(object, program);
    if (searches.length === 0) return [];
    const scrapers = choices(object, program).filter(
      ({ isSelected, workload }) => isSelected && isScraper(workload) && !isPaused(workload),
    );
    return scrapers.flatMap(({ workload }) => {
      // Another API server has other objects.
      if ((workload.spec as ScrapingSpec).apiServerConfig) return [];
      return searches.map((search) => ({ object, scraper: workload, search: lookingOf(search, object, workload, program) }));
    });
  });
}

/** A search as a scraper makes it. */
export function lookingOf(search: Search, object: CustomResource, scraper: CustomResource, { context: shared }: Program): Looking {
  if (!search.namespaces) return { ...search, inNamespaces: [] };
  if ("given" in search.namespaces) {
    const { given } = search.namespaces;
    return { ...search, inNamespaces: given.length > 0 ? given : [scraper.metadata.namespace] };
  }
  const scraping = {
    object: object as CustomResource<ScrapeObjectSpec>,
    spec: scraper.spec as ScrapingSpec,
    context: { ...shared, report: new Report(objectKey(object)), arguments: {} },
  };
  const { kind, metadata } = scraper;
  const reason = isConfined(scraping)
    ? "watchNamespaces confines"
    : scraping.spec.ignoreNamespaceSelectors
      ? "spec.ignoreNamespaceSelectors confines"
      : undefined;
  return {
    ...search,
    inNamespaces: targetNamespaces(search.namespaces, scraping),
    ...(reason && { confinedBy: `${reason} the ${kind} ${metadata.namespace}/${metadata.name} to the object's own namespace` }),
  };
}
