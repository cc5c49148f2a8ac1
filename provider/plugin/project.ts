import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/** The runtime of the project in a folder or above it, such as `python`; undefined where there is no project that can be read. */
export function runtimeOf(folder: string): string | undefined {
  const file = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file !== undefined) return runtimeIn(file);
  return dirname(folder) === folder ? undefined : runtimeOf(dirname(folder));
}

function runtimeIn(file: string): string | undefined {
  try {
    const { runtime } = parse(readFileSync(file, "utf8")) as { readonly runtime?: string | { readonly name?: string } };
    return typeof runtime === "string" ? runtime : runtime?.name;
  } catch {
    return undefined; // The engine has read it, so it is there in a form that only the engine knows.
  }
}
