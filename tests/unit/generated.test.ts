import { readFileSync } from "node:fs";
import { expect } from "chai";
import { generatedFiles } from "../../provider/generate/main";

describe("generated files", () => {
  for (const [path, content] of Object.entries(generatedFiles())) {
    it(`${path} is what npm run schema makes`, () =>
      expect(readFileSync(path, "utf8") === content, `${path} is stale: run npm run schema`).to.equal(true));
  }

  it("SDKs were made from the schema as it is, by the generators as they are", async () => {
    const { currentRecord, recordFile } = await import("../../tools/sdk.mjs");
    expect(readFileSync(recordFile, "utf8")).to.equal(currentRecord(), "the SDKs are stale: run npm run sdk");
  });

  it("give no two properties of a type the same name in Python", () => {
    const { types } = JSON.parse(readFileSync("sdk/schema.json", "utf8")) as { types: Described };
    const nameInPython = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const clashes = Object.entries(types).filter(([, { properties = {} }]) => {
      const names = Object.keys(properties);
      return new Set(names.map(nameInPython)).size < names.length;
    });
    expect(clashes.map(([name]) => name)).to.deep.equal([]);
  });

  it("describe every property and type of the package", () => {
    const schema = JSON.parse(readFileSync("schema.json", "utf8")) as { types: Described; resources: Described };
    const blank: string[] = [];
    for (const [name, type] of Object.entries({ ...schema.types, ...schema.resources })) {
      if (!type.description?.trim()) blank.push(name);
      for (const [key, property] of Object.entries({ ...type.properties, ...type.inputProperties }))
        if (!property.description?.trim()) blank.push(`${name}.${key}`);
    }
    expect(blank).to.deep.equal([]);
  });
});

type Described = Record<
  string,
  {
    description?: string;
    properties?: Record<string, { description?: string }>;
    inputProperties?: Record<string, { description?: string }>;
  }
>;
