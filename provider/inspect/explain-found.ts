import type { Program } from "../derivation";
import { type ClusterObject, namespaceOf } from "../discovery/discovered-objects";
import { LookedAt } from "../discovery/looked-at";
import { isFoundBy, nearestMiss } from "../discovery/nearest-miss";
import { predictedObjects } from "../discovery/predicted-objects";
import type { Looking } from "../discovery/search";
import type { Target } from "../discovery/target-types";
import type { Prepared } from "../render";
import { loadRelabeling } from "../upstream/module";
import { objectKey } from "../world/objects";
import { matches } from "../world/selectors";
import { scraperTargets } from "./scraper-targets";
import { lookingOf, type ScraperSearch, searchesIn, searchesOf } from "./untargeted";

/** The given objects that scrape objects look for, by their keys. */
export function lookedFor({ given }: Program): Map<string, ClusterObject> {
  const objects = given as readonly ClusterObject[];
  const isLookedFor = (object: ClusterObject): boolean => !new LookedAt([object], { isWhole: false }).isEmpty;
  return new Map(objects.filter(isLookedFor).map((object) => [keyOf(object), object]));
}

const keyOf = (object: ClusterObject): string => [object.kind, namespaceOf(object), object.metadata.name].join("/");

/** Says by which scrape objects a Service, pod, workload, Ingress or Node is scraped, and which of them miss it by little. */
export function explainFound(object: ClusterObject, prepared: Prepared): string[] {
  const { program } = prepared;
  const scraped = loadRelabeling() ? targetLines(object, prepared) : [];
  const selected = searchesOf(program);
  const all = opinions(object, selected, program);
  const finding = all.filter(({ isFound, miss }) => isFound && !miss);
  const missing = all.filter(({ miss }) => miss !== undefined);
  const services = servicesOf(object, program);
  return [
    ...services.map((service) => `${service} leads to it.`),
    ...(scraped.length > 0
      ? scraped
      : finding.filter(({ scraper }) => scraper).map(({ name, scraper }) => `${scraper} scrapes it, because of ${name}.`)),
    ...(scraped.length === 0 && finding.every(({ scraper }) => !scraper)
      ? [selected.length === 0 ? "Nothing scrapes it: no scrape object that is selected looks for such objects." : "Nothing scrapes it."]
      : []),
    ...finding.filter(({ scraper }) => !scraper).map(({ name }) => `${name} would find it, but nothing selects ${name}.`),
    ...missing.map(({ name, miss }) => `${name} misses it: ${miss}`),
  ];
}

/** The view of a scrape object about another object. */
interface Opinion {
  readonly name: string;
  /** Undefined where nothing selects the scrape object. */
  readonly scraper?: string;
  readonly isFound: boolean;
  /** Why it is not found, where it is nearly. */
  readonly miss?: string;
}

function opinions(object: ClusterObject, selected: readonly ScraperSearch[], program: Program): Opinion[] {
  const alone = new LookedAt([object], { isWhole: false });
  const others = (program.given as readonly ClusterObject[]).filter((one) => one !== object && one.kind !== object.kind);
  const withPods = new LookedAt([object, ...others], { isWhole: false });
  const opinion = (name: string, search: Looking, scraper?: string): Opinion[] => {
    const [candidate] = alone.of(search.role).all;
    if (!candidate) return [];
    const isFound = isFoundBy(search, candidate);
    const miss = nearestMiss(search, isFound && search.role !== "pod" ? withPods : alone);
    return isFound || miss ? [{ name, isFound, ...(scraper && { scraper }), ...(miss && { miss: `${miss.path}: ${miss.message}` }) }] : [];
  };
  const isSelected = new Set(selected.map((one) => one.object));
  const unselected = program.resources.filter((resource) => !isSelected.has(resource));
  const found = [
    ...selected.flatMap((one) => opinion(objectKey(one.object), one.search, objectKey(one.scraper))),
    ...unselected.flatMap((one) =>
      searchesIn(one, program).flatMap((search) => opinion(objectKey(one), lookingOf(search, one, { ...one, spec: {} }, program))),
    ),
  ];
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The Services that lead to a pod or to the pods of a workload. */
function servicesOf(object: ClusterObject, { given }: Program): string[] {
  const [pods] = new LookedAt([object], { isWhole: false }).pods.all;
  if (!pods) return [];
  return new LookedAt(given as readonly ClusterObject[], { isWhole: false }).services
    .in([pods.namespace])
    .filter(
      ({ service }) =>
        Object.keys(service.spec?.selector ?? {}).length > 0 && matches({ matchLabels: service.spec?.selector ?? {} }, pods.labels),
    )
    .map(({ key }) => key);
}

/** The targets that an object gives, by scraper and job. */
function targetLines(object: ClusterObject, prepared: Prepared): string[] {
  const isOwn = targetsOf(object);
  return scraperTargets(prepared, prepared.program.given).flatMap(({ scraper, jobs }) =>
    jobs.flatMap(({ job, from, targets }) => {
      const own = targets.filter(isOwn);
      if (own.length === 0) return [];
      const because = from ? `, because of ${from}` : "";
      return [
        `${scraper} scrapes it${because}:`,
        `  job ${job}`,
        ...own.map(({ url, isPredicted }) => `    ${url}${isPredicted ? " (predicted)" : ""}`),
      ];
    }),
  );
}

/** Whether a target comes from an object. */
function targetsOf(object: ClusterObject): (target: Target) => boolean {
  const namespace = namespaceOf(object);
  const names = new Set([object.metadata.name, ...predictedObjects([object]).map(({ metadata }) => metadata.name)]);
  const kind = ["Service", "Ingress", "Node"].includes(object.kind) ? object.kind.toLowerCase() : "pod";
  return ({ discovered }) =>
    names.has(discovered[`__meta_kubernetes_${kind}_name`] ?? "") &&
    (namespace === "" || discovered.__meta_kubernetes_namespace === namespace);
}
