import { parseUrl } from "./url";

/** What is wrong with the address of a server that speaks HTTP; undefined if nothing is. The text is not quoted. */
export function webUrlProblem(text: string): string | undefined {
  const parsed = parseUrl(text);
  if ("problem" in parsed) return parsed.problem;
  if (!/^https?$/.test(parsed.scheme)) return "expected an address that starts with http:// or https://";
  return parsed.host === "" ? "names no host: expected an address such as https://example.com/path" : undefined;
}
