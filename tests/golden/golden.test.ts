import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { printYaml } from "../../provider/config/yaml";
import { render } from "../../provider/render";
import { printManifests, readYaml } from "../../provider/sources/manifests";
import type { Tree } from "../../provider/text/tree";
import { Values } from "../../provider/values/values";

const folder = __dirname;
const inputs = join(folder, "input");
const expected = join(folder, "expected");
const update = process.env.UPDATE_GOLDEN === "1";

if (update && process.env.CI)
  throw new Error("goldens are not rewritten in CI: run UPDATE_GOLDEN=1 npm test where you can read the difference");

/** Everything that a reader of a golden wants to see: objects with the configuration readable, issues, and masked configuration. */
async function goldenOf(input: string): Promise<string> {
  const { objects, customResources, issues, configs } = await render(readYaml(input, "input"), { onInvalid: "skip" });
  const parts = [
    printYaml({ issues, configs } as unknown as Tree, new Values()),
    printManifests([...objects, ...customResources].map(withoutBinary)),
  ];
  return parts.join("---\n");
}

/** Gzipped values are left to the masked configuration, which is the same text. */
const withoutBinary = (manifest: Parameters<typeof printManifests>[0][number]) => {
  if (manifest.binaryData)
    return { ...manifest, binaryData: Object.fromEntries(Object.keys(manifest.binaryData).map((key) => [key, "(gzipped)"])) };
  if (manifest.kind !== "Secret" || !manifest.data) return manifest;
  const readable = ([key, value]: [string, string]) => [key, key.endsWith(".gz") ? "(gzipped)" : value];
  return { ...manifest, data: Object.fromEntries(Object.entries(manifest.data as Record<string, string>).map(readable)) };
};

describe("golden", () => {
  for (const file of readdirSync(inputs).sort()) {
    it(file.replace(/\.yaml$/, "").replaceAll("-", " "), async () => {
      const actual = await goldenOf(readFileSync(join(inputs, file), "utf8"));
      const path = join(expected, file);
      if (update) writeFileSync(path, actual);
      expect(existsSync(path), `there is no ${path}: run UPDATE_GOLDEN=1 npm test and read what it writes`).to.equal(true);
      expect(actual).to.equal(readFileSync(path, "utf8"));
    });
  }
});
