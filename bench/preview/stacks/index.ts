import { group } from "./group";
import { k8sStack } from "./k8s-stack";
import { ordinary } from "./ordinary";
import type { Stack } from "./stack";

/** What is measured with a stack, whatever its settings are. */
export type Visitor<Result> = <Settings>(stack: Stack<Settings>) => Result;

/** Visits all stacks. */
export const forEachStack = <Result>(visit: Visitor<Result>): Result[] => [visit(ordinary), visit(k8sStack), visit(group)];
