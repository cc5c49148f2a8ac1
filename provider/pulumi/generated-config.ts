import * as pulumi from "@pulumi/pulumi";
import { contentsOf } from "../config/contents";
import { readableFile } from "../config/readable";
import type { DerivedObject, GeneratedFiles } from "../derived";
import { isWorkload } from "../review/rollouts";
import { workloadFile, workloadText } from "../review/sources/readable-inputs";
import { mapText } from "../schema/parse";
import type { Values } from "../values/values";
import { type Manifest, objectKey } from "../world/objects";
import { reviewHook } from "./review-hooks";

/**
 * Generated configuration as readers see it: one property per file, secrets as `[secret]`, and the names in it as `contents`. It creates nothing; it
 * lets `pulumi preview --diff` show each changed value of the configuration in one line.
 */
export class GeneratedConfig extends pulumi.ComponentResource {
  static readonly type = "victoriametrics:index:GeneratedConfig";

  constructor(name: string, inputs: Readonly<Record<string, unknown>>, options: ConfigOptions) {
    const { parentUrn, ...others } = options;
    const hooks = { beforeUpdate: reviewHook(parentUrn, `${name}-config`, options.parent) };
    super(GeneratedConfig.type, name, inputs, { ...others, hooks, hideDiffs: ["contents"] });
  }

  /** It has no outputs, and to say so would be another write of the state. */
  protected override registerOutputs(): void {}
}

interface ConfigOptions extends pulumi.ComponentResourceOptions {
  readonly parent: pulumi.Resource;
  readonly parentUrn: string;
}

/** A piece of generated configuration for display; `owner` is the key of its custom resource. */
export function readableConfig({ files }: GeneratedFiles, owner: string, values: Values): Record<string, unknown> {
  const contents = contentsOf(files, values);
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readableFile(file, owner, values)])),
    ...(contents.length > 0 && { contents }),
  };
}

/**
 * Workloads with a secret, for display: the Kubernetes provider hides a whole list, such as all containers, as soon as one of its values is secret.
 */
export function readableWorkloads(
  objects: readonly DerivedObject[],
  values: Values,
): { readonly role: string; readonly inputs: Record<string, string> }[] {
  return objects.flatMap(({ role, manifest }) => {
    if (!isWorkload(objectKey(manifest))) return [];
    const texts = { hasSecret: false };
    const masked = mapText(manifest, (text) => {
      if (!values.isSecret(text)) return values.isKnown(text) ? (values.evaluate(text) as string) : "[unknown]";
      texts.hasSecret = true;
      return values.mask(text);
    }) as Manifest;
    return texts.hasSecret ? [{ role, inputs: { [workloadFile]: workloadText(masked) } }] : [];
  });
}
