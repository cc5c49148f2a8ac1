import * as pulumi from "@pulumi/pulumi";
import { defaultsSchema } from "../defaults";
import { infoOf } from "../schema/fields";

/** The settings in the stack's configuration, `victoriametrics:<setting>`; maps and lists as JSON or set with `--path`. */
export function stackDefaults(): Record<string, unknown> {
  const config = new pulumi.Config("victoriametrics");
  const settings: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(defaultsSchema.shape)) {
    const text = config.get(key);
    if (text !== undefined) settings[key] = infoOf(schema).type === "string" ? text : parseJson(key, text);
  }
  return settings;
}

function parseJson(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new pulumi.RunError(`configuration victoriametrics:${key}: expected JSON, such as true, 5 or {"image":"…"}`);
  }
}
