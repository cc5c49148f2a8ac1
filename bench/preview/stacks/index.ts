import { group } from "./group";
import { k8sStack } from "./k8s-stack";
import { ordinary } from "./ordinary";
import type { Stack } from "./stack";

/** The measurements of a stack, for any settings. */
export type Visitor<Result> = <Settings>(stack: Stack<Settings>) => Result;

/** Visits all stacks. */
export const forEachStack = <Result>(visit: Visitor<Result>): Result[] => [visit(ordinary), visit(k8sStack), visit(group)];
