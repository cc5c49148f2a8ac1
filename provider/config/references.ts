import { type Context, configMapValue, type KeySelector, secretValue } from "../context";
import type { TLSAssets } from "./assets";
import { isGiven } from "./keys";
import type { SecretKey, SecretOrConfigMap } from "./setting-types";

/** What references of a resource stand for. */
export type Answers = Pick<References, "value" | "filledValue" | "file">;

/** Answers the references of one object to Secrets and ConfigMaps. One whose target is missing is reported and answered by an empty text. */
export class References {
  readonly #context: Context;
  readonly #namespace: string;
  readonly #assets: TLSAssets;

  /** References are looked up in `namespace`; files of TLS settings go to `assets`. */
  constructor(context: Context, namespace: string, assets: TLSAssets) {
    this.#context = context;
    this.#namespace = namespace;
    this.#assets = assets;
  }

  /** The value, even an empty one; undefined if there is no reference. */
  value(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    const source = this.#sourceOf(reference, path);
    if (!source) return undefined;
    const value = this.#read(source);
    const isEmpty = value !== "" && this.#context.values.isEmpty(value);
    if (isEmpty) this.#context.report.warning(source.path, "refers to an empty value: put one there");
    return value;
  }

  /** The value; undefined if it is empty or if there is no reference. */
  filledValue(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    const value = this.value(reference, path);
    return value === undefined || this.#context.values.isEmpty(value) ? undefined : value;
  }

  /** The path of the file that the value becomes; undefined if there is no reference. */
  file(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    const source = this.#sourceOf(reference, path);
    if (!source) return undefined;
    const { kind, selector } = source;
    return this.#assets.add({ kind, namespace: this.#namespace, name: selector.name ?? "", key: selector.key }, this.#read(source));
  }

  #sourceOf(reference: SecretKey | SecretOrConfigMap | undefined, path: string): Source | undefined {
    const source = sourceOf(reference, path);
    if (!source && isGiven(reference)) this.#context.report.warning(path, "has a key but no name, and so counts as left out: give both");
    return source;
  }

  #read({ kind, selector, path }: Source): string {
    const read = kind === "Secret" ? secretValue : configMapValue;
    return read(this.#context, this.#namespace, selector, path);
  }
}

interface Source {
  readonly kind: "Secret" | "ConfigMap";
  readonly selector: KeySelector;
  readonly path: string;
}

/** Whether a reference names anything. */
export const isReference = (reference: SecretKey | SecretOrConfigMap | undefined): boolean => sourceOf(reference, "") !== undefined;

/** What a reference names: of both, the Secret. One without a name is none. */
function sourceOf(reference: SecretKey | SecretOrConfigMap = {}, path: string): Source | undefined {
  if ("key" in reference) return reference.name ? { kind: "Secret", selector: reference, path } : undefined;
  const { secret, configMap } = reference;
  if (secret?.name) return { kind: "Secret", selector: secret, path: `${path}.secret` };
  return configMap?.name ? { kind: "ConfigMap", selector: configMap, path: `${path}.configMap` } : undefined;
}
