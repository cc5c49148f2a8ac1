import { createRequire } from "node:module";
import { join } from "node:path";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { TestStack } from "./stack";

const load = createRequire(__filename);

/** The examples in TypeScript, each with the secrets that it must be configured with. */
export const examples = {
  quickstart: { metricsPassword: "hunter2" },
  alerting: { slackWebhook: "https://hooks.example.com/hunter2" },
  cluster: {},
  logs: {},
  "platform-and-teams/platform": {},
  "vmagent-ha": {},
  "vmagent-kafka": { licenseKey: "hunter2" },
  "k8s-stack": {
    grafanaPassword: "hunter2",
    slackWebhook: "https://hooks.example.com/hunter2",
    heartbeatWebhook: "https://heartbeat.example.com/hunter2",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ExampleName = keyof typeof examples;

/** A stack of an example, with the given configuration beside the secrets that it needs. */
export const createExample = (name: ExampleName, config: Readonly<Record<string, string>> = {}): Promise<TestStack> =>
  TestStack.create(programOf(name), { config: ofProject(config), secretConfig: ofProject(examples[name]) });

/** The program of an example, loaded again for each run. */
export function programOf(name: string): PulumiFn {
  const file = join(__dirname, "..", "..", "examples", name, "index.ts");
  return async () => {
    delete load.cache[file];
    return load(file) as Record<string, unknown>;
  };
}

const ofProject = (config: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [`tests:${key}`, value]));
