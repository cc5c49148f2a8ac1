/** The files that TLS settings refer to: what goes into the tls-assets Secret, by key. */
export class TLSAssets {
  readonly #directory: string;
  readonly #files = new Map<string, string>();

  /** `directory` is where the Secret is mounted. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Puts in the value of a Secret's or ConfigMap's key, and gives the path that the file will have. The same file twice is one. */
  add(source: AssetSource, content: string): string {
    const key = assetKey(source);
    this.#files.set(key, content);
    return `${this.#directory}/${key}`;
  }

  /** Puts in all files of others. */
  addAll(others: TLSAssets): void {
    for (const [key, content] of others.#files) this.#files.set(key, content);
  }

  /** Puts in those files of others that have any content. */
  addFilled(others: TLSAssets): void {
    for (const [key, content] of others.#files) if (content !== "") this.#files.set(key, content);
  }

  /** Key and content of each file. */
  get files(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#files);
  }
}

/** Where a file comes from. */
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
