import type { z } from "zod";
import { team } from "../../features/team/team-fields";
import { object } from "../../schema/fields";

/** Arguments of the component beside `metadata` and `spec`. */
export const componentArguments = object("VMAlertArguments", "Arguments of VMAlert beside `metadata` and `spec`.", { team });

export type VMAlertArguments = z.output<typeof componentArguments>;
