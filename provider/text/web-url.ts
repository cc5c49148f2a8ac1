import { parseUrl } from "./url";

/** The problem of the address of an HTTP server; undefined if it is valid. The text is not quoted. */
export function webUrlProblem(text: string): string | undefined {
  const parsed = parseUrl(text);
  if ("problem" in parsed) return parsed.problem;
  if (!/^https?$/.test(parsed.scheme)) return "expected an address that starts with http:// or https://";
  return parsed.host === "" ? "has no host: expected an address such as https://example.com/path" : undefined;
}
