import { createExample } from "./examples";
import type { Run, TestStack } from "./stack";

/** Texts that must not appear anywhere. */
export const secret = "hunter2";

/** A stack of examples/k8s-stack, with all of its receivers and with the given configuration. */
export const createStack = (config: Readonly<Record<string, string>>): Promise<TestStack> => createExample("k8s-stack", config);

/** Warnings without those of the Kubernetes plugin, which says of every Secret that it writes into a file. */
export const ownWarnings = ({ warnings }: Run): string[] => warnings.filter((text) => !/^rendered (YAML|file) .*in plaintext$/.test(text));
