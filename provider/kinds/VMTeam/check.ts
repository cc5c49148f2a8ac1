import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMTeamSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMTeamSpec>, { report }: KindContext): void {
  if (!spec.agent && !spec.alert) report.error("spec", "names neither agent nor alert: expected at least one of them");
}
