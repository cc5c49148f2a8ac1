import Module, { createRequire } from "node:module";
import { join } from "node:path";

const load = createRequire(__filename);
const file = join(__dirname, "..", "..", "examples", "quickstart", "index.ts");

type Load = (request: string, ...others: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };

/** The program of the example; with `components` instead of the package. */
export const quickstart = (components?: object) => async () => {
  const original = loader._load;
  loader._load = (request, ...others) =>
    components && request === "pulumi-victoriametrics" ? components : original.call(loader, request, ...others);
  try {
    delete load.cache[file];
    return load(file) as Record<string, unknown>;
  } finally {
    loader._load = original;
  }
};
