import { type Misplaced, misplaced } from "./position";

/** Texts in quotes, comments, brackets and bars; everything else is passed over. */
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|["'`([{)\]}|]/gsu;

interface Pipe {
  readonly offset: number;
  readonly text: string;
}

/**
 * What is wrong with a query of LogsQL for a rule, as far as that shows without a full parser: its quotes and brackets must be closed, and it
 * must have a `stats` pipe, the last of which does not cut its results by time. Undefined if nothing is.
 */
export function statsQueryProblem(text: string): Misplaced | undefined {
  const pipes = pipesOf(text);
  if (!Array.isArray(pipes)) return pipes;
  const stats = pipes.findLast((pipe) => isStats(pipe.text));
  if (!stats)
    return { message: "it has no stats pipe: a rule needs numbers, such as `error | stats count() as errors`", line: 0, column: 0 };
  if (!hasTimeBuckets(stats.text)) return undefined;
  return misplaced("its results are cut by time: leave _time out of `by`, for a rule looks at one moment", text, stats.offset);
}

/** What stands after each bar that is in no brackets. */
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

/** Pipes that can be written like the call of a function. Any other call is one of `stats`, whose name and `by` may be left out. */
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

/** Whether the labels of a `stats` pipe, `by (…)`, name the time of logs. The word `by` may be left out. */
function hasTimeBuckets(pipe: string): boolean {
  const [, labels = ""] = /^\s*(?:stats\w*\s*)?(?:by\s*)?\(([^)]*)\)/i.exec(pipe) ?? [];
  return labels.split(",").some((label) => /^\s*["']?_time["']?\s*(:|$)/.test(label));
}
