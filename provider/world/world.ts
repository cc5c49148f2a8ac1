import { isUtf8 } from "node:buffer";
import { own } from "../text/own";
import { compareBytes, hasPlaceholder, isPlaceholder, type Values } from "../values/values";
import { type CustomResource, type Manifest, objectKey } from "./objects";
import { isEmptySelector, type LabelSelector, matches, namespaceName } from "./selectors";

/**
 * The answer to a reference to one key of a Secret or ConfigMap. Of bytes that are not text the value has only the readable part; if the key is
 * missing, `keys` lists the existing ones.
 */
export type Lookup =
  | { readonly value: string; readonly isBinary?: boolean }
  | { readonly missing: "object"; readonly isEncrypted?: boolean }
  | { readonly missing: "key"; readonly keys: readonly string[] };

/** How a workload chooses custom resources of one kind. */
export interface Selection {
  readonly selector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  /** The selection of a kind without any selector: everything or nothing. */
  readonly all?: boolean;
}

/** Further facts about a world. */
export interface WorldOptions {
  /** Secrets derived from its custom resources. References prefer given Secrets. */
  readonly derivedSecrets?: readonly Manifest[];
  /** The world is complete: an unselected object is unused. */
  readonly isWhole?: boolean;
  /** Secrets and ConfigMaps that SOPS has encrypted: they are there, and their values are not known. */
  readonly encrypted?: readonly Manifest[];
}

/**
 * The closed set of objects that a derivation can see. Values of Secrets are placeholders in it, even if they were given as plain text, so that no
 * derivation prints one by mistake.
 */
export class World {
  readonly #customResources = new Map<string, CustomResource>();
  readonly #byKind = new Map<string, CustomResource[]>();
  readonly #secrets = new Map<string, KeyedData>();
  readonly #derivedSecrets = new Map<string, KeyedData>();
  readonly #configMaps = new Map<string, KeyedData>();
  readonly #namespaces = new Map<string, Readonly<Record<string, string>>>();
  readonly #encrypted: ReadonlySet<string>;
  readonly #values: Values;
  /** Whether the world is complete, so that an unselected object is unused. */
  readonly isWhole: boolean;

  /** `manifests` are the objects beside the custom resources; kinds that derivations do not use are ignored. */
  constructor(
    values: Values,
    customResources: readonly CustomResource[],
    manifests: readonly Manifest[],
    { derivedSecrets = [], isWhole = false, encrypted = [] }: WorldOptions = {},
  ) {
    this.#values = values;
    this.isWhole = isWhole;
    for (const resource of customResources) this.#customResources.set(objectKey(resource), resource);
    for (const resource of this.#customResources.values()) {
      const list = this.#byKind.get(resource.kind);
      if (list) list.push(resource);
      else this.#byKind.set(resource.kind, [resource]);
    }
    for (const list of this.#byKind.values()) list.sort((left, right) => compareBytes(sortKey(left), sortKey(right)));
    for (const manifest of manifests) own(this.#readers, manifest.kind)?.(manifest);
    this.#encrypted = new Set(encrypted.map((manifest) => `${manifest.kind}/${nameOf(manifest)}`));
    for (const manifest of derivedSecrets) this.#derivedSecrets.set(nameOf(manifest), this.#secretData(manifest));
  }

  readonly #readers: Readonly<Record<string, (manifest: Manifest) => void>> = {
    Secret: (manifest) => this.#secrets.set(nameOf(manifest), this.#secretData(manifest)),
    ConfigMap: (manifest) => this.#configMaps.set(nameOf(manifest), { data: textMap(manifest.data), ...unknownPart(manifest.data) }),
    Namespace: ({ metadata }) => this.#namespaces.set(metadata.name, metadata.labels ?? {}),
  };

  /** The custom resources of a kind, in the order of the bytes of `namespace/name`. */
  customResources(kind: string): readonly CustomResource[] {
    return this.#byKind.get(kind) ?? [];
  }

  customResource(kind: string, namespace: string, name: string): CustomResource | undefined {
    return this.#customResources.get(objectKey({ kind, metadata: { namespace, name } }));
  }

  /**
   * Whether a workload in `namespace` selects a custom resource: a selector of objects alone selects in the workload's own namespace, a selector of
   * namespaces selects in the matching namespaces, no selector selects all or none.
   */
  selects({ metadata }: CustomResource, namespace: string, { selector, namespaceSelector, all = false }: Selection): boolean {
    if (!selector && !namespaceSelector) return all;
    const isInNamespace = namespaceSelector
      ? this.#matchesNamespace(namespaceSelector, metadata.namespace)
      : metadata.namespace === namespace;
    return isInNamespace && (!selector || matches(selector, metadata.labels));
  }

  /** The labels of a namespace that is in the world; every namespace has its own name as a label. */
  namespaceLabels(namespace: string): Readonly<Record<string, string>> {
    return { ...this.#namespaces.get(namespace), [namespaceName]: namespace };
  }

  /** The namespaces with objects of a kind whose labels a namespace selector needs and the world does not know. */
  unknownNamespaces(kind: string, selector: LabelSelector | undefined): string[] {
    const keys = [...Object.keys(selector?.matchLabels ?? {}), ...(selector?.matchExpressions ?? []).map(({ key }) => key)];
    if (keys.every((key) => key === namespaceName)) return [];
    const namespaces = this.customResources(kind).map(({ metadata }) => metadata.namespace);
    return [...new Set(namespaces)].filter((namespace) => !this.#namespaces.has(namespace));
  }

  /** The value of a key of a Secret: always a placeholder. */
  secretKey(namespace: string, name: string, key: string): Lookup {
    const id = `${namespace}/${name}`;
    const secret = this.#secrets.get(id) ?? this.#derivedSecrets.get(id);
    const found = this.#lookup(secret, `Secret/${id}`, key);
    return "value" in found && this.#isBinary(own(secret?.encoded ?? {}, key)) ? { ...found, isBinary: true } : found;
  }

  /** Whether base64 is known to hold bytes that are not text. */
  #isBinary(encoded: string | undefined): boolean {
    return encoded !== undefined && this.#values.check(encoded, (text) => !isUtf8(Buffer.from(String(text), "base64"))) === true;
  }

  /** Whether a Secret is given rather than derived. */
  hasSecret(namespace: string, name: string): boolean {
    const id = `${namespace}/${name}`;
    return this.#secrets.has(id) || this.#encrypted.has(`Secret/${id}`);
  }

  /** The value of a key of a ConfigMap. */
  configMapKey(namespace: string, name: string, key: string): Lookup {
    const id = `${namespace}/${name}`;
    return this.#lookup(this.#configMaps.get(id), `ConfigMap/${id}`, key);
  }

  #lookup(found: KeyedData | undefined, object: string, key: string): Lookup {
    const answer = lookup(found, key);
    return found === undefined && this.#encrypted.has(object) ? { missing: "object", isEncrypted: true } : answer;
  }

  #matchesNamespace(selector: LabelSelector, namespace: string): boolean {
    return isEmptySelector(selector) || matches(selector, this.namespaceLabels(namespace));
  }

  /** `stringData` wins over `data`; a plain value becomes a secret placeholder. */
  #secretData(manifest: Manifest): KeyedData {
    const secret = (path: string, text: string): string =>
      hasPlaceholder(text) ? text : this.#values.add({ path: `${objectKey(manifest)} ${path}`, secret: true, known: { value: text } });
    const plain = textMap(manifest.stringData);
    const encoded = Object.entries(textMap(manifest.data))
      .filter(([key]) => !Object.hasOwn(plain, key))
      .map(([key, text]): [string, string] => [key, secret(`data.${key}`, text)]);
    const data = encoded.map(([key, text]) => [key, this.#values.apply("fromBase64", text)]);
    const stringData = Object.entries(plain).map(([key, text]) => [key, secret(`stringData.${key}`, text)]);
    // A Secret made from `stringData` has known `data` in a preview while `stringData` is not, so only `data` counts.
    return { data: Object.fromEntries([...data, ...stringData]), encoded: Object.fromEntries(encoded), ...unknownPart(manifest.data) };
  }
}

/** The data of a Secret or ConfigMap; while it is unknown as a whole, every key has the same unknown value. */
interface KeyedData {
  readonly data: Readonly<Record<string, string>>;
  /** The value in a Secret's `data` alone, in base64. */
  readonly encoded?: Readonly<Record<string, string>>;
  readonly unknown?: string;
}

const unknownPart = (data: unknown): { unknown?: string } => (isPlaceholder(data) ? { unknown: data } : {});

const sortKey = ({ metadata }: CustomResource): string => `${metadata.namespace}/${metadata.name}`;
const nameOf = ({ metadata }: Manifest): string => `${metadata.namespace ?? "default"}/${metadata.name}`;

function lookup(found: KeyedData | undefined, key: string): Lookup {
  if (found === undefined) return { missing: "object" };
  const value = Object.hasOwn(found.data, key) ? found.data[key] : found.unknown;
  return value === undefined ? { missing: "key", keys: Object.keys(found.data).sort(compareBytes) } : { value };
}

/** The entries of a map that are text. */
function textMap(map: unknown): Readonly<Record<string, string>> {
  if (typeof map !== "object" || map === null) return {};
  return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
