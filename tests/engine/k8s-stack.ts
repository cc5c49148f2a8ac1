import { createRequire } from "node:module";
import { join } from "node:path";
import { type Run, TestStack } from "./stack";

const load = createRequire(__filename);
const file = join(__dirname, "..", "..", "examples", "k8s-stack", "index.ts");

/** What must not be seen anywhere. */
export const secret = "hunter2";

const program = async () => {
  delete load.cache[file];
  return load(file) as Record<string, unknown>;
};

/** A stack of examples/k8s-stack, with all of its receivers and with the given configuration. */
export const createStack = (config: Readonly<Record<string, string>>): Promise<TestStack> =>
  TestStack.create(program, {
    config: ofProject(config),
    secretConfig: ofProject({
      grafanaPassword: secret,
      slackWebhook: `https://hooks.example.com/${secret}`,
      heartbeatWebhook: `https://heartbeat.example.com/${secret}`,
    }),
  });

const ofProject = (config: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [`tests:${key}`, value]));

/** Warnings without those of the Kubernetes plugin, which says of every Secret that it writes into a file. */
export const ownWarnings = ({ warnings }: Run): string[] => warnings.filter((text) => !/^rendered (YAML|file) .*in plaintext$/.test(text));
