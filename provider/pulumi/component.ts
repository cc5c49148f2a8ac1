import * as pulumi from "@pulumi/pulumi";
import { assemble, type Derived, objectsOf } from "../assemble";
import { readableResource } from "../config/readable";
import { kindsTable } from "../kinds";
import type { Kind } from "../kinds/kind";
import type { Problem } from "../schema/parse";
import { mapSecrets } from "../schema/secrets";
import { loadParsers } from "../upstream/module";
import { Values } from "../values/values";
import type { Issue } from "../world/issues";
import { type Manifest, objectKey } from "../world/objects";
import { describeFor, invalid, warnOfDeferral, warnOfIssues } from "./component-messages";
import { exportManifest } from "./exports";
import { outputOfFailed, reportFailure } from "./failure";
import { makingOf, withGenerated } from "./generated-values";
import { providerOf } from "./kubernetes-provider";
import { readObject } from "./missing-objects";
import { failed, type Outcome } from "./outcome";
import { realise } from "./realise";
import { childrenName, register } from "./register";
import { type Resolved, resolve } from "./resolve";
import { gatherObjects } from "./select-from";
import { settingsWith } from "./stack-defaults";
import { switchesOf } from "./switches";
import { takeNames } from "./taken-names";

/** Arguments that every component takes. */
export interface ComponentArgs {
  readonly metadata?: unknown;
  readonly spec?: unknown;
  readonly selectFrom?: unknown;
  readonly defaults?: unknown;
  /** What invalid objects in `selectFrom` do: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: "fail" | "skip";
  /** Whether required references that `selectFrom` does not answer are read from the cluster; by default where there is one. */
  readonly readReferences?: boolean;
  /** Whether objects that are in the cluster already are taken over. */
  readonly adopt?: boolean;
}

/** What a component became. */
export interface Made {
  readonly derived: Derived;
  readonly values: Values;
}

/** Where the arguments of a component under construction wait for `initialize`, which runs before its fields are set. */
interface Construction {
  readonly kind: Kind;
  readonly name: string;
  readonly args: ComponentArgs;
  readonly options: pulumi.ComponentResourceOptions;
  readonly build: Build;
  readonly own: OwnInputs;
}

/** The custom resource of a component as plain data, with the values that its placeholders stand for. */
interface OwnInputs {
  readonly values: Values;
  readonly resolved: Promise<Resolved>;
}

/** A component that is part of a group: the group makes its children, and tells of its failure. */
export interface Membership {
  readonly build: Build;
}

/** How the children of a component come about. */
type Build = (component: Component, construction: Construction) => Promise<Outcome<Made>>;

/** Names of the outputs that every component has. */
const sharedOutputs = ["manifest", "secrets", "name", "namespace", "selfScrapes"] as const;

/** Names of all outputs of a kind's component. */
export const outputNames = (kind: Kind): string[] => [...sharedOutputs, ...Object.keys(kind.outputs ?? {})];

/**
 * The base of all components: resolve, parse, derive, realise. With the option `urn` it is a reference to a component that another process made:
 * it registers nothing, and has the outputs that the engine knows.
 */
export abstract class Component extends pulumi.ComponentResource<Outcome<Made>> {
  /** The validated custom resource; secret values are replaced by markers, see `secrets`. */
  declare readonly manifest: pulumi.Output<Manifest>;
  /** The secret values of `manifest` by their markers. */
  declare readonly secrets: pulumi.Output<Record<string, string>>;
  /** Name of the custom resource. */
  declare readonly name: pulumi.Output<string>;
  /** Namespace of the custom resource and of everything derived from it. */
  declare readonly namespace: pulumi.Output<string>;
  /** The scrape objects of the workload itself, as the operator would create them. */
  declare readonly selfScrapes: pulumi.Output<Manifest[]>;

  /** Undefined for a reference. */
  readonly #construction: Construction | undefined;

  protected constructor(
    kind: Kind,
    name: string,
    args: ComponentArgs,
    options: pulumi.ComponentResourceOptions = {},
    membership?: Membership,
  ) {
    const type = `victoriametrics:index:${kind.kind}`;
    if (options.urn) {
      super(type, name, Object.fromEntries(outputNames(kind).map((output) => [output, undefined])), options);
      return;
    }
    const inputs = inputsOf(kind, args);
    const own = ownInputs(inputs);
    super(
      type,
      name,
      { ...settledInputs(kind, inputs, own), readable: readableInputs(kind, own) },
      { ...options, hideDiffs: hiddenInputs(options) },
    );
    this.#construction = { kind, name, args, options, build: membership?.build ?? construct, own };
    const outputs = {
      ...this.#outputs(),
      ...Object.fromEntries(
        Object.keys(kind.outputs ?? {}).map((key) => [
          key,
          this.#output(({ derived, values }) => realise(derived.derivation.outputs[key], values)),
        ]),
      ),
    };
    Object.assign(this, outputs);
    this.registerOutputs(outputs);
    // Of a member its group tells.
    if (!membership) reportFailure(this.getData());
  }

  /** Runs from within the base class's constructor; it waits for the rest of this class's. */
  protected override async initialize(): Promise<Outcome<Made>> {
    await Promise.resolve();
    const construction = this.#construction;
    if (!construction) return { state: "referenced" };
    try {
      return await construction.build(this, construction);
    } catch (error) {
      return failed(error);
    }
  }

  /** What became of the component. @internal */
  async outcome(): Promise<Outcome<Made>> {
    return this.#construction ? this.getData() : { state: "referenced" };
  }

  #outputs(): pulumi.Inputs {
    return {
      manifest: this.#output(({ derived, values }) => realise(exportManifest(derived.resource, values).manifest, values)),
      secrets: pulumi.secret(this.#output(({ derived, values }) => realise(exportManifest(derived.resource, values).secrets, values))),
      name: this.#output(({ derived, values }) => realise(derived.resource.metadata.name, values)),
      namespace: this.#output(({ derived, values }) => realise(derived.resource.metadata.namespace, values)),
      selfScrapes: this.#output(({ derived, values }) => realise(derived.selfScrapes, values)),
    };
  }

  /** An Output that belongs to the component, so that whoever uses it waits for the children. */
  #output(pick: (made: Made) => unknown): pulumi.Output<unknown> {
    return this.urn.apply(async () => {
      const outcome = await this.getData();
      if (outcome.state === "derived") return pulumi.output(pick(outcome));
      return outcome.state === "failed" ? outputOfFailed(outcome.error) : pulumi.unknown;
    });
  }
}

/** What lies in the state: the custom resource, with the fields that are secret by their nature made secret. */
function inputsOf(kind: Kind, { metadata, spec }: ComponentArgs): pulumi.Inputs {
  return { metadata, spec: mapSecrets(kind.spec, spec, (value) => pulumi.secret(value)) };
}

/** The inputs as plain data. What is wrong with them is reported later, by whoever derives from them. */
function ownInputs({ metadata, spec }: pulumi.Inputs): OwnInputs {
  const values = new Values();
  const resolved = resolve({ metadata: metadata ?? {}, spec: spec ?? {} }, values, "");
  resolved.catch(() => undefined);
  return { values, resolved };
}

/**
 * Inputs without those that come to nothing, such as outputs of a component that has failed: older SDKs wait forever for a component that could not
 * be registered. Promises leave secrets in them as small as they are.
 */
const settledInputs = (kind: Kind, inputs: pulumi.Inputs, { resolved }: OwnInputs): pulumi.Inputs =>
  Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [
      key,
      resolved.then(
        () => (key === "spec" && isSelectable(kind) ? pulumi.secret(value) : value),
        () => undefined,
      ),
    ]),
  );

/**
 * Whether workloads select objects of a kind. Such objects come and go more often than anything else, and the engine prints each one as a whole
 * then, in a line for each value and bracket. A secret takes one line; policies and `ignoreChanges` see what is in it.
 */
const isSelectable = (kind: Kind): boolean => kindsTable.all.some(({ selects }) => selects?.(kind) !== undefined);

/** The custom resource as differences show it. The engine prints a structure as a whole, whatever changes in it. */
function readableInputs({ kind }: Kind, { values, resolved }: OwnInputs): pulumi.Output<string> {
  const text = resolved.then(
    ({ value }) => readableResource(kind, value, values),
    () => "",
  );
  return pulumi.output(text);
}

/** The structure stays among the inputs for policies; `readable` shows its differences. */
const hiddenInputs = ({ hideDiffs = [] }: pulumi.ComponentResourceOptions): string[] => ["metadata", "spec", ...hideDiffs];

async function construct(component: Component, construction: Construction): Promise<Outcome<Made>> {
  const { kind, name, args, options, own } = construction;
  const { values } = own;
  const provider = await providerOf(component);
  const switches = await switchesOf(args, values);
  const [resolved, ownArguments, namespace, settings, gathered] = await Promise.all([
    own.resolved,
    resolve(argumentsOf(kind, args), values, ""),
    resolve(provider.namespace, values, "namespace of the provider"),
    resolve(args.defaults, values, "defaults"),
    gatherObjects(args.selectFrom, values),
  ]);
  if (gathered.failed) return failed(gathered.failed);
  const resource = manifestOf(kind, name, resolved.value as Inputs, namespace.value as string | undefined);
  const key = objectKey(resource);
  const title = `${resource.kind} ${resource.metadata.namespace}/${resource.metadata.name}`;
  const { defaults, ...stack } = settingsWith(settings.value, values);
  const problems = [switches, resolved, ownArguments, namespace, settings, stack, gathered].flatMap((part) => part.problems);
  const ports = { parent: component, name: childrenName(name, kind.kind), subject: key, values };
  const assembly = await assemble(
    { objects: [...gathered.objects, resource], isSubject: (candidate) => objectKey(candidate) === key },
    { values, defaults, parsers: loadParsers, arguments: new Map([[key, ownArguments.value]]), selfScrapes: gathered.selfScrapes },
    problems.length > 0 || stack.deferred.length > 0
      ? {}
      : {
          ...(provider.canRead && switches.readReferences && { read: (issue) => readObject(issue, ports) }),
          generate: (subject, fields, derived) =>
            withGenerated(subject, fields, {
              ...ports,
              ...makingOf(ownArguments.value, subject, derived.derivation.outputs.secretName, switches.adopt && provider.canRead),
            }),
        },
  );
  const found = errorsOf(assembly.issues, key, switches.onInvalid);
  const errors = problems.length > 0 ? withArguments(problems, key, found) : found;
  const deferred = [...stack.deferred, ...gathered.deferred, ...assembly.program.deferred];
  if (errors.length > 0 && stack.deferred.length === 0) {
    const lines = errors.map((issue) => describeFor(key, issue));
    return failed(invalid(title, lines, component));
  }
  const derived = assembly.derived.get(key);
  if (deferred.length > 0 || !derived) {
    const fields = deferred.map((field) => (field.startsWith(`${key} `) ? field.slice(key.length + 1) : field));
    warnOfDeferral(`${resource.kind} ${resource.metadata.name}`, fields, "shows none of its children", component);
    return { state: "deferred" };
  }
  const taken = await takeNames(component, `${title} (${name})`, [resource, ...objectsOf(derived)]);
  if (taken.length > 0) return failed(invalid(title, taken, component));
  warnOfIssues(component, assembly.issues, switches.onInvalid, (issue) => describeFor(key, issue));
  const dependencies = [resolved, ownArguments, namespace, settings, gathered].flatMap((part) => [...part.dependencies]);
  await register(derived, {
    name,
    values,
    parent: component,
    dependencies: dependencies.filter((dependency) => dependency !== component),
    canPatch: provider.canRead,
    adopt: switches.adopt,
    options,
  });
  return { state: "derived", derived, values };
}

/** The arguments that only the kind takes. */
function argumentsOf(kind: Kind, args: ComponentArgs): Record<string, unknown> {
  const names = Object.keys(kind.arguments?.shape ?? {});
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.includes(name)));
}

interface Inputs {
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  readonly spec: unknown;
}

function manifestOf(kind: Kind, name: string, { metadata, spec }: Inputs, namespace = "default"): Manifest {
  const given = typeof metadata === "object" && metadata !== null ? metadata : {};
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: { ...given, name: (given.name as string) ?? name, namespace: (given.namespace as string) ?? namespace },
    spec,
  };
}

function errorsOf(issues: readonly Issue[], subject: string, onInvalid: "fail" | "skip"): Issue[] {
  return issues.filter(({ severity, object }) => severity === "error" && (object === subject || onInvalid === "fail"));
}

/**
 * The errors of a component whose arguments have problems of their own. An object that is missing may be one that could not be read, and a part that
 * was left out may be required: both have been said.
 */
function withArguments(problems: readonly Problem[], subject: string, errors: readonly Issue[]): Issue[] {
  const paths = new Set(problems.map(({ path }) => path));
  const others = errors.filter(({ object, path, missing }) => !missing && !(object === subject && paths.has(path)));
  return [...problems.map((problem): Issue => ({ ...problem, object: subject, severity: "error" })), ...others];
}
