import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { executable, nodeHost, type PluginProcess, startPlugin } from "./process";

/** Nothing is called there. */
const noEngine = "127.0.0.1:1";

const schemaOf = ({ client }: PluginProcess): Promise<GetSchemaResponse> =>
  new Promise((resolve, reject) => {
    client.getSchema(new GetSchemaRequest(), (error, response) => (error ? reject(error) : resolve(response)));
  });

/** Milliseconds from the start of the process to its schema. */
async function timeToSchema(): Promise<number> {
  const start = performance.now();
  const plugin = await startPlugin(noEngine);
  await schemaOf(plugin);
  const taken = performance.now() - start;
  await plugin.stop();
  return taken;
}

describe("the plugin", () => {
  it("answers with its schema within a second of its start", async () => {
    const taken: number[] = [];
    while (taken.length < 8 && !taken.some((time) => time < 1000)) taken.push(await timeToSchema());
    expect(Math.min(...taken), taken.join(", ")).to.be.below(1000);
  });

  for (const [how, command] of Object.entries({ "its executable": executable, "Pulumi's host of Node.js plugins": nodeHost })) {
    it(`serves the package's schema and prints nothing but its port when run by ${how}`, async () => {
      const plugin = await startPlugin(noEngine, command);
      const schema = (await schemaOf(plugin)).getSchema();
      await plugin.stop();
      expect(schema).to.equal(readFileSync(join(__dirname, "..", "..", "sdk", "schema.json"), "utf8"));
      expect(plugin.printed().output).to.match(/^\d+\n$/);
      expect(plugin.printed().errors).to.equal("");
    });
  }
});
