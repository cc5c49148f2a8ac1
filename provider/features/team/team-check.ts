import type { Context } from "../../context";
import { own } from "../../text/own";
import type { Team } from "./team-fields";

/** The report, and the kinds of scrape objects. */
interface Checks extends Pick<Context, "report"> {
  readonly kinds: { readonly scraped: readonly { readonly kind: string }[] };
}

/** Reports problems in the argument `team` itself. */
export function checkTeam(team: Team, { report, kinds: { scraped } }: Checks): void {
  const kinds = scraped.map(({ kind }) => kind);
  for (const [index, kind] of (team.kinds ?? []).entries()) {
    const path = `team.kinds[${index}]`;
    if (!kinds.includes(kind)) report.error(path, `is no kind of scrape object: expected one of ${kinds.join(", ")}`);
  }
  for (const [index, { kind, namespace }] of (team.deployers ?? []).entries()) {
    if (kind === "ServiceAccount" || namespace === undefined) continue;
    report.error(`team.deployers[${index}].namespace`, `belongs to a ServiceAccount, and this is a ${kind}: leave it out`);
  }
}

/** Reports fields that have no meaning for a program that works for a team, each with its remedy. */
export function checkFieldsWithTeam(spec: object, unusable: Readonly<Record<string, string>>, { report }: Context): void {
  for (const [field, remedy] of Object.entries(unusable)) {
    const value = own(spec as Readonly<Record<string, unknown>>, field);
    if (value !== undefined && value !== false) report.error(`spec.${field}`, `cannot be used with the argument team: ${remedy}`);
  }
}
