import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { packageSchema } from "./packageSchema";
import { structuralFieldsDocument } from "./structuralFields";
import { componentsSource, inputsSource } from "./typescript";

/** Everything that is generated and checked in, by its path from the top of the repository. */
export function generatedFiles(): Record<string, string> {
  const info = JSON.parse(readFileSync("package.json", "utf8")) as { version: string; description: string };
  return {
    "schema.json": `${JSON.stringify(packageSchema(info), null, 2)}\n`,
    "provider/generated/inputs.ts": inputsSource(),
    "provider/generated/components.ts": componentsSource(),
    "docs/structural-fields.md": structuralFieldsDocument(),
  };
}

if (require.main === module) {
  for (const [path, content] of Object.entries(generatedFiles())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(path);
  }
}
