import * as pulumi from "@pulumi/pulumi";
import { readableResource } from "../config/readable";
import { type Defaults, defaultsWith } from "../defaults";
import { deriveResource, isPaused, type Program, parseDefaults, program } from "../derivation";
import type { Derivation, Kind } from "../kind";
import { loadParsers } from "../kinds/VMRule/metricsql";
import { mapSecrets } from "../schema/secrets";
import { Values } from "../values/values";
import { describeIssue, type Issue } from "../world/issues";
import { apiVersion, type CustomResource, type Manifest, objectKey } from "../world/objects";
import { type ChildrenOptions, registerChildren } from "./children";
import { stackDefaults } from "./configuration";
import { exportManifest } from "./exports";
import { failed, outputOfFailed, reportFailure } from "./failure";
import { makingOf, withGenerated } from "./generated";
import { GeneratedConfig, readableConfig, readableWorkloads } from "./generatedConfig";
import { providerOf } from "./provider";
import { realise } from "./realise";
import { missingObjects, readObject } from "./references";
import { contentOf, type Resolved, resolve } from "./resolve";
import { gatherObjects } from "./selectFrom";
import { switchesOf } from "./switches";

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

/** What became of a component. It never becomes an exception: that would fail everything else that is under way. */
export type Outcome =
  | {
      readonly state: "derived";
      readonly resource: CustomResource;
      readonly derivation: Derivation;
      readonly selfScrapes: readonly CustomResource[];
      readonly values: Values;
    }
  /** Its structure waits for values that a preview does not know. */
  | { readonly state: "deferred" }
  /** It was made by another process, and this is a reference to it: its outputs come from the engine. */
  | { readonly state: "referenced" }
  | { readonly state: "failed"; readonly error: Error };

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

/** How the children of a component come about. */
type Build = (component: Component, construction: Construction) => Promise<Outcome>;

/** Names of the outputs that every component has. */
const sharedOutputs = ["manifest", "secrets", "name", "namespace", "selfScrapes"] as const;

/** Names of all outputs of a kind's component. */
export const outputNames = (kind: Kind): string[] => [...sharedOutputs, ...Object.keys(kind.outputs ?? {})];

/**
 * The base of all components: resolve, parse, derive, realise. With the option `urn` it is a reference to a component that another process made:
 * it registers nothing, and has the outputs that the engine knows.
 */
export abstract class Component extends pulumi.ComponentResource<Outcome> {
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
    build: Build = construct,
  ) {
    const type = `victoriametrics:index:${kind.kind}`;
    if (options.urn) {
      super(type, name, Object.fromEntries(outputNames(kind).map((output) => [output, undefined])), options);
      return;
    }
    const inputs = inputsOf(kind, args);
    const own = ownInputs(inputs);
    super(type, name, { ...inputs, readable: readableInputs(kind, own) }, { ...options, hideDiffs: hiddenInputs(options) });
    this.#construction = { kind, name, args, options, build, own };
    const outputs = {
      ...this.#outputs(),
      ...Object.fromEntries(
        Object.keys(kind.outputs ?? {}).map((key) => [
          key,
          this.#output(({ derivation, values }) => realise(derivation.outputs[key], values)),
        ]),
      ),
    };
    Object.assign(this, outputs);
    this.registerOutputs(outputs);
    reportFailure(this.getData());
  }

  /** Runs from within the base class's constructor; it waits for the rest of this class's. */
  protected override async initialize(): Promise<Outcome> {
    await Promise.resolve();
    const construction = this.#construction;
    if (!construction) return { state: "referenced" };
    try {
      return await construction.build(this, construction);
    } catch (error) {
      return failed(error);
    }
  }

  /** What became of the component. */
  async outcome(): Promise<Outcome> {
    return this.#construction ? this.getData() : { state: "referenced" };
  }

  #outputs(): pulumi.Inputs {
    return {
      manifest: this.#output(({ resource, values }) => realise(exportManifest(resource, values).manifest, values)),
      secrets: pulumi.secret(this.#output(({ resource, values }) => realise(exportManifest(resource, values).secrets, values))),
      name: this.#output(({ resource, values }) => realise(resource.metadata.name, values)),
      namespace: this.#output(({ resource, values }) => realise(resource.metadata.namespace, values)),
      selfScrapes: this.#output(({ selfScrapes, values }) => realise(selfScrapes, values)),
    };
  }

  /** An Output that belongs to the component, so that whoever uses it waits for the children. */
  #output(pick: (derived: Extract<Outcome, { state: "derived" }>) => unknown): pulumi.Output<unknown> {
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

async function construct(component: Component, { kind, name, args, options, own: { values, resolved } }: Construction): Promise<Outcome> {
  const provider = await providerOf(component);
  const { onInvalid, readReferences, adopt } = await switchesOf(args, values);
  const [own, ownArguments, defaultNamespace, settings, gathered] = await Promise.all([
    resolved,
    resolve(argumentsOf(kind, args), values, ""),
    resolve(provider.namespace, values, "namespace of the provider"),
    resolve(args.defaults, values, "defaults"),
    gatherObjects(args.selectFrom, values),
  ]);
  if (gathered.failed) return { state: "failed", error: gathered.failed };
  let resource = manifestOf(kind, name, own.value as Inputs, defaultNamespace.value as string | undefined);
  const defaults = readDefaults(stackDefaults(), settings.value, values);
  const derive = (more: readonly Manifest[]) =>
    deriveOne([...gathered.objects, ...more, resource], resource, {
      values,
      defaults,
      parsers: loadParsers,
      arguments: new Map([[objectKey(resource), ownArguments.value]]),
      selfScrapes: gathered.selfScrapes,
    });
  let result = derive([]);
  const missing = provider.canRead && readReferences ? missingObjects(result.issues) : [];
  const read = await Promise.all(
    missing.map((issue) => readObject(component, childrenName(name, kind.kind), objectKey(resource), issue, values)),
  );
  const generated = result.derived ? (kind.generated?.(result.derived.resource) ?? []) : [];
  if (generated.length > 0) {
    const making = makingOf(ownArguments.value, resource, result.derived?.derivation.outputs.secretName, adopt && provider.canRead);
    resource = await withGenerated(resource, generated, { name: childrenName(name, kind.kind), parent: component, ...making }, values);
  }
  if (read.length > 0 || generated.length > 0) result = derive(read);
  const deferred = [...gathered.deferred, ...result.deferred];
  const errors = errorsOf(result.issues, objectKey(resource), onInvalid);
  if (errors.length > 0) return { state: "failed", error: failure(component, resource, errors) };
  if (deferred.length > 0 || !result.derived) return defer(component, resource, deferred);
  warn(component, result.issues, objectKey(resource), onInvalid);
  const dependencies = [own, ownArguments, defaultNamespace, settings, gathered].flatMap((resolved) => [...resolved.dependencies]);
  await register(result.derived, {
    name,
    values,
    parent: component,
    dependencies: dependencies.filter((dependency) => dependency !== component),
    canPatch: provider.canRead,
    adopt,
    options,
  });
  return { state: "derived", values, ...result.derived };
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
    apiVersion,
    kind: kind.kind,
    metadata: { ...given, name: (given.name as string) ?? name, namespace: (given.namespace as string) ?? namespace },
    spec,
  };
}

/** The stack's settings with those of a component on top. */
export function readDefaults(stack: unknown, given: unknown, values: Values): Defaults {
  const [fromStack, fromArgs] = [parseDefaults(stack, values), parseDefaults(given, values)];
  const problems = [fromStack, fromArgs].flatMap((part) => ("problems" in part ? part.problems : []));
  if (problems.length > 0) throw new pulumi.RunError(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return defaultsWith("value" in fromStack ? fromStack.value : undefined, "value" in fromArgs ? fromArgs.value : undefined);
}

/** A resource and what became of it. */
export interface Derived {
  readonly resource: CustomResource;
  readonly derivation: Derivation;
  readonly selfScrapes: readonly CustomResource[];
}

function deriveOne(
  objects: readonly Manifest[],
  subject: Manifest,
  options: Parameters<typeof program>[1],
): { derived?: Derived; issues: readonly Issue[]; deferred: readonly string[] } {
  const prepared: Program = program(objects, options);
  const key = objectKey(subject);
  const resource = prepared.resources.find((candidate) => objectKey(candidate) === key);
  if (!resource) return { issues: prepared.issues, deferred: prepared.deferred };
  const { derivation, issues } = deriveResource(prepared, resource);
  const derived = { resource, derivation, selfScrapes: prepared.selfScrapes.get(key) ?? [] };
  return { derived, issues: [...prepared.issues, ...issues], deferred: prepared.deferred };
}

function errorsOf(issues: readonly Issue[], subject: string, onInvalid: "fail" | "skip"): Issue[] {
  return issues.filter(({ severity, object }) => severity === "error" && (object === subject || onInvalid === "fail"));
}

function failure(component: Component, resource: Manifest, errors: readonly Issue[]): Error {
  const subject = objectKey(resource);
  const lines = errors.map((issue) => `  ${issue.object === subject ? "" : `${issue.object} `}${describeIssue(issue)}`);
  const message = `${resource.kind} ${resource.metadata.namespace}/${resource.metadata.name} is not valid:\n${lines.join("\n")}`;
  return lasting(new pulumi.ResourceError(message, component, true));
}

/** An error whose message stays: the SDK writes into the messages of errors that pass through inputs. */
export function lasting<Failure extends Error>(error: Failure): Failure {
  const { message } = error;
  return Object.defineProperty(error, "message", { get: () => message, set: () => undefined });
}

function defer(component: Component, resource: Manifest, fields: readonly string[]): Outcome {
  const own = `${objectKey(resource)} `;
  const names = fields.map((field) => (field.startsWith(own) ? field.slice(own.length) : field)).join(", ");
  void pulumi.log.warn(
    `${resource.kind} ${resource.metadata.name} is derived during the update: what it consists of depends on values that are not known yet ` +
      `(${names}). Until then the preview shows none of its children; deletions listed for them are not real.`,
    component,
  );
  return { state: "deferred" };
}

/** Warns of what deserves a second look, and of what is left out. */
export function warn(component: pulumi.Resource, issues: readonly Issue[], subject: string, onInvalid: "fail" | "skip"): void {
  for (const issue of issues) {
    const isSkipped = issue.severity === "error" && onInvalid === "skip";
    const text = `${issue.object === subject ? "" : `${issue.object} `}${describeIssue(issue)}${isSkipped ? " (left out)" : ""}`;
    if (issue.severity === "warning" || isSkipped) void pulumi.log.warn(text, component);
  }
}

/** The beginning of the names of a component's children; with the kind, children of components of one name can be told apart in logs. */
export const childrenName = (name: string, kind: string): string => `${name}-${kind.toLowerCase()}`;

/** How the children of a component are registered. */
export type Registering = Omit<ChildrenOptions, "paused" | "shown" | "parent" | "parentUrn"> & { readonly parent: Component };

/** Registers what a resource became as children of its component. */
export async function register({ resource, derivation }: Derived, options: Registering): Promise<void> {
  const paused = isPaused(resource);
  const { parent, values } = options;
  const name = childrenName(options.name, resource.kind);
  const parentUrn = String(await contentOf(parent.urn));
  const shown = { parent, parentUrn, ...(paused && { ignoreChanges: ["*"] }) };
  for (const config of derivation.configs) {
    const inputs = { object: values.mask(objectKey(resource)), ...readableConfig(config, values) };
    new GeneratedConfig(`${name}-${config.role}`, inputs, shown);
  }
  for (const { role, inputs } of readableWorkloads(derivation.objects, values)) {
    new GeneratedConfig(`${name}-${role}`, inputs, shown);
  }
  const roles = new Set(derivation.configs.map(({ role }) => role));
  await registerChildren(derivation.objects, { ...options, name, paused, shown: roles, parentUrn });
}
