import { isNamedIn, type Named } from "./names";

/** The expected contents of a preview. */
export const limits = { average: 40, worst: 80, characters: 300 } as const;

/** A preview in numbers. */
export interface Measurement {
  readonly lines: number;
  /** Lines that begin with `+`, `-` or `~`. */
  readonly changed: number;
  /** Characters of the longest line. */
  readonly longest: number;
  /** Unchanged names in changed lines. */
  readonly unchangedShown: readonly string[];
  /** Unchanged names in other lines, those around a change. */
  readonly unchangedAround: readonly string[];
}

/**
 * Counts what the command line printed.
 *
 * @param names all that the stack names, before and after the change
 * @param mayShow what the change is about, by title; `kind:*` stands for all of a kind
 */
export function measure(text: string, names: readonly Named[], mayShow: readonly string[]): Measurement {
  const lines = text.trimEnd().split("\n");
  const isChanged = (line: string): boolean => /^\s*[+~-]/.test(line);
  const naming = lines.filter((line) => !titleOfResource.test(line));
  const unchanged = names.filter(({ kind, title }) => !mayShow.includes(title) && !mayShow.includes(`${kind}:*`));
  const shownIn = (some: readonly string[]): readonly Named[] => unchanged.filter((one) => some.some((line) => isNamedIn(line, one)));
  const shown = shownIn(naming.filter(isChanged));
  const around = shownIn(naming.filter((line) => !isChanged(line))).filter((one) => !shown.includes(one));
  return {
    lines: lines.length,
    changed: lines.filter(isChanged).length,
    longest: Math.max(...lines.map((line) => [...line].length)),
    unchangedShown: shown.map(describe),
    unchangedAround: around.map(describe),
  };
}

/** As `~ victoriametrics:index:VMAlert: (update)`: a type is no name, though a group may be called `victoriametrics`. */
const titleOfResource = /^\s*[+~-]+\s?[\w.-]+:[\w./-]+:\w+: \([\w -]+\)/;

const describe = ({ kind, title }: Named): string => `${kind} ${title}`;

/** The unexpected contents of one preview. */
export const brokenBy = ({ lines, longest, unchangedShown }: Measurement): string[] => [
  ...(lines > limits.worst ? [`${lines} lines, not ${limits.worst}`] : []),
  ...(longest > limits.characters ? [`a line of ${longest} characters, not ${limits.characters}`] : []),
  ...(unchangedShown.length > 0 ? [`${abbreviated(unchangedShown)} did not change`] : []),
];

const abbreviated = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
