/** The files that TLS settings refer to: the contents of the tls-assets Secret, by key. */
export class TLSAssets {
  readonly #directory: string;
  readonly #files = new Map<string, string>();

  /** `directory` is the mount path of the Secret. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Adds the value of a Secret's or ConfigMap's key, and returns the path of its file. Equal files are stored once. */
  add(source: AssetSource, content: string): string {
    const key = assetKey(source);
    this.#files.set(key, content);
    return `${this.#directory}/${key}`;
  }

  /** Adds all files of others. */
  addAll(others: TLSAssets): void {
    for (const [key, content] of others.#files) this.#files.set(key, content);
  }

  /** Adds the files of others that are not empty. */
  addFilled(others: TLSAssets): void {
    for (const [key, content] of others.#files) if (content !== "") this.#files.set(key, content);
  }

  /** Key and content of each file. */
  get files(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#files);
  }
}

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
