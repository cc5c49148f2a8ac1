import { readFileSync } from "node:fs";
import { expect } from "chai";
import { generatedFiles } from "../../provider/generate/main";

describe("generated files", () => {
  for (const [path, content] of Object.entries(generatedFiles())) {
    it(`${path} is what npm run schema makes`, () =>
      expect(readFileSync(path, "utf8") === content, `${path} is stale: run npm run schema`).to.equal(true));
  }

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
