import { hasPlaceholder } from "../values/values";
import type { Candidate, LookedAt, PodCandidate, ServiceCandidate } from "./looked-at";
import { hasOf, mostNamed, podPortMiss, serviceMiss } from "./port-misses";
import { areMetBy, isLike, labelsInstead, labelValue, type Requirement, requirementsOf, unmetBy } from "./requirements";
import type { Looking, Miss, Search, SearchRole } from "./search";

/**
 * Why a search finds no targets among the objects that are looked at, by the one that comes nearest. Undefined where it finds some, and where the
 * objects do not tell: nothing is given, or what is given may not be everything.
 *
 * @param all All searches: an object that another one finds is none that this one misses.
 */
export function nearestMiss(search: Looking, looked: LookedAt, all: readonly Looking[] = []): Miss | undefined {
  const miss = missAmong(search, looked, all);
  return miss && foundBy(search, looked.others()).length === 0 ? miss : undefined;
}

/** Whether an object is one that a search finds by its labels and its namespace. */
export const isFoundBy = (search: Looking, candidate: Candidate): boolean =>
  (search.inNamespaces.length === 0 || candidate.namespace === "" || search.inNamespaces.includes(candidate.namespace)) &&
  (candidate.isUnknown || areMetBy(candidate.labels, wantedBy(search)));

/** The objects that a search finds, with the port that it asks for. */
export function foundBy(search: Looking, looked: LookedAt): readonly Candidate[] {
  return found(search, looked).filter((candidate) => portMiss(search, [candidate], looked) === undefined);
}

function missAmong(search: Looking, looked: LookedAt, others: readonly Looking[]): Miss | undefined {
  if (search.inNamespaces.some(hasPlaceholder)) return undefined;
  const candidates = found(search, looked);
  return candidates.length === 0 ? objectMiss(search, looked, others) : portMiss(search, candidates, looked);
}

function portMiss(search: Looking, candidates: readonly Candidate[], looked: LookedAt): Miss | undefined {
  if (search.role === "pod") return search.port && podPortMiss(search.port, candidates as readonly PodCandidate[]);
  if (search.role === "ingress" || search.role === "node") return undefined;
  return serviceMiss(search, candidates as readonly ServiceCandidate[], looked);
}

const found = (search: Looking, looked: LookedAt): readonly Candidate[] =>
  looked.of(search.role).matching(namespacesOf(search), wantedBy(search));

/** All conditions of a search on labels. */
const wantedBy = ({ selector: { selector }, conditions = [] }: Search): readonly Requirement[] => [
  ...requirementsOf(selector),
  ...conditions,
];

/** The field where the first of some conditions can be mended. */
const pathOf = ({ selector }: Search, [first]: readonly Requirement[]): string => first?.path ?? selector.path;

const namespacesOf = ({ role, inNamespaces }: Looking): readonly string[] => (role === "node" ? [] : inNamespaces);

/** A search that finds no object by its selector. */
interface Case {
  readonly search: Looking;
  readonly wanted: readonly Requirement[];
  /** `no Service in namespace shop has app=shop`. */
  readonly what: string;
  /** Objects of its role that it looks at. */
  readonly seen: readonly Candidate[];
  readonly looked: LookedAt;
  readonly others: readonly Looking[];
}

type Reason = (given: Case) => Miss | undefined;

/** The reasons why a selector finds no object, the likeliest first. */
const reasons: readonly Reason[] = [
  /** The labels are there, in another place of the object. */
  ({ search, wanted, what, seen }) => {
    const one = seen.find(
      ({ labels, mistakable }) =>
        mistakable &&
        areMetBy(mistakable.labels, wanted) &&
        unmetBy(labels, wanted).every(({ key }) => labelValue(labels, key) === undefined),
    );
    if (!one) return undefined;
    return {
      path: pathOf(search, unmetBy(one.labels, wanted)),
      message: `${what} (${one.title} ${hasOf(one)} it ${one.mistakable?.place})`,
    };
  },
  /** An object has almost the same labels. */
  ({ search, wanted, what, seen }) => {
    const one = seen.find((candidate) => isNear(candidate, wanted));
    if (!one) return undefined;
    const unmet = unmetBy(one.labels, wanted);
    return { path: pathOf(search, unmet), message: `${what} (${one.title} ${hasOf(one)} ${labelsInstead(one.labels, unmet)})` };
  },
  /** The object is in a namespace that is not looked at. */
  ({ search, wanted, what, looked, others }) => {
    if (wanted.length === 0 || !search.namespaces || search.inNamespaces.length === 0) return undefined;
    const isMissed = (candidate: Candidate): boolean =>
      areMetBy(candidate.labels, wanted) && !others.some((other) => other.role === search.role && isFoundBy(other, candidate));
    const [one] = looked.of(search.role).all.filter(isMissed);
    if (!one) return undefined;
    const remedy = search.confinedBy ?? `add ${one.namespace} to ${"given" in search.namespaces ? search.namespaces.field : "matchNames"}`;
    return {
      path: search.namespaces.path,
      message: `${what} (${one.title} ${hasOf(one)} it, in a namespace that is not looked at): ${remedy}`,
    };
  },
  /** The pods are there, without a Service. */
  ({ search, wanted, what, looked }) => {
    if (search.role !== "endpoints" || wanted.length === 0) return undefined;
    const one = looked.pods.in(search.inNamespaces).find(({ labels }) => areMetBy(labels, wanted));
    if (!one) return undefined;
    const { podRemedy = "use a VMPodScrape" } = search;
    return { path: pathOf(search, wanted), message: `${what} (${one.title} have it): add a Service, or ${podRemedy}` };
  },
  /** Nothing is like it, among all there is. */
  ({ search, wanted, what, seen, looked }) => {
    const isEverywhere = search.inNamespaces.length === 0 && search.role !== "node";
    if (!looked.isWhole || isEverywhere || seen.length === 0 || seen.some(({ namespace }) => namespace.startsWith("kube-")))
      return undefined;
    const nearest = seen
      .map((candidate) => ({ candidate, unmet: unmetBy(candidate.labels, wanted) }))
      .sort((left, right) => left.unmet.length - right.unmet.length)
      .slice(0, mostNamed);
    const named = nearest.map(({ candidate, unmet }) => `${candidate.title} ${hasOf(candidate)} ${labelsInstead(candidate.labels, unmet)}`);
    const path = pathOf(search, nearest[0]?.unmet ?? []);
    return { path, message: `${what} (${named.join(", ")}${seen.length > mostNamed ? ", …" : ""})` };
  },
];

function objectMiss(search: Looking, looked: LookedAt, others: readonly Looking[]): Miss | undefined {
  const wanted = wantedBy(search);
  const seen = looked.of(search.role).in(namespacesOf(search));
  const what = `no ${nouns[search.role]}${placeOf(search)} has ${wanted.map(({ text }) => text).join(" and ")}`;
  for (const reason of reasons) {
    const miss = reason({ search, wanted, what, seen, looked, others });
    if (miss) return miss;
  }
  return undefined;
}

/** Each condition is met, or nearly so. */
const isNear = ({ labels, name }: Candidate, wanted: readonly Requirement[]): boolean =>
  unmetBy(labels, wanted).every((one) => isLike(one, labels, name));

const nouns: Readonly<Record<SearchRole, string>> = {
  endpoints: "Service",
  service: "Service",
  pod: "pod",
  ingress: "Ingress",
  node: "Node",
};

function placeOf(search: Looking): string {
  const namespaces = namespacesOf(search);
  if (namespaces.length === 0) return "";
  return ` in ${namespaces.length === 1 ? "namespace" : "namespaces"} ${namespaces.join(", ")}`;
}
