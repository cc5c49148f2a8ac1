import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { kindPages } from "./kind-pages";
import { type PackageInfo, packageSchema, sdkSchema } from "./package-schema";
import { withSettings } from "./settings";
import { structuralFieldsDocument } from "./structural-fields";
import { componentsSource, inputsSource, settingsSource } from "./typescript";

/** All generated and checked-in files, by their paths from the top of the repository. */
export function generatedFiles(): Record<string, string> {
  const info = JSON.parse(readFileSync("package.json", "utf8")) as PackageInfo;
  const json = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    "schema.json": json(packageSchema(info)),
    "sdk/schema.json": json(sdkSchema(info)),
    "provider/generated/inputs.ts": inputsSource(),
    "provider/generated/components.ts": componentsSource(),
    "provider/generated/settings.ts": settingsSource(),
    "docs/structural-fields.md": structuralFieldsDocument(),
    ...kindPages(),
    "docs/installation-configuration.md": withSettings(readFileSync("docs/installation-configuration.md", "utf8")),
  };
}

if (require.main === module) {
  for (const [path, content] of Object.entries(generatedFiles())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(path);
  }
}
