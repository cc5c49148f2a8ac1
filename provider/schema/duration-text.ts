import { string } from "./fields";

/** Text with a time in it, such as `30s`: the pattern of the custom resources. */
export function duration(description: string) {
  return string(description, { pattern: /[0-9]+(ms|s|m|h)/, expected: "expected a duration such as 30s or 5m", example: "30s" });
}
