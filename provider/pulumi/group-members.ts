import type * as pulumi from "@pulumi/pulumi";
import type { Assembly, Derived, MissingIssue } from "../assemble";
import { kindsTable } from "../kinds";
import type { Values } from "../values/values";
import { type Manifest, objectKey } from "../world/objects";
import { type Build, ComponentBase, type Made } from "./component-base";
import { makingOf, withGenerated } from "./generated-values";
import { HeldResources, heldText } from "./held-resources";
import { readObject } from "./missing-objects";
import type { Outcome } from "./outcome";
import { realise } from "./realise";
import { childrenName, type Registering, register } from "./register";
import type { Switches } from "./switches";

/** The component of one custom resource of a group. What it consists of comes from the group, which also tells of its failure. */
class Member extends ComponentBase {
  readonly #group: Group;

  constructor(name: string, { kind, metadata, spec }: Manifest, values: Values, options: MemberOptions, build: Build) {
    const { name: own, namespace, labels, annotations } = metadata;
    const inputs = { metadata: { name: own, namespace, labels, annotations }, spec };
    const found = kindsTable.of(kind);
    if (!found) throw new Error(`there is no kind ${kind}`);
    super(found, name, realise(inputs, values) as object, options, build);
    this.#group = options.parent;
  }

  /** The group reports one error for all its members. */
  protected override async reported(error: Error): Promise<Error> {
    const outcome = await this.#group.outcome();
    return outcome.state === "failed" ? outcome.error : error;
  }
}

type Group = pulumi.ComponentResource & { outcome(): Promise<Outcome<unknown>> };
type MemberOptions = pulumi.ComponentResourceOptions & { readonly parent: Group };

/** The data that all members get from their group. */
export interface GroupSettings extends Pick<Registering, "values" | "canPatch" | "adopt" | "options">, Pick<Switches, "components"> {
  readonly component: Group;
  /** Pulumi name of the group. */
  readonly name: string;
  /** The custom resources that were given. */
  readonly custom: readonly Manifest[];
  /** Further arguments of their components, by the key of the custom resource. */
  readonly arguments: ReadonlyMap<string, unknown>;
}

/** The result of the whole group. */
interface Settlement {
  readonly derived: ReadonlyMap<string, Derived>;
  /** The resources that everything waits for. */
  readonly dependencies: readonly pulumi.Resource[];
}

/** The components of a group's custom resources, and the text of those that need no component. Each waits for the result of the whole group. */
export class Members {
  readonly #components = new Map<string, ComponentBase>();
  readonly #manifests: Map<string, Manifest>;
  readonly #group: GroupSettings;
  readonly #settled: Promise<Settlement>;
  #settle: (settlement: Settlement) => void = () => undefined;

  constructor(group: GroupSettings) {
    this.#group = group;
    this.#manifests = new Map(group.custom.map((manifest) => [objectKey(manifest), manifest]));
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Reads an object for the component that needs it, or for the group if that component is not in the group. */
  async read(issue: MissingIssue, owner: string, assembly: Assembly): Promise<Manifest> {
    this.#learn(assembly);
    const { component, name, values } = this.#group;
    const member = this.#get(owner);
    if (!member) return readObject(issue, { parent: component, name, subject: "", values });
    return readObject(issue, { parent: member, name: this.#childrenName(owner), subject: owner, values });
  }

  /** A custom resource with the values that its component generates. */
  async generate(manifest: Manifest, fields: readonly string[], derived: Derived): Promise<Manifest> {
    const key = objectKey(manifest);
    const { values, adopt = false, canPatch } = this.#group;
    const parent = this.#get(key);
    if (!parent) return manifest;
    const making = makingOf(this.#group.arguments.get(key), manifest, derived.derivation.outputs.secretName, adopt && canPatch);
    return withGenerated(manifest, fields, { name: this.#childrenName(key), parent, values, ...making });
  }

  /** Makes the components of all derived custom resources, and ends when all their children are registered. Only the first call counts. */
  async settle(assembly?: Assembly, dependencies: readonly pulumi.Resource[] = []): Promise<Outcome<unknown>[]> {
    const derived = assembly?.derived ?? new Map<string, Derived>();
    if (assembly) this.#learn(assembly);
    for (const key of derived.keys()) this.#get(key);
    this.#hold([...derived.keys()].filter((key) => !this.#components.has(key)));
    this.#settle({ derived, dependencies });
    return Promise.all([...this.#components.values()].map((member) => member.outcome()));
  }

  /** Shows the custom resources that are no components. */
  #hold(keys: readonly string[]): void {
    const held = keys.flatMap((key) => this.#manifests.get(key) ?? []);
    const { component: parent, name, values } = this.#group;
    for (const heldKind of new Set(held.map(({ kind }) => kind))) {
      const resources = held.filter(({ kind }) => kind === heldKind);
      new HeldResources(`${name}-${heldKind}`, heldText(resources, `ConfigGroup ${name}`, values), { parent });
    }
  }

  /** Objects of others are converted when they are assembled, and have components as well. */
  #learn({ program }: Assembly): void {
    for (const resource of program.converted) {
      const key = objectKey(resource);
      if (!this.#manifests.has(key)) this.#manifests.set(key, { ...resource });
    }
  }

  /** The components that were made, by the keys of their custom resources. */
  get components(): ReadonlyMap<string, ComponentBase> {
    return this.#components;
  }

  /** The Pulumi name of a custom resource's component. */
  #nameOf(key: string): string {
    return `${this.#group.name}-${key.replace("/", "-")}`;
  }

  #childrenName(key: string): string {
    const [kind = ""] = key.split("/");
    return childrenName(this.#nameOf(key), kind);
  }

  /** The component of a custom resource; undefined if the resource is not the group's, or needs none. */
  #get(key: string): ComponentBase | undefined {
    const before = this.#components.get(key);
    const manifest = this.#manifests.get(key);
    if (before || !manifest || !this.#isComponent(manifest)) return before;
    const { component: parent, options, values } = this.#group;
    const { customTimeouts, ignoreChanges } = options;
    const build = (member: ComponentBase): Promise<Outcome<Made>> => this.#build(key, member);
    const made = new Member(this.#nameOf(key), manifest, values, { parent, customTimeouts, ignoreChanges }, build);
    this.#components.set(key, made);
    return made;
  }

  #isComponent({ kind }: Manifest): boolean {
    return this.#group.components === "all" || kindsTable.of(kind)?.derive !== undefined;
  }

  async #build(key: string, parent: ComponentBase): Promise<Outcome<Made>> {
    const { derived: all, dependencies } = await this.#settled;
    const derived = all.get(key);
    if (!derived) return { state: "deferred" };
    const { values, canPatch, adopt, options } = this.#group;
    await register(derived, { name: this.#nameOf(key), values, parent, dependencies, canPatch, adopt, options });
    return { state: "derived", values, derived };
  }
}
