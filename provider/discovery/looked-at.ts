import { grouped } from "../text/grouped";
import { hasPlaceholder } from "../values/values";
import { type ClusterObject, type ContainerPort, type Ingress, type Node, namespaceOf, type Pod, type Service } from "./discovered-objects";
import { type PodTemplate, templateOf } from "./predicted-objects";
import { areMetBy, plainForms, plainLabels, type Requirement } from "./requirements";
import type { SearchRole } from "./search";

type Labels = Readonly<Record<string, string>>;

/** Something that a search can find by its labels. */
export interface Candidate {
  /** `Service/shop/shop`. */
  readonly key: string;
  /** Its name in messages: `the Service shop/shop`, `the pods of the Deployment shop/shop`. */
  readonly title: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** Its labels, or even more of it, are not known. */
  readonly isUnknown?: boolean;
  /** Labels of the same object that are easily taken for `labels`, and their place. */
  readonly mistakable?: { readonly labels: Labels; readonly place: string };
}

export interface ServiceCandidate extends Candidate {
  readonly service: Service;
}

/** A pod, or the pods of a workload. */
export interface PodCandidate extends Candidate {
  /** The declared ports; undefined where others add containers, or nothing is known of them. */
  readonly ports: readonly ContainerPort[] | undefined;
}

/** Facts about the objects that are looked at. */
interface Completeness {
  /** Whether all objects of the namespaces are given, as far as they look so. Otherwise an object that nothing is like may be elsewhere. */
  readonly isWhole: boolean;
  /** The objects that custom resources become, for those that are not given. Asked for only where nothing is found. */
  readonly derived?: () => readonly ClusterObject[];
}

/** The objects of Kubernetes that searches look at. */
export class LookedAt {
  readonly services: Places<ServiceCandidate>;
  readonly pods: Places<PodCandidate>;
  readonly ingresses: Places<Candidate>;
  readonly nodes: Places<Candidate>;
  readonly isWhole: boolean;
  readonly #derived: Completeness["derived"];
  readonly #withEndpoints: ReadonlySet<string>;
  #later: LookedAt | undefined;

  constructor(all: readonly ClusterObject[], { isWhole, derived }: Completeness) {
    const given = all.filter((object) => !hasPlaceholder(object.metadata.name) && !hasPlaceholder(namespaceOf(object)));
    this.isWhole = isWhole && given.length === all.length;
    this.#derived = derived;
    const ofKind = (kind: string) => given.filter((object) => object.kind === kind);
    this.services = new Places(ofKind("Service").map((object) => serviceCandidate(object as Service)));
    const injected = new Set(ofKind("Namespace").flatMap((object) => (isInjected(object.metadata.labels) ? [object.metadata.name] : [])));
    this.pods = new Places(given.flatMap((object) => podCandidates(object, injected)));
    this.ingresses = new Places(ofKind("Ingress").map((object) => plainCandidate(object as Ingress)));
    this.nodes = new Places(ofKind("Node").map((object) => plainCandidate(object as Node)));
    this.#withEndpoints = new Set(
      [...ofKind("Endpoints"), ...ofKind("EndpointSlice")].map(
        (object) => `${namespaceOf(object)}/${object.metadata.labels?.["kubernetes.io/service-name"] ?? object.metadata.name}`,
      ),
    );
  }

  /** The candidates of a role. */
  of(role: SearchRole): Places<Candidate> {
    return { endpoints: this.services, service: this.services, pod: this.pods, ingress: this.ingresses, node: this.nodes }[role];
  }

  /** The same of the objects that custom resources become, and of those that every cluster has. */
  others(): LookedAt {
    this.#later ??= new LookedAt([ofEveryCluster, ...(this.#derived?.() ?? [])], { isWhole: false });
    return this.#later;
  }

  /** Whether the endpoints of a Service are given, so that they do not follow from pods. */
  hasEndpoints({ namespace, name }: Candidate): boolean {
    return this.#withEndpoints.has(`${namespace}/${name}`);
  }

  /** Whether there is anything to look at. */
  get isEmpty(): boolean {
    return [this.services, this.pods, this.ingresses, this.nodes].every(({ all }) => all.length === 0);
  }
}

/** Candidates by their namespaces and labels. */
export class Places<Kind extends Candidate> {
  readonly all: readonly Kind[];
  readonly #byNamespace: ReadonlyMap<string, readonly Kind[]>;
  #byLabel: ReadonlyMap<string, readonly Kind[]> | undefined;

  constructor(all: readonly Kind[]) {
    this.all = all;
    this.#byNamespace = grouped(all.map((one) => [one.namespace, one]));
  }

  /** Those in some namespaces; of an empty list, all. */
  in(namespaces: readonly string[]): readonly Kind[] {
    return namespaces.length === 0 ? this.all : namespaces.flatMap((namespace) => this.#byNamespace.get(namespace) ?? []);
  }

  /** Those in some namespaces that meet all conditions, or whose labels are not known. */
  matching(namespaces: readonly string[], wanted: readonly Requirement[]): readonly Kind[] {
    const isThere = ({ namespace }: Kind): boolean => namespaces.length === 0 || namespaces.includes(namespace);
    const labels = wanted.map(plainLabels).find((one) => one !== undefined);
    const narrowed = labels ? this.#labelled(labels).filter(isThere) : this.in(namespaces);
    return narrowed.filter((one) => one.isUnknown || areMetBy(one.labels, wanted));
  }

  #labelled(labels: readonly string[]): readonly Kind[] {
    this.#byLabel ??= grouped(
      this.all.flatMap((one) => (isOpen(one) ? [""] : plainForms(one.labels)).map((label) => [label, one] as const)),
    );
    return [...new Set([...labels, ""].flatMap((label) => this.#byLabel?.get(label) ?? []))];
  }
}

/** Whether anything of the labels is not known. */
const isOpen = ({ isUnknown, labels }: Candidate): boolean => isUnknown === true || Object.values(labels).some(hasPlaceholder);

/** The Service of the API server, which nobody writes down. */
const ofEveryCluster: Service = {
  kind: "Service",
  metadata: { name: "kubernetes", namespace: "default", labels: { component: "apiserver", provider: "kubernetes" } },
  spec: { ports: [{ name: "https", port: 443, targetPort: 6443 }] },
};

const nameIn = ({ kind, metadata }: ClusterObject, namespace: string): string =>
  `${kind} ${namespace === "" ? "" : `${namespace}/`}${metadata.name}`;

function plainCandidate(object: ClusterObject): Candidate {
  const { name, labels = {} } = object.metadata;
  const namespace = namespaceOf(object);
  return { key: `${object.kind}/${namespace}/${name}`, title: `the ${nameIn(object, namespace)}`, namespace, name, ...known(labels) };
}

/** Labels, as far as they are more than a placeholder. */
const known = (labels: unknown): Pick<Candidate, "labels" | "isUnknown"> =>
  typeof labels === "object" && labels !== null ? { labels: labels as Labels } : { labels: {}, isUnknown: true };

function serviceCandidate(service: Service): ServiceCandidate {
  const { selector } = service.spec ?? {};
  const mistakable = selector && { labels: selector, place: "only in spec.selector, not in metadata.labels" };
  return { ...plainCandidate(service), service, ...(mistakable && { mistakable }) };
}

function podCandidates(object: ClusterObject, injected: ReadonlySet<string>): PodCandidate[] {
  const plain = plainCandidate(object);
  if (object.kind === "Pod") return [{ ...plain, ports: portsOf(object as Pod) }];
  const template = templateOf(object);
  if (!template) return [];
  const { labels = {}, annotations } = template.metadata ?? {};
  const isOpen = injected.has(plain.namespace) || isInjected(labels) || isInjected(annotations);
  return [
    {
      ...plain,
      title: `the pods of ${plain.title}`,
      ...known(labels),
      mistakable: { labels: plain.labels, place: "only in its own metadata.labels, not in those of spec.template" },
      ports: isOpen ? undefined : portsOf(template),
    },
  ];
}

/** The ports of all containers. */
function portsOf({ spec }: PodTemplate): readonly ContainerPort[] | undefined {
  const { containers, initContainers = [] } = spec ?? {};
  if (!Array.isArray(containers) || !Array.isArray(initContainers)) return undefined;
  const lists = [...containers, ...initContainers].map(({ ports = [] }) => ports);
  return lists.every(Array.isArray) ? lists.flat() : undefined;
}

/** Whether labels or annotations ask for containers that are added to pods when they are made, as service meshes do. */
const isInjected = (texts: Labels = {}): boolean => Object.keys(texts).some((key) => /inject|istio\.io\/rev/.test(key));
