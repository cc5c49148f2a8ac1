/** A run of the engine that is there to be killed: it says of each step that it begins it, and is a process of its own. */
import type { EngineEvent, PulumiFn } from "@pulumi/pulumi/automation";
import { ensure } from "../../tools/toolchain.mjs";
import { openStack } from "../../tools/workspace.mjs";
import { adopting, program, type Stage } from "./killed-program";

/** What is run, as the only argument has it. */
export interface KilledRun {
  readonly folder: string;
  readonly command: "up" | "destroy";
  readonly stage?: Stage;
  readonly adopted?: readonly unknown[];
}

/** A step that leaves a resource as it is takes no time, and nothing of it can be lost. */
const idle = ["same", "read", "refresh", "discard", "read-discard"];

async function run({ folder, command, stage, adopted = [] }: KilledRun): Promise<void> {
  const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
  const chosen: PulumiFn = stage ? program(stage) : adopting(adopted);
  const env = { PULUMI_CONFIG_PASSPHRASE: "test", KUBECONFIG: process.env.KUBECONFIG };
  const place = { folder, executables, cluster: true };
  const stack = await openStack({ ...place, projectName: "tests", stackName: "test", program: chosen, env: env as Record<string, string> });
  await stack[command]({
    color: "never",
    onEvent: ({ resourcePreEvent }: EngineEvent) => {
      if (resourcePreEvent && !idle.includes(resourcePreEvent.metadata.op)) console.log(`step ${resourcePreEvent.metadata.urn}`);
    },
  });
}

run(JSON.parse(process.argv[2] ?? "{}") as KilledRun).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
