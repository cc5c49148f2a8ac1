import * as pulumi from "@pulumi/pulumi";
import type { Named } from "../admission/collisions";
import { type Assembly, assemble, objectsOf, type Ports } from "../assemble";
import { isConvertible } from "../convert";
import { ofOriginal } from "../convert/originals";
import type { ClusterObject } from "../discovery/discovered-objects";
import { leadsToTargets } from "../discovery/predicted-objects";
import type { ConfigGroupArgs } from "../generated/components";
import { unselectableObjects, unselectedObjects } from "../inspect/unselected";
import { untargetedObjects } from "../inspect/untargeted";
import { kindsTable } from "../kinds";
import type { Problem } from "../schema/parse";
import { loadParsers } from "../upstream/module";
import { isPlaceholder, Values } from "../values/values";
import type { Issue } from "../world/issues";
import { objectArguments } from "../world/object-arguments";
import { type CustomResource, type Manifest, objectKey } from "../world/objects";
import { isEncrypted } from "../world/unfinished-objects";
import { invalid, warnOfDeferral, warnOfIssues } from "./component-messages";
import { exportManifest } from "./exports";
import { outputOfFailed, reportFailure } from "./failure";
import { GroupBase, type Grouped } from "./group-base";
import { Members } from "./group-members";
import { type GroupObject, readGroup } from "./group-objects";
import { expectSelectionOf } from "./idle-components";
import { providerOf } from "./kubernetes-provider";
import { Origins, type PlacedIssue, repetitions, withoutRepetitions } from "./origins";
import { errorsAmong, failed, type Outcome } from "./outcome";
import { passThrough } from "./pass-through";
import { realise } from "./realise";
import { contentOf, resolve } from "./resolve";
import { gatherObjects } from "./select-from";
import { sortObjects } from "./sort-objects";
import { settingsWith } from "./stack-defaults";
import { type Switches, switchesOf } from "./switches";
import { takeNames } from "./taken-names";

/** The result of a group: the custom resources in it, by `Kind/namespace/name`. */
interface Made extends Grouped {
  readonly customResources: readonly string[];
}

/**
 * Whole manifests as one closed world, derived as by an operator in a cluster. Custom resources of VictoriaMetrics, including those converted from
 * objects of the prometheus-operator, become child components; other objects are registered as they are.
 *
 * @example
 * ```ts
 * new victoriametrics.ConfigGroup("monitoring", { files: "manifests", namespace: "monitoring" });
 * ```
 */
export class ConfigGroup extends GroupBase<Made> {
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

  /** The outcome of the group. @internal */
  async outcome(): Promise<Outcome<Made>> {
    return this.#construction ? this.getData() : { state: "referenced" };
  }

  /** Runs from within the base class's constructor; it waits for the rest of this class's constructor. */
  protected override async initialize(): Promise<Outcome<Made>> {
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

async function construct(component: ConfigGroup, { name, args, options }: Construction): Promise<Outcome<Made>> {
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
  if (gathered.failed) return failed(gathered.failed);
  const { defaults, ...stack } = settingsWith(settings.value, values);
  const { custom, others } = sortObjects(given.objects, namespace);
  const origins = new Origins([...custom, ...others]);
  const ofArguments = [switches, namespace, settings, stack, ownArguments, gathered].flatMap((part) => part.problems);
  const unreadable = [...ofArguments.map(inArguments), ...given.issues];
  const fail = (errors: readonly PlacedIssue[]): Outcome<Made> =>
    failed(
      invalid(
        `ConfigGroup ${name}`,
        errors.map((issue) => origins.describe(issue)),
        component,
      ),
    );
  const defer = (fields: readonly string[]): Outcome<Made> => {
    warnOfDeferral(`ConfigGroup ${name}`, fields, "lacks its custom resources and their objects", component);
    return { state: "deferred" };
  };
  const hidden = isPlaceholder(ownArguments.value) ? ["arguments"] : [];
  const unknown = [...given.deferred, ...stack.deferred, ...gathered.deferred, ...unplaced([...custom, ...others]), ...hidden];
  if (unknown.length > 0) return unreadable.length > 0 ? fail(unreadable) : defer(unknown);
  const manifests = custom.map(({ manifest }) => manifest);
  const ofObjects = objectArguments(ownArguments.value, manifests);
  const outside = new Set(gathered.objects.map(objectKey));
  const fromOutside = gathered.placed.map(({ manifest, path }) => ({ manifest, placeOf: () => path }));
  const { adopt, components } = switches;
  const members = new Members({
    component,
    name,
    values,
    options,
    adopt,
    components,
    canPatch: provider.canRead,
    custom: manifests,
    arguments: ofObjects.arguments,
  });
  const ports: Ports = {
    ...(provider.canRead && switches.readReferences && { read: (...asked) => members.read(...asked) }),
    generate: (...asked) => members.generate(...asked),
  };
  try {
    const assembly = await assemble(
      {
        objects: [...gathered.objects, ...others.map(({ manifest }) => manifest), ...manifests],
        isSubject: (resource: CustomResource) => !outside.has(objectKey(resource)),
      },
      { values, defaults, parsers: loadParsers, arguments: ofObjects.arguments, selfScrapes: gathered.selfScrapes, isWhole: true },
      unreadable.length > 0 ? {} : ports,
    );
    const issues = [
      ...unreadable,
      ...others.filter(({ manifest }) => isEncrypted(manifest)).map(asCiphertext),
      ...ofObjects.issues,
      ...repetitions([...fromOutside, ...custom, ...others]),
      ...assembly.issues,
    ];
    // A missing object may be one that could not be read.
    const errors = errorsOf(issues, switches.onInvalid).filter(({ missing }) => !missing || unreadable.length === 0);
    if (errors.length > 0) return fail(errors);
    const taken = await takeNames(component, `ConfigGroup ${name}`, namesOf(assembly, others));
    if (taken.length > 0) return fail(taken.map((message) => inArguments({ path: "", message })));
    const passed = others.filter(({ manifest }) => !isConvertible(manifest));
    const parentUrn = String(await contentOf(component.urn));
    const namespaces = await passThrough(passed, { name, parent: component, parentUrn, values, canPatch: provider.canRead, adopt });
    if (assembly.program.deferred.length > 0) return defer(assembly.program.deferred);
    const own = [...assembly.derived.values()].map(({ resource }) => resource);
    const unselectable = unselectableObjects(assembly.program, own);
    const elsewhere = new Set(unselectable.flatMap(({ objects }) => objects.map(objectKey)));
    expectSelectionOf(unselectable, component);
    const unselected = unselectedObjects(assembly.program)
      .filter(({ object }) => assembly.derived.has(object) && !elsewhere.has(object))
      .map((issue) => ofOriginal(issue, assembly.program.originals));
    const untargeted = untargetedObjects(assembly.program, assembly).filter(({ object }) => assembly.derived.has(object));
    warnOfIssues(component, withoutRepetitions([...issues, ...unselected, ...untargeted]), switches.onInvalid, (issue) =>
      origins.describe(issue),
    );
    const parts = [settings, ownArguments, namespace, gathered, ...given.objects];
    const dependencies = new Set([...parts.flatMap((part) => [...part.dependencies]), ...namespaces]);
    const outcomes = await members.settle(assembly, [...dependencies]);
    const entries = (): unknown[] => [...members.components.values(), ...heldOf(assembly, members, values), ...readableOf(others, values)];
    return fold(component, outcomes, assembly, entries);
  } finally {
    await members.settle();
  }
}

/** The outcome of a group with its members: it fails if one of them fails. */
function fold(
  component: ConfigGroup,
  outcomes: readonly Outcome<unknown>[],
  { derived }: Assembly,
  entries: Grouped["entries"],
): Outcome<Made> {
  const errors = errorsAmong(outcomes);
  const [first] = errors;
  if (first === undefined) return { state: "derived", customResources: [...derived.keys()], entries };
  if (errors.length === 1) return failed(first);
  return failed(new pulumi.ResourceError(errors.map(({ message }) => message).join("\n"), component, true));
}

/** The custom resources that have no component of their own. */
const heldOf = ({ derived }: Assembly, { components }: Members, values: Values): unknown[] =>
  [...derived].flatMap(([key, { resource }]) => {
    if (components.has(key)) return [];
    const { manifest, secrets } = exportManifest(resource, values);
    return [{ manifest: realise(manifest, values), secrets: pulumi.secret(realise(secrets, values)) }];
  });

/** The objects beside the custom resources that others look at. */
const readableOf = (others: readonly GroupObject[], values: Values): unknown[] =>
  others.flatMap(({ manifest }) => (isLookedAt(manifest) ? [realise(manifest, values)] : []));

/** Whether references, selectors or scrape objects of others may look at an object. */
const isLookedAt = (manifest: Manifest): boolean =>
  ["Secret", "ConfigMap", "Namespace"].includes(manifest.kind) || leadsToTargets(manifest as ClusterObject);

/** Objects whose namespaces are not known yet. */
const unplaced = (objects: readonly GroupObject[]): string[] =>
  objects.flatMap(({ manifest: { kind, metadata } }) =>
    isPlaceholder(metadata.namespace) ? [`namespace of ${kind} ${metadata.name}`] : [],
  );

/** Leaving out a workload would delete it, so only objects that others select are ever left out. */
function errorsOf(issues: readonly PlacedIssue[], onInvalid: Switches["onInvalid"]): PlacedIssue[] {
  const isLeftOut = ({ object }: Issue): boolean => {
    const [name = ""] = object.split("/");
    const kind = kindsTable.of(name);
    return onInvalid === "skip" && (kind ? !kind.derive : kindsTable.sources.has(name));
  };
  return withoutRepetitions(issues).filter((issue) => issue.severity === "error" && !isLeftOut(issue));
}

/** The error of an object of which the cluster would get what SOPS made of it. */
const asCiphertext = ({ manifest }: GroupObject): Issue => ({
  object: objectKey(manifest),
  path: "",
  message: "would go to the cluster as SOPS has encrypted it: decrypt it first (sops --decrypt)",
  severity: "error",
});

/** Everything that a group makes. */
const namesOf = ({ derived }: Assembly, others: readonly GroupObject[]): Named[] => [
  ...[...derived.values()].flatMap((one) => [one.resource, ...objectsOf(one)]),
  ...others.map(({ manifest }) => manifest),
];

/** A problem of an argument that concerns no object of the group. */
const inArguments = (problem: Problem): Issue => ({ ...problem, object: "", severity: "error" });
