import { isMap } from "../differences";

/** The relevant parts of the output of `pulumi preview --json`. */
export interface PreviewDocument {
  readonly steps?: readonly Step[];
  /** The number of resources by their operation, those that are not among the steps too. */
  readonly changeSummary?: Readonly<Record<string, unknown>>;
  readonly diagnostics?: readonly { readonly severity?: string; readonly message?: string }[];
}

/** A preview's step of one resource. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: State;
  readonly newState?: State;
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
}

export interface State {
  readonly type?: string;
  /** Of an object of Kubernetes: its namespace, if it has one, and its name. */
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly retainOnDelete?: boolean;
  /** Paths of inputs that keep their first values. */
  readonly ignoreChanges?: readonly string[];
}

/** The document of a preview in a text that may have other lines before and after it; undefined if the text has none. */
export function documentIn(text: string): PreviewDocument | undefined {
  for (const { index } of text.matchAll(/^\s*\{/gm)) {
    const start = text.indexOf("{", index);
    const found = parsed(text.slice(start)) ?? parsed(text.slice(start, endOf(text, start)));
    if (found) return found;
  }
  return undefined;
}

function parsed(text: string): PreviewDocument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) && (Array.isArray(value.steps) || "changeSummary" in value || "diagnostics" in value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The end of the object that begins at a brace. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (part === "{") depth += 1;
    if (part === "}") depth -= 1;
    if (depth === 0) return start + index + part.length;
  }
  return text.length;
}
