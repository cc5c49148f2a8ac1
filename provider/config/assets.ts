import type { Defaults } from "../defaults";

/** The files that settings refer to, such as those of TLS: copies in a generated Secret, or keys that are mounted from their own Secret or ConfigMap. */
export class TLSAssets {
  readonly #directory: string;
  readonly #mountedFrom: string | undefined;
  readonly #files = new Map<string, string>();
  readonly #mounted = new Map<string, AssetSource>();

  /** `directory` is the mount path. Keys of the namespace `mountedFrom`, which must be that of the pods, are mounted; all others are copied. */
  constructor(directory: string, mountedFrom?: string) {
    this.#directory = directory;
    this.#mountedFrom = mountedFrom;
  }

  /** Adds a Secret's or ConfigMap's key, which is read only for a copy, and returns the path of its file. Equal files are stored once. */
  add(source: AssetSource, read: () => string): string {
    const name = assetKey(source);
    if (this.mounts(source.namespace)) this.#mounted.set(name, source);
    else this.#files.set(name, read());
    return `${this.#directory}/${name}`;
  }

  /** Whether keys of a namespace are mounted. */
  mounts(namespace: string): boolean {
    return namespace === this.#mountedFrom;
  }

  /** Adds all files of others. */
  addAll(others: TLSAssets): void {
    for (const [key, content] of others.#files) this.#files.set(key, content);
    for (const [key, source] of others.#mounted) this.#mounted.set(key, source);
  }

  /** Adds the files of others that are not empty. */
  addFilled(others: TLSAssets): void {
    for (const [key, content] of others.#files) if (content !== "") this.#files.set(key, content);
  }

  get isEmpty(): boolean {
    return this.#files.size === 0 && this.#mounted.size === 0;
  }

  /** Key and content of each copied file. */
  get files(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#files);
  }

  /** The sources of the mounted files, by the files' names. */
  get mounted(): ReadonlyMap<string, AssetSource> {
    return this.#mounted;
  }
}

/** Files for the pods of a namespace: `references` of the settings says whether keys of that namespace are mounted. */
export const assetsFor = (directory: string, namespace: string, { references }: Pick<Defaults, "references">): TLSAssets =>
  new TLSAssets(directory, references === "mount" ? namespace : undefined);

/** The source of a file. */
export interface AssetSource {
  readonly kind: "Secret" | "ConfigMap";
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
}

/** The name of a file: no two sources share it within one namespace. */
function assetKey({ kind, namespace, name, key }: AssetSource): string {
  return kind === "Secret" ? `${namespace}_${name}_${key}` : `${namespace}_configmap_${name}_${key}`;
}
