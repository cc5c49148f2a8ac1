import type { Context } from "../context";

/** Warns of authentication by several fields, each with its credentials, where a program takes only one kind. */
export function checkLoginWays(
  ways: Readonly<Record<string, readonly (string | undefined)[]>>,
  path: string,
  program: string,
  { report }: Pick<Context, "report">,
): void {
  const [first, ...others] = Object.keys(ways).filter((way) => ways[way]?.some(Boolean));
  for (const way of others)
    report.warning(
      `${path}.${way}`,
      `is given next to ${first}, and ${program} does not start with two kinds of authentication: leave one of them out`,
    );
}
