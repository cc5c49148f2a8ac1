import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import { type Issue, type RenderOptions, render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";

/** What manifests become, for tests that look at arguments, files and issues. */
export interface FromYaml {
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  readonly object: (kind: string, name: string) => any;
  /** The arguments of a container, init containers included. */
  readonly args: (kind: string, name: string, container: string) => string[];
  /** A generated file that is compressed. */
  readonly file: (kind: string, name: string, key: string) => string;
  /** `severity path` of each issue, of one object if it is given. */
  readonly places: (object?: string) => string[];
  readonly issues: readonly Issue[];
}

interface Container {
  readonly name: string;
  readonly args?: string[];
}

/** Renders manifests; what is invalid is left out. */
export async function fromYaml(text: string, options: RenderOptions = {}): Promise<FromYaml> {
  const { objects, customResources, issues } = await render(readYaml(text, "test.yaml"), { onInvalid: "skip", ...options });
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  const object = (kind: string, name: string): any =>
    [...objects, ...customResources].find((one) => one.kind === kind && one.metadata.name === name);
  return {
    object,
    args: (kind, name, container) => {
      const { template } = object(kind, name).spec as { template: { spec: { containers: Container[]; initContainers?: Container[] } } };
      const pod = template.spec;
      return [...pod.containers, ...(pod.initContainers ?? [])].find((one) => one.name === container)?.args ?? [];
    },
    file: (kind, name, key) => {
      const { data = {}, binaryData = {} } = (object(kind, name) ?? {}) as {
        data?: Record<string, string>;
        binaryData?: Record<string, string>;
      };
      return gunzipSync(Buffer.from({ ...data, ...binaryData }[key] ?? "", "base64")).toString("utf8");
    },
    places: (key) => issues.filter((issue) => key === undefined || issue.object === key).map(({ severity, path }) => `${severity} ${path}`),
    issues,
  };
}

/** The spec of a manifest under a kind and name, all in the namespace `ns`. */
export const manifest = (kind: string, name: string, spec: string): string =>
  `apiVersion: ${Object.values<Kind>(kinds).find((one) => one.kind === kind)?.apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ns}\nspec: ${JSON.stringify(parse(spec))}\n---\n`;
