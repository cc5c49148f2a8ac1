import { type Misplaced, misplaced } from "./position";

/** Texts in quotes, comments, brackets and bars; everything else is skipped. */
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|["'`([{)\]}|]/gsu;

interface Pipe {
  readonly offset: number;
  readonly text: string;
}

/**
 * The problem of a LogsQL query of a rule, as far as it shows without a full parser: quotes and brackets must be closed, and the query needs a
 * `stats` pipe, the last of which does not group by time. Undefined if no problem is found.
 */
export function statsQueryProblem(text: string): Misplaced | undefined {
  const pipes = pipesOf(text);
  if (!Array.isArray(pipes)) return pipes;
  const stats = pipes.findLast((pipe) => isStats(pipe.text));
  if (!stats)
    return { message: "it has no stats pipe: a rule needs numbers, such as `error | stats count() as errors`", line: 0, column: 0 };
  if (!hasTimeBuckets(stats.text)) return undefined;
  return misplaced("its results are grouped by time: leave _time out of `by`, since a rule evaluates one moment", text, stats.offset);
}

/** The text after each bar outside of brackets. */
function pipesOf(text: string): Pipe[] | Misplaced {
  const bars: number[] = [];
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    if (/^["'`]$/.test(found)) return misplaced("this quote is never closed", text, index);
    if (/^[([{]$/.test(found)) open.push(index);
    else if (/^[)\]}]$/.test(found) && open.pop() === undefined) return misplaced("this bracket was never opened", text, index);
    else if (found === "|" && open.length === 0) bars.push(index);
  }
  const [unclosed] = open;
  if (unclosed !== undefined) return misplaced("this bracket is never closed", text, unclosed);
  return bars.map((bar, number) => ({ offset: bar + 1, text: text.slice(bar + 1, bars[number + 1]) }));
}

/** Pipes that can be written like the call of a function. Any other call belongs to `stats`, whose name and `by` may be left out. */
const otherPipes = new Set([
  "drop",
  "eval",
  "fields",
  "filter",
  "format",
  "join",
  "keep",
  "math",
  "order",
  "rm",
  "sort",
  "top",
  "union",
  "uniq",
  "where",
]);

function isStats(pipe: string): boolean {
  if (/^\s*\(/.test(pipe)) return true;
  const [, word = "", bracket] = /^\s*([A-Za-z_]+)\s*(\()?/.exec(pipe) ?? [];
  const name = word.toLowerCase();
  return name.startsWith("stats") || name === "by" || (bracket !== undefined && !otherPipes.has(name));
}

/** Whether the labels of a `stats` pipe, `by (…)`, include the time of logs. The word `by` may be left out. */
function hasTimeBuckets(pipe: string): boolean {
  const [, labels = ""] = /^\s*(?:stats\w*\s*)?(?:by\s*)?\(([^)]*)\)/i.exec(pipe) ?? [];
  return labels.split(",").some((label) => /^\s*["']?_time["']?\s*(:|$)/.test(label));
}
