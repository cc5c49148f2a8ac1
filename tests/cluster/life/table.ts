import { alerting } from "./alerting";
import { collectors } from "./collectors";
import { databases } from "./databases";
import type { Life, Row } from "./life";
import { plainWorkloads } from "./plain";

/** The table: changes of each kind of workload, and everything that happens in the cluster. */
export const lives: readonly Life[] = [...collectors, ...databases, ...alerting, ...plainWorkloads];

/** A resource as a program declares it. */
export interface Declared extends Pick<Life, "kind" | "name" | "spec">, Pick<Row, "arguments" | "options"> {}

/** A change, and the life that it belongs to. */
export interface Changed {
  readonly life: Life;
  readonly row: Row;
}

/** The resources of one round. */
export interface Round {
  readonly declared: readonly Declared[];
  readonly changed: readonly Changed[];
}

/** The resources at first. */
export const start: readonly Declared[] = lives.map(({ kind, name, spec }) => ({ kind, name, spec }));

/** What the program declares in each round: the changes of all lives in the same place of their lists. */
export const rounds: readonly Round[] = Array.from({ length: Math.max(...lives.map(({ changes }) => changes.length)) }, (_, index) => ({
  declared: lives.map((life) => life.changes.slice(0, index + 1).reduce(declaredBy, { ...life })),
  changed: lives.flatMap((life) => (life.changes[index] ? [{ life, row: life.changes[index] }] : [])),
}));

function declaredBy(before: Declared, { spec, arguments: given = before.arguments, options = before.options }: Row): Declared {
  return { ...before, spec: spec(before.spec as never), arguments: given, options };
}

/** The resources of the last round, of which those have a refused change that have one. */
export const refused: readonly Declared[] = (rounds.at(-1)?.declared ?? start).map((one, position) => {
  const [first] = lives[position]?.refused ?? [];
  return first ? { ...one, spec: first.spec(one.spec as never) } : one;
});
