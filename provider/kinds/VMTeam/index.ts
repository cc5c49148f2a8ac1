import { ownGroup } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { selectorsOf } from "./namespaces";
import { spec, type VMTeamSpec } from "./schema";

/** The operator has no such kind. */
export const VMTeam: Kind<VMTeamSpec> = {
  kind: "VMTeam",
  apiVersion: `${ownGroup}/v1`,
  description:
    "The scrape objects and rules of a team, which its own stack gives to a VMAgent and a VMAlert that the platform runs for it (argument `team`).",
  spec,
  example,
  check,
  derive,
  selects: ({ kind, scraped }) => {
    if (scraped) return (resource) => (resource.spec.agent ? selectorsOf(resource) : { none: "spec.agent is not set: it scrapes nothing" });
    if (kind !== "VMRule") return undefined;
    return (resource) => (resource.spec.alert ? selectorsOf(resource) : { none: "spec.alert is not set: it evaluates nothing" });
  },
};
