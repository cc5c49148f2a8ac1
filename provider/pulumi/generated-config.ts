import * as pulumi from "@pulumi/pulumi";
import { contentsOf } from "../config/contents";
import { readableFile } from "../config/readable";
import type { GeneratedFiles } from "../derived";
import type { Values } from "../values/values";

/**
 * Generated configuration as readers see it: one property per file, secrets as `[secret]`, and the names in it as `contents`. It creates nothing;
 * its use is that `pulumi preview --diff` shows each changed value of the configuration in one line.
 */
export class GeneratedConfig extends pulumi.ComponentResource {
  static readonly type = "victoriametrics:index:GeneratedConfig";

  constructor(name: string, inputs: Readonly<Record<string, unknown>>, options: pulumi.ComponentResourceOptions) {
    super(GeneratedConfig.type, name, inputs, { ...options, hideDiffs: ["contents"] });
    this.registerOutputs({});
  }
}

/** A piece of generated configuration as its component shows it. */
export function readableConfig({ files }: GeneratedFiles, values: Values): Record<string, unknown> {
  const contents = contentsOf(files, values);
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readableFile(file, values)])),
    ...(contents.length > 0 && { contents }),
  };
}
