import { join } from "node:path";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { type StackOptions, TestStack } from "../engine/stack";

/** The plugin under test: the executable in the checkout, over what was compiled last. Another folder may be given for a build elsewhere. */
export const plugin = {
  name: "victoriametrics",
  path: process.env.PULUMI_VICTORIAMETRICS_PLUGIN ?? join(__dirname, "..", ".."),
} as const;

/** A stack whose programs may use the plugin. */
export const pluginStack = (program: PulumiFn, options: StackOptions = {}): Promise<TestStack> =>
  TestStack.create(program, { ...options, plugins: [plugin] });

/** Runs what is done with a stack that goes away afterwards. */
export async function withStack<Result>(
  program: PulumiFn,
  use: (stack: TestStack) => Promise<Result>,
  options: StackOptions = {},
): Promise<Result> {
  const stack = await pluginStack(program, options);
  try {
    return await use(stack);
  } finally {
    stack.remove();
  }
}
