import { createHash } from "node:crypto";
import type { ConfigChange } from "./change-model";

/** A named piece of generated configuration that changes: a job, a group of rules, a receiver, a user, or a whole section such as `route`. */
export interface PartChange {
  /** The custom resource whose configuration it is part of: `VMAgent/<namespace>/<name>`. */
  readonly owner: string;
  readonly section: string;
  readonly name?: string;
  /** Its lines, without their common beginning; undefined if it is new. */
  readonly old?: readonly string[];
  /** Undefined if it is removed. */
  readonly now?: readonly string[];
}

/** The sections of generated files; all others are texts of the user. */
const sections = [
  ...["scrape_configs", "groups", "receivers", "users"],
  ...["global", "route", "templates", "inhibit_rules", "time_intervals", "mute_time_intervals", "tracing", "unauthorized_user"],
];

const ofSection = new RegExp(`^(${sections.join("|")})(?:\\[(.+?)\\](?=[.:]))?[.:]? ?`);

/** The section of texts that have no named parts. */
const textSection = "text";

/** The pieces of generated configuration that change. Their order does not matter. */
export function partChanges(configs: readonly ConfigChange[]): PartChange[] {
  return configs.flatMap(({ owner, old, now }) => {
    const [before, after] = [parts(old), parts(now)];
    const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
    return keys.flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      if (was && is && isUnchanged(was, is)) return [];
      const { section, name } = (is ?? was) as Part;
      return [{ owner, section, ...(name !== undefined && { name }), ...(was && { old: was.lines }), ...(is && { now: is.lines }) }];
    });
  });
}

interface Part {
  readonly section: string;
  readonly name?: string;
  readonly lines: string[];
  /** The lines as the file has them. */
  readonly whole: string[];
}

function parts(lines: readonly string[]): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const line of lines) {
    const [start = "", section = textSection, name] = ofSection.exec(line) ?? [];
    const key = `${section}\n${name ?? ""}`;
    const part = found.get(key) ?? { section, ...(name !== undefined && { name }), lines: [], whole: [] };
    part.lines.push(line.slice(start.length));
    part.whole.push(line);
    found.set(key, part);
  }
  return found;
}

/** The text in place of a part in a file that is too large to be shown. */
const summary = /^\d+ lines, SHA-256 ([0-9a-f]+)$/;

function isUnchanged(was: Part, is: Part): boolean {
  if (was.whole.length === is.whole.length && was.whole.every((line, index) => line === is.whole[index])) return true;
  const [before, after] = [was, is].map(({ lines }) => (lines.length === 1 ? summary.exec(lines[0] ?? "")?.[1] : undefined));
  if ((before === undefined) === (after === undefined)) return false;
  return (before ?? hashOf(was.whole)) === (after ?? hashOf(is.whole));
}

const hashOf = (lines: readonly string[]): string => createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 12);

/** Whether only the number of the part's lines is known. */
export const isSummary = (lines: readonly string[] = []): boolean => lines.length === 1 && summary.test(lines[0] ?? "");
