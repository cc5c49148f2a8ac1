/** Prints what one preview takes: `in-process` or `plugin`. A process of its own, since programs run in one and start cold. */
import type * as victoriametrics from "../../provider";
import { remote } from "./remote";
import { plugin, withStack } from "./stack";

export const scrapes = 200;

type Components = Pick<typeof victoriametrics, "VMServiceScrape" | "VMAgent">;

const programOf =
  ({ VMServiceScrape, VMAgent }: Components) =>
  async (): Promise<void> => {
    const scrapeOf = (_: unknown, index: number) =>
      new VMServiceScrape(`service-${index}`, {
        metadata: { namespace: `team-${index % 50}` },
        spec: { selector: { matchLabels: { app: `service-${index}` } }, endpoints: [{ port: "http" }, { port: "admin" }] },
      });
    new VMAgent("main", {
      metadata: { namespace: "monitoring" },
      spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://vmsingle-main:8428/api/v1/write" }] },
      selectFrom: Array.from({ length: scrapes }, scrapeOf),
    });
  };

/** Seconds that a preview takes. */
async function measure(components: Components): Promise<number> {
  return withStack(programOf(components), async (stack) => {
    const start = performance.now();
    const { failed, output, operations } = await stack.preview();
    if (failed || operations["kubernetes:apps/v1:Deployment::main-vmagent-deployment"] !== "create") throw new Error(output);
    return (performance.now() - start) / 1000;
  });
}

if (require.main === module) {
  // The compiled package, as the plugin has it.
  const inProcess = require(plugin.path) as Components;
  measure(process.argv[2] === "plugin" ? remote : inProcess).then((seconds) => console.log(seconds.toFixed(2)));
}
