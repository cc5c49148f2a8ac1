import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Cluster } from "./cluster";

interface Item {
  readonly key: string;
  readonly path: string;
}

interface Named {
  readonly name: string;
  readonly items?: readonly Item[];
}

interface Source {
  readonly secret?: Named;
  readonly configMap?: Named;
}

interface Volume {
  readonly name: string;
  readonly secret?: { readonly secretName: string };
  readonly configMap?: { readonly name: string };
  readonly projected?: { readonly sources: readonly Source[] };
}

interface Pod {
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes: readonly Volume[];
}

/**
 * The files of a workload's first container on this machine, as a kubelet would write them from the API server, and the packed ones unpacked, as the
 * config-reloader would.
 */
export class PodFiles {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #pod: Pod;
  readonly folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-pod-"));

  constructor(cluster: Cluster, kind: string, name: string, namespace: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#pod = cluster.object(kind, name, namespace).spec.template.spec;
  }

  /** The arguments of the container, with the folders of this machine. */
  get args(): string[] {
    return this.#container.args.map((argument) => this.#local(argument));
  }

  /** Writes what the API server has now. `unpacked` is the mount of files that are unpacked. */
  sync(unpacked: string): void {
    for (const { name, mountPath } of this.#container.volumeMounts) {
      const folder = this.#local(mountPath);
      mkdirSync(folder, { recursive: true });
      for (const [file, content] of this.#contents(name)) {
        writeFileSync(join(folder, file), content);
        if (!file.endsWith(".gz")) continue;
        mkdirSync(this.#local(unpacked), { recursive: true });
        writeFileSync(join(this.#local(unpacked), file.replace(/\.gz$/, "")), this.#local(gunzipSync(content).toString("utf8")));
      }
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  get #container(): Pod["containers"][number] {
    const [container] = this.#pod.containers;
    if (!container) throw new Error("the pod has no container");
    return container;
  }

  /** A text with this machine's folders in place of the mounts; of two mounts in one another the inner one counts. */
  #local(text: string): string {
    const places = this.#container.volumeMounts.map(({ mountPath }) => mountPath).sort((left, right) => right.length - left.length);
    const anyPlace = new RegExp(`(?<![\\w.-])(${places.map((place) => place.replace(/[.]/g, "\\.")).join("|")})(?![\\w.-])`, "g");
    return text.replace(anyPlace, (place) => join(this.folder, place));
  }

  #contents(volume: string): [string, Buffer][] {
    const found = this.#pod.volumes.find(({ name }) => name === volume);
    if (found?.secret) return this.#files("secret", { name: found.secret.secretName });
    if (found?.configMap) return this.#files("configmap", found.configMap);
    return (found?.projected?.sources ?? []).flatMap(({ secret, configMap }) => [
      ...(secret ? this.#files("secret", secret) : []),
      ...(configMap ? this.#files("configmap", configMap) : []),
    ]);
  }

  #files(kind: "secret" | "configmap", { name, items }: Named): [string, Buffer][] {
    const { data = {} } = this.#cluster.object(kind, name, this.#namespace);
    const listed = items ?? Object.keys(data).map((key) => ({ key, path: key }));
    return listed.map(({ key, path }) => {
      if (data[key] === undefined) throw new Error(`${kind} ${name} has no key ${key}`);
      return [path, Buffer.from(data[key], kind === "secret" ? "base64" : "utf8")];
    });
  }
}
