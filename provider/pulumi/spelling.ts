import type { Issue } from "../world/issues";

/** The spelling of an argument's path in the language of the program, by the kind of component. */
export type Spelling = (kind: string, path: string) => string;

/** Programs in TypeScript use the names of the custom resources. */
let spelling: Spelling = (_, path) => path;

/** Spells all paths as in another language, for the rest of the process. */
export function spellPaths(as: Spelling): void {
  spelling = as;
}

/** An issue with its path in the program's spelling; `kind` is the kind of its component. */
export const spelled = <Spelled extends Issue>(issue: Spelled, kind = issue.object.split("/")[0] ?? ""): Spelled => ({
  ...issue,
  path: spelling(kind, issue.path),
});
