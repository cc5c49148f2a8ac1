import type { Kind, Selecting } from "./kind";

/** How a workload selects that looks at objects of one kind. */
export const selectsOnly =
  <Spec>(name: string, selecting: Selecting<Spec>): NonNullable<Kind<Spec>["selects"]> =>
  ({ kind }) =>
    kind === name ? selecting : undefined;
