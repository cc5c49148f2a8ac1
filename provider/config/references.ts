import { type Context, configMapValue, type KeySelector, secretValue } from "../context";
import { isOlder, type Version } from "../text/release";
import type { TLSAssets } from "./assets";
import { isGiven } from "./keys";
import type { SecretKey, SecretOrConfigMap } from "./setting-types";

/** The values of a resource's references. */
export type Answers = Pick<References, "value" | "filledValue" | "file" | "mountedFile" | "mountsFiles" | "mountsFrom">;

/** Answers the references of one object to Secrets and ConfigMaps. A missing target is reported, and the answer is an empty text. */
export class References {
  readonly #context: Context;
  readonly #namespace: string;
  readonly #assets: TLSAssets;
  readonly #version: Version | undefined;

  /** References are looked up in `namespace`; files of TLS settings go to `assets`. `version` is the release of the program that reads them. */
  constructor(context: Context, namespace: string, assets: TLSAssets, version?: Version) {
    this.#version = version;
    this.#context = context;
    this.#namespace = namespace;
    this.#assets = assets;
  }

  /** The value, even if it is empty; undefined without a reference. */
  value(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    return this.#answer(reference, path)?.value;
  }

  /** The value; undefined if it is empty, or without a reference. */
  filledValue(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    const answer = this.#answer(reference, path);
    return answer?.isEmpty ? undefined : answer?.value;
  }

  #answer(reference: SecretKey | SecretOrConfigMap | undefined, path: string): { value: string; isEmpty: boolean } | undefined {
    const source = this.#sourceOf(reference, path);
    if (!source) return undefined;
    const value = this.#read(source);
    const isEmpty = this.#context.values.isEmpty(value);
    if (isEmpty && value !== "") this.#context.report.warning(source.path, "refers to an empty value: store a value there");
    return { value, isEmpty };
  }

  /** The path of the file with the value; undefined without a reference. */
  file(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    const source = this.#sourceOf(reference, path);
    if (!source) return undefined;
    const { kind, selector } = source;
    return this.#assets.add({ kind, namespace: this.#namespace, name: selector.name ?? "", key: selector.key }, () => this.#read(source));
  }

  /** Whether files are mounted from their own Secrets and ConfigMaps. Then a setting that takes a value or a file gets the file. */
  get mountsFiles(): boolean {
    return this.#assets.mounts(this.#namespace);
  }

  /** Whether files are mounted for a setting that takes one from some release of the program on, `0.32`. A release that is not known is a new one. */
  mountsFrom(release: string): boolean {
    return this.mountsFiles && !(this.#version && isOlder(this.#version, release));
  }

  /** The path of the file with the value if files are mounted. */
  mountedFile(reference: SecretKey | SecretOrConfigMap | undefined, path: string): string | undefined {
    return this.mountsFiles ? this.file(reference, path) : undefined;
  }

  #sourceOf(reference: SecretKey | SecretOrConfigMap | undefined, path: string): Source | undefined {
    const source = sourceOf(reference, path);
    if (!source && isGiven(reference)) this.#context.report.warning(path, "has a key but no name, and is ignored: give both");
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

/** Whether a reference has a name. */
export const isReference = (reference: SecretKey | SecretOrConfigMap | undefined): boolean => sourceOf(reference, "") !== undefined;

/** The target of a reference: the Secret, if both are given; undefined without a name. */
function sourceOf(reference: SecretKey | SecretOrConfigMap = {}, path: string): Source | undefined {
  if ("key" in reference) return reference.name ? { kind: "Secret", selector: reference, path } : undefined;
  const { secret, configMap } = reference;
  if (secret?.name) return { kind: "Secret", selector: secret, path: `${path}.secret` };
  return configMap?.name ? { kind: "ConfigMap", selector: configMap, path: `${path}.configMap` } : undefined;
}
