import type { Issue } from "../world/issues";

/** How the language of the program calls a path in the arguments of a kind of component. */
export type Spelling = (kind: string, path: string) => string;

/** Programs in TypeScript call everything as the custom resources do. */
let spelling: Spelling = (_, path) => path;

/** Names all paths as another language does, for the rest of the process. */
export function spellPaths(as: Spelling): void {
  spelling = as;
}

/** An issue with its path as the program spells it; `kind` is that of the component whose arguments it is in. */
export const spelled = <Spelled extends Issue>(issue: Spelled, kind = issue.object.split("/")[0] ?? ""): Spelled => ({
  ...issue,
  path: spelling(kind, issue.path),
});
