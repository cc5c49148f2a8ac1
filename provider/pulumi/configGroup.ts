import * as pulumi from "@pulumi/pulumi";
import { sourceKinds } from "../convert/convert";
import { deriveResource, type Program, program } from "../derivation";
import type { ConfigGroupArgs } from "../generated/components";
import { kindOf } from "../kinds";
import { foreignKinds } from "../kinds/backends";
import { loadParsers } from "../kinds/VMRule/metricsql";
import { unselectedObjects } from "../render/unselected";
import { isPlaceholder, Values } from "../values/values";
import { objectArguments } from "../world/arguments";
import { describeIssue, type Issue } from "../world/issues";
import { type CustomResource, type Manifest, objectKey } from "../world/objects";
import { Component, type Derived, lasting, type Outcome, readDefaults, register, warn } from "./component";
import { stackDefaults } from "./configuration";
import { failed, outputOfFailed, reportFailure } from "./failure";
import { makingOf, withGenerated } from "./generated";
import { type GroupObject, readGroup } from "./groupObjects";
import { clusterKindsOf, isConvertible, passThrough, withNamespace } from "./passThrough";
import { providerOf } from "./provider";
import { realise } from "./realise";
import { missingObjects, readObject } from "./references";
import { type Resolved, resolve } from "./resolve";
import { gatherObjects } from "./selectFrom";
import { type Switches, switchesOf } from "./switches";

/** What became of a group: the custom resources in it, by `Kind/namespace/name`. */
type GroupOutcome =
  | { readonly state: "derived"; readonly customResources: readonly string[] }
  | { readonly state: "deferred" }
  /** It was made by another process. */
  | { readonly state: "referenced" }
  | { readonly state: "failed"; readonly error: Error };

/**
 * Whole manifests as one closed world: what a cluster with the operator would become. Custom resources of VictoriaMetrics, those that objects of
 * the prometheus-operator are converted to among them, become child components; other objects are registered as they are.
 */
export class ConfigGroup extends pulumi.ComponentResource<GroupOutcome> {
  /** The custom resources in the group: `Kind/namespace/name`. */
  declare readonly customResources: pulumi.Output<string[]>;

  /** Undefined for a reference, which the option `urn` makes. */
  readonly #construction: Construction | undefined;

  constructor(name: string, args: ConfigGroupArgs, options: pulumi.ComponentResourceOptions = {}) {
    super("victoriametrics:index:ConfigGroup", name, options.urn ? { customResources: undefined } : {}, options);
    if (options.urn) return;
    this.#construction = { name, args, options };
    const customResources = this.urn.apply(async () => {
      const outcome = await this.getData();
      if (outcome.state === "derived") return [...outcome.customResources];
      return outcome.state === "failed" ? outputOfFailed(outcome.error) : pulumi.unknown;
    });
    Object.assign(this, { customResources });
    this.registerOutputs({ customResources });
    reportFailure(this.getData());
  }

  /** What became of the group. @internal */
  async outcome(): Promise<GroupOutcome> {
    return this.#construction ? this.getData() : { state: "referenced" };
  }

  /** Runs from within the base class's constructor; it waits for the rest of this class's. */
  protected override async initialize(): Promise<GroupOutcome> {
    await Promise.resolve();
    if (!this.#construction) return { state: "referenced" };
    try {
      return await construct(this, this.#construction);
    } catch (error) {
      return failed(error);
    }
  }
}

interface Construction {
  readonly name: string;
  readonly args: ConfigGroupArgs;
  readonly options: pulumi.ComponentResourceOptions;
}

/** The component of one custom resource of a group. What it consists of comes from the group. */
class Member extends Component {
  constructor(name: string, { kind, metadata, spec }: Manifest, values: Values, options: MemberOptions) {
    const { name: own, namespace, labels, annotations } = metadata;
    const inputs = { metadata: { name: own, namespace, labels, annotations }, spec };
    const found = kindOf(kind);
    if (!found) throw new Error(`there is no kind ${kind}`);
    const { build, ...resourceOptions } = options;
    super(found, name, realise(inputs, values) as object, resourceOptions, build);
  }
}

interface MemberOptions extends pulumi.ComponentResourceOptions {
  readonly build: (component: Component) => Promise<Outcome>;
}

/** A group's objects and all that is needed to derive from them. */
interface Group {
  readonly component: ConfigGroup;
  readonly construction: Construction;
  readonly values: Values;
  /** Missing objects are read from the cluster. */
  readonly canRead: boolean;
  /** There is a cluster in which single fields of objects can be changed. */
  readonly canPatch: boolean;
  readonly switches: Switches;
  /** The custom resources as they were given. */
  readonly custom: readonly Manifest[];
  /** What their components take beside them, by the key of the custom resource. */
  readonly arguments: ReadonlyMap<string, unknown>;
  readonly others: readonly GroupObject[];
  readonly dependencies: readonly pulumi.Resource[];
  /** Derives from the whole world, with the given custom resources and whatever was read from the cluster. */
  readonly derive: (custom: readonly Manifest[], read: readonly Manifest[]) => Derivations;
}

/** What was derived from a world. */
interface Derivations {
  readonly prepared: Program;
  readonly derived: ReadonlyMap<string, Derived>;
  /** The issues that showed while a resource was derived, by its key. */
  readonly issuesOf: ReadonlyMap<string, readonly Issue[]>;
  readonly issues: readonly Issue[];
}

async function construct(component: ConfigGroup, construction: Construction): Promise<GroupOutcome> {
  const { args } = construction;
  const values = new Values();
  const switches = await switchesOf(args, values);
  const provider = await providerOf(component);
  const namespace = await resolve(args.namespace ?? provider.namespace, values, "namespace");
  const [given, settings, ownArguments, gathered] = await Promise.all([
    readGroup(args, { component, values, namespace: namespace.value }),
    resolve(args.defaults, values, "defaults"),
    resolve(args.arguments, values, "arguments"),
    gatherObjects(args.selectFrom, values),
  ]);
  if (gathered.failed) return { state: "failed", error: gathered.failed };
  const { custom, others } = sort(given.objects, namespace);
  const isUnplaced = ({ metadata }: Manifest): boolean => isPlaceholder(metadata.namespace);
  const unplaced = [...custom, ...others.map(({ manifest }) => manifest)]
    .filter(isUnplaced)
    .map((object) => `namespace of ${object.kind} ${object.metadata.name}`);
  const unreadable = isPlaceholder(ownArguments.value) ? ["arguments"] : [];
  const unknown = [...given.deferred, ...gathered.deferred, ...unplaced, ...unreadable];
  if (unknown.length > 0) return defer(component, construction, unknown);
  const surroundings = [...gathered.objects, ...others.map(({ manifest }) => manifest)];
  const defaults = readDefaults(stackDefaults(), settings.value, values);
  const ofObjects = objectArguments(ownArguments.value, custom);
  const { selfScrapes } = gathered;
  const options = { values, defaults, parsers: loadParsers, arguments: ofObjects.arguments, selfScrapes, isWhole: true };
  const found = [...given.issues, ...ofObjects.issues, ...repetitions([...custom, ...others.map(({ manifest }) => manifest)])];
  const outside = new Set(gathered.objects.map(objectKey));
  const isOwn = (resource: CustomResource): boolean => !outside.has(objectKey(resource));
  return realiseGroup({
    component,
    construction,
    values,
    canRead: provider.canRead && switches.readReferences,
    canPatch: provider.canRead,
    switches,
    custom,
    arguments: ofObjects.arguments,
    others,
    dependencies: [
      ...new Set([settings, ownArguments, namespace, gathered, ...given.objects].flatMap((resolved) => [...resolved.dependencies])),
    ],
    derive: (resources, read) => deriveAll(program([...surroundings, ...read, ...resources], options), isOwn, found),
  });
}

async function realiseGroup(group: Group): Promise<GroupOutcome> {
  const { component, construction, values, custom } = group;
  const { name } = construction;
  const { adopt, onInvalid } = group.switches;
  const first = group.derive(custom, []);
  const members = new Members(group, first);
  try {
    const { derived, issues, prepared } = await complete(group, first, members);
    const errors = errorsOf(issues, onInvalid);
    if (errors.length > 0) return { state: "failed", error: failure(component, construction, errors) };
    const others = group.others.filter(({ manifest }) => !isConvertible(manifest));
    const namespaces = passThrough(others, { name, parent: component, values, adopt });
    if (prepared.deferred.length > 0) return defer(component, construction, prepared.deferred);
    const unselected = unselectedObjects(prepared).filter(({ object }) => derived.has(object));
    warn(component, withoutRepetitions([...issues, ...unselected]), "", onInvalid);
    await members.settle(derived, namespaces);
    return { state: "derived", customResources: [...derived.keys()] };
  } finally {
    await members.settle(new Map());
  }
}

/** What the whole group became. */
interface Settlement {
  readonly derived: ReadonlyMap<string, Derived>;
  /** The Namespaces in the group, which everything waits for. */
  readonly namespaces: readonly pulumi.Resource[];
}

/** The components of a group's custom resources. Each waits for what the whole group becomes. */
class Members {
  readonly #components = new Map<string, Component>();
  readonly #manifests: ReadonlyMap<string, Manifest>;
  readonly #group: Group;
  readonly #settled: Promise<Settlement>;
  #settle: (settlement: Settlement) => void = () => undefined;

  constructor(group: Group, { prepared }: Derivations) {
    this.#group = group;
    const converted = prepared.converted.map((resource): Manifest => ({ ...resource }));
    this.#manifests = new Map([...converted, ...group.custom].map((manifest) => [objectKey(manifest), manifest]));
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** The Pulumi name of a custom resource's component. */
  nameOf(key: string): string {
    return `${this.#group.construction.name}-${key.replace("/", "-")}`;
  }

  /** The component of a custom resource; undefined if the resource is not the group's. */
  get(key: string): Component | undefined {
    const before = this.#components.get(key);
    const manifest = this.#manifests.get(key);
    if (before || !manifest) return before;
    const { component: parent, construction, values } = this.#group;
    const { customTimeouts, ignoreChanges } = construction.options;
    const options = { parent, customTimeouts, ignoreChanges, build: (member: Component) => this.#build(key, member) };
    const made = new Member(this.nameOf(key), manifest, values, options);
    this.#components.set(key, made);
    return made;
  }

  /** Makes the components of all that was derived, and ends when all their children are registered. Only the first call counts. */
  async settle(derived: ReadonlyMap<string, Derived>, namespaces: readonly pulumi.Resource[] = []): Promise<void> {
    for (const key of derived.keys()) this.get(key);
    this.#settle({ derived, namespaces });
    await Promise.all([...this.#components.values()].map((member) => member.outcome()));
  }

  async #build(key: string, parent: Component): Promise<Outcome> {
    const { derived: all, namespaces } = await this.#settled;
    const derived = all.get(key);
    if (!derived) return { state: "deferred" };
    const { construction, values, canPatch, switches } = this.#group;
    const dependencies = [...new Set([...this.#group.dependencies, ...namespaces])];
    const { options } = construction;
    await register(derived, { name: this.nameOf(key), values, parent, dependencies, canPatch, adopt: switches.adopt, options });
    return { state: "derived", values, ...derived };
  }
}

/** Derives again with the values that the custom resources' own components make or read. */
async function complete(group: Group, first: Derivations, members: Members): Promise<Derivations> {
  const { values, canRead, component, construction } = group;
  const made = new Map<string, Manifest>();
  for (const manifest of group.custom) {
    const key = objectKey(manifest);
    const { resource, derivation } = first.derived.get(key) ?? {};
    const fields = (resource && kindOf(resource.kind)?.generated?.(resource)) ?? [];
    const parent = fields.length > 0 ? members.get(key) : undefined;
    if (!parent) continue;
    const making = makingOf(group.arguments.get(key), manifest, derivation?.outputs.secretName, group.switches.adopt && group.canPatch);
    made.set(key, await withGenerated(manifest, fields, { name: members.nameOf(key), parent, ...making }, values, `${key} spec`));
  }
  const read = (canRead ? missingByOwner(first) : []).map(([owner, issue]) => {
    const parent = members.get(owner);
    return readObject(parent ?? component, parent ? members.nameOf(owner) : construction.name, parent ? owner : "", issue, values);
  });
  if (made.size === 0 && read.length === 0) return first;
  return group.derive(
    group.custom.map((manifest) => made.get(objectKey(manifest)) ?? manifest),
    await Promise.all(read),
  );
}

type MissingIssue = ReturnType<typeof missingObjects>[number];

/** What is missing, with the key of the resource that needs it to be derived. */
function missingByOwner({ prepared, issuesOf }: Derivations): (readonly [owner: string, issue: MissingIssue])[] {
  const found = missingObjects(prepared.issues).map((issue) => [issue.object, issue] as const);
  return [...found, ...[...issuesOf].flatMap(([owner, issues]) => missingObjects(issues).map((issue) => [owner, issue] as const))];
}

function deriveAll(prepared: Program, isOwn: (resource: CustomResource) => boolean, found: readonly Issue[]): Derivations {
  const derived = new Map<string, Derived>();
  const issuesOf = new Map<string, readonly Issue[]>();
  for (const resource of prepared.resources.filter(isOwn)) {
    const key = objectKey(resource);
    const { derivation, issues } = deriveResource(prepared, resource);
    derived.set(key, { resource, derivation, selfScrapes: prepared.selfScrapes.get(key) ?? [] });
    issuesOf.set(key, issues);
  }
  return { prepared, derived, issuesOf, issues: [...found, ...prepared.issues, ...[...issuesOf.values()].flat()] };
}

/** The custom resources that are derived from, and the objects beside them, each with a namespace if its kind has one. */
function sort(given: readonly GroupObject[], namespace: Resolved): Pick<Group, "custom" | "others"> {
  const isClusterKind = clusterKindsOf(given.map(({ manifest }) => manifest));
  const objects = given.map((object): GroupObject => {
    const manifest = withNamespace(object, object.release ?? String(namespace.value ?? "default"), isClusterKind);
    const isMoved = manifest.metadata.namespace !== object.manifest.metadata.namespace;
    return { manifest, dependencies: [...object.dependencies, ...(isMoved ? namespace.dependencies : [])] };
  });
  const isCustom = ({ manifest: { apiVersion, kind } }: GroupObject): boolean =>
    apiVersion.startsWith("operator.victoriametrics.com/") && !foreignKinds.has(kind);
  return { custom: objects.filter(isCustom).map(({ manifest }) => manifest), others: objects.filter((object) => !isCustom(object)) };
}

/** Objects that are given more than once. */
function repetitions(objects: readonly Manifest[]): Issue[] {
  const seen = new Set<string>();
  return objects.flatMap((object): Issue[] => {
    const key = `${object.apiVersion} ${objectKey(object)}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    if (isFirst) return [];
    return [{ object: objectKey(object), path: "", message: "is given more than once: remove all but one", severity: "error" }];
  });
}

/** Who leaves out what runs deletes it, so only objects that others select are ever left out. */
function errorsOf(issues: readonly Issue[], onInvalid: Switches["onInvalid"]): Issue[] {
  const isLeftOut = ({ object }: Issue): boolean => {
    const [name = ""] = object.split("/");
    const kind = kindOf(name);
    return onInvalid === "skip" && (kind ? !kind.derive : Object.hasOwn(sourceKinds, name));
  };
  return withoutRepetitions(issues).filter((issue) => issue.severity === "error" && !isLeftOut(issue));
}

/** Several workloads may find the same thing wrong with an object that they select. */
const withoutRepetitions = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [`${issue.object} ${describeIssue(issue)}`, issue])).values(),
];

function failure(component: ConfigGroup, { name }: Construction, errors: readonly Issue[]): Error {
  const lines = errors.map((issue) => `  ${issue.object} ${describeIssue(issue)}`);
  return lasting(new pulumi.ResourceError(`ConfigGroup ${name} is not valid:\n${lines.join("\n")}`, component, true));
}

function defer(component: ConfigGroup, { name }: Construction, fields: readonly string[]): GroupOutcome {
  void pulumi.log.warn(
    `ConfigGroup ${name} is derived during the update: what it consists of depends on values that are not known yet (${fields.join(", ")}). ` +
      "Until then the preview lacks its custom resources and what they become; deletions listed for them are not real.",
    component,
  );
  return { state: "deferred" };
}
