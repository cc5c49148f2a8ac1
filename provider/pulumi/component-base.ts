import * as pulumi from "@pulumi/pulumi";
import type { Derived } from "../assemble";
import { readableResource } from "../config/readable";
import { kindsTable } from "../kinds";
import type { Kind } from "../kinds/kind";
import { mapSecrets } from "../schema/secrets";
import { Values } from "../values/values";
import type { Manifest } from "../world/objects";
import { exportManifest } from "./exports";
import { outputOfFailed } from "./failure";
import { noteReading } from "./idle-components";
import { failed, type Outcome } from "./outcome";
import { realise } from "./realise";
import { type Resolved, resolve } from "./resolve";
import { waitFor } from "./running-work";

/** Arguments that every component takes. */
export interface ComponentArgs {
  readonly metadata?: unknown;
  readonly spec?: unknown;
  readonly selectFrom?: unknown;
  readonly defaults?: unknown;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: "fail" | "skip";
  /** Whether required references that are missing in `selectFrom` are read from the cluster; by default if there is one. */
  readonly readReferences?: boolean;
  /** Whether existing objects of the cluster are taken over. */
  readonly adopt?: boolean;
}

/** The result of a component. */
export interface Made {
  readonly derived: Derived;
  readonly values: Values;
}

/** The arguments of a component under construction, for `initialize`, which runs before its fields are set. */
export interface Construction {
  readonly kind: Kind;
  readonly name: string;
  readonly args: ComponentArgs;
  readonly options: pulumi.ComponentResourceOptions;
  readonly build: Build;
  readonly own: OwnInputs;
}

/** The custom resource of a component as plain data, with the values of its placeholders. */
interface OwnInputs {
  readonly values: Values;
  readonly resolved: Promise<Resolved>;
}

/** The source of a component's children. */
export type Build = (component: ComponentBase, construction: Construction) => Promise<Outcome<Made>>;

/** Names of the outputs of every component. */
const sharedOutputs = ["manifest", "secrets", "name", "namespace", "selfScrapes"] as const;

/** Names of all outputs of a kind's component. */
export const outputNames = (kind: Kind): string[] => [...sharedOutputs, ...Object.keys(kind.outputs ?? {})];

/**
 * The base of all components: their inputs in the state, and their outputs. With the option `urn` it is a reference to a component of another
 * process: it registers nothing, and has the outputs that are in the state.
 */
export abstract class ComponentBase extends pulumi.ComponentResource<Outcome<Made>> {
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
  #isEmptyReference = false;

  protected constructor(kind: Kind, name: string, args: ComponentArgs, options: pulumi.ComponentResourceOptions, build: Build) {
    const type = `victoriametrics:index:${kind.kind}`;
    if (options.urn) {
      super(type, name, Object.fromEntries(outputNames(kind).map((output) => [output, undefined])), options);
      this.#isEmptyReference = kind.derive === undefined;
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
    this.#construction = { kind, name, args, options, build, own };
    const outputs = this.#defineOutputs(kind);
    // Recorded outputs are a write of the whole state for each component. Those of components with children tell what became of the children.
    if (kind.derive !== undefined) super.registerOutputs(outputs());
    else waitFor(this.getData());
  }

  /** Runs from within the base class's constructor; it waits for the rest of this class's constructor. */
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

  /** The outcome of the component. @internal */
  async outcome(): Promise<Outcome<Made>> {
    return this.#construction ? this.getData() : { state: "referenced" };
  }

  /** Whether it is a reference to a component whose outputs are not in the state. @internal */
  get isEmptyReference(): boolean {
    return this.#isEmptyReference;
  }

  /** The error that the users of a failed component's outputs meet: the one that is reported. */
  protected async reported(error: Error): Promise<Error> {
    return error;
  }

  /** The base class calls it once more, with nothing to register: that would be another write of the state. */
  protected override registerOutputs(): void {}

  /** Defines the outputs of the component, each made when it is asked for the first time. The result gives all of them. */
  #defineOutputs(kind: Kind): () => pulumi.Inputs {
    const ownPick =
      (key: string) =>
      ({ derived, values }: Made): unknown =>
        realise(derived.derivation.outputs[key], values);
    const own = Object.fromEntries(Object.keys(kind.outputs ?? {}).map((key) => [key, ownPick(key)]));
    const picks: Readonly<Record<string, (made: Made) => unknown>> = { ...sharedPicks, ...own };
    for (const [name, pick] of Object.entries(picks)) {
      const get = (): unknown => {
        if (name === "manifest") noteReading(this);
        const value = this.#output(pick);
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      };
      Object.defineProperty(this, name, { get, enumerable: true, configurable: true });
    }
    return () => Object.fromEntries(Object.keys(picks).map((name) => [name, (this as unknown as pulumi.Inputs)[name]]));
  }

  /** An Output that belongs to the component, so that its users wait for the children. */
  #output(pick: (made: Made) => unknown): pulumi.Output<unknown> {
    return this.urn.apply(async () => {
      const outcome = await this.getData();
      if (outcome.state === "derived") return pulumi.output(pick(outcome));
      return outcome.state === "failed" ? outputOfFailed(await this.reported(outcome.error)) : pulumi.unknown;
    });
  }
}

/** The outputs that every component has. */
const sharedPicks: Readonly<Record<(typeof sharedOutputs)[number], (made: Made) => unknown>> = {
  manifest: ({ derived, values }) => realise(exportManifest(derived.resource, values).manifest, values),
  secrets: ({ derived, values }) => secretsOf(realise(exportManifest(derived.resource, values).secrets, values) as object),
  name: ({ derived, values }) => realise(derived.resource.metadata.name, values),
  namespace: ({ derived, values }) => realise(derived.resource.metadata.namespace, values),
  selfScrapes: ({ derived, values }) => realise(derived.selfScrapes, values),
};

/** An empty map needs no encryption. */
const secretsOf = (secrets: object): unknown => (Object.keys(secrets).length > 0 ? pulumi.secret(secrets) : secrets);

/** The data in the state: the custom resource, with secret fields as secrets. */
function inputsOf(kind: Kind, { metadata, spec }: ComponentArgs): pulumi.Inputs {
  return { metadata, spec: mapSecrets(kind.spec, spec, (value) => pulumi.secret(value)) };
}

/** The inputs as plain data. Their problems are reported later, during the derivation. */
function ownInputs({ metadata, spec }: pulumi.Inputs): OwnInputs {
  const values = new Values();
  const resolved = resolve({ metadata: metadata ?? {}, spec: spec ?? {} }, values, "");
  resolved.catch(() => undefined);
  return { values, resolved };
}

/**
 * Inputs without undefined ones, such as outputs of a failed component: older SDKs wait forever for a component that could not be registered.
 * Promises leave secrets in them as small as they are.
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

/** The custom resource for differences. The engine prints a structure whole, even if one value in it changes. */
function readableInputs({ kind }: Kind, { values, resolved }: OwnInputs): pulumi.Output<string> {
  const text = resolved.then(
    ({ value }) => readableResource(kind, value, values),
    () => "",
  );
  return pulumi.output(text);
}

/** The structure stays among the inputs for policies; `readable` shows its differences. */
const hiddenInputs = ({ hideDiffs = [] }: pulumi.ComponentResourceOptions): string[] => ["metadata", "spec", ...hideDiffs];
