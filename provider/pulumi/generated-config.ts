import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { GeneratedFile, GeneratedFiles } from "../derived";
import type { Values } from "../values/values";

/** Above this size (bytes) a file is given as one line per part, to keep state and diffs small. */
const longText = 256 * 1024;

/**
 * Generated configuration as readers see it: one property per file, secrets as `[secret]`. It creates nothing; its use is that
 * `pulumi preview --diff` shows what changes in the configuration, line by line.
 */
export class GeneratedConfig extends pulumi.ComponentResource {
  static readonly type = "victoriametrics:index:GeneratedConfig";

  constructor(name: string, files: Readonly<Record<string, string>>, options: pulumi.ComponentResourceOptions) {
    super(GeneratedConfig.type, name, files, options);
    this.registerOutputs({});
  }
}

/** The text of each file of a piece of generated configuration, masked, and summed up where it is long. */
export function readableFiles({ files }: GeneratedFiles, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readable(file, values)]));
}

function readable({ text, parts }: GeneratedFile, values: Values): string {
  if (!parts || text.length <= longText) return values.mask(text);
  const hash = (part: string): string => createHash("sha256").update(values.mask(part)).digest("hex").slice(0, 12);
  return Object.entries(parts)
    .map(([part, content]) => `${part}: ${hash(content)}\n`)
    .join("");
}
