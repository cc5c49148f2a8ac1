import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { bundle } from "../../tools/bundle.mjs";
import { processorSeconds, quickest } from "../processor-time";
import { executable, nodeHost, type PluginProcess, startPlugin } from "./process";

/** Nothing is called there. */
const noEngine = "127.0.0.1:1";

const schemaOf = ({ client }: PluginProcess): Promise<GetSchemaResponse> =>
  new Promise((resolve, reject) => {
    client.getSchema(new GetSchemaRequest(), (error, response) => (error ? reject(error) : resolve(response)));
  });

/** Seconds from the start of the process to its schema: of the processor where the system tells, so that others' work does not count. */
async function timeToSchema(command: readonly string[]): Promise<number> {
  const start = performance.now();
  const plugin = await startPlugin(noEngine, command);
  await schemaOf(plugin);
  const elapsed = (performance.now() - start) / 1000;
  const processor = processorSeconds(plugin.id) ?? elapsed;
  await plugin.stop();
  return Math.min(elapsed, processor);
}

const bundled = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-bundle-"));

const commands: Readonly<Record<string, readonly string[]>> = {
  "its executable": executable,
  "Pulumi's host of Node.js plugins": nodeHost,
  "its bundle, far from any dependency,": [join(bundled, "pulumi-resource-victoriametrics")],
};

describe("the plugin", () => {
  before(() => bundle(bundled));
  after(() => rmSync(bundled, { recursive: true, force: true }));

  // It takes half of that on a machine that does nothing else.
  it("answers with its schema within a second and a half of its start", async () => {
    const { seconds } = await quickest(1.5, async () => ({ seconds: await timeToSchema(executable) }), 8);
    expect(seconds).to.be.below(1.5);
  });

  for (const [how, command] of Object.entries(commands)) {
    it(`serves the package's schema and prints nothing but its port when run by ${how}`, async () => {
      const started = await startPlugin(noEngine, command);
      const schema = (await schemaOf(started)).getSchema();
      await started.stop();
      expect(schema).to.equal(readFileSync(join(__dirname, "..", "..", "sdk", "schema.json"), "utf8"));
      expect(started.printed().output).to.match(/^\d+\n$/);
      expect(started.printed().errors).to.equal("");
    });
  }
});
