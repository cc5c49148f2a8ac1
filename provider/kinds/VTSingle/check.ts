import type { Context } from "../../context";
import { checkEventDatabase } from "../../features/event-database/event-database-check";
import type { CustomResource } from "../../world/objects";
import { singleOf } from "./model";
import type { VTSingleSpec } from "./schema";

/** Reports problems beyond the field types. */
export const check = (resource: CustomResource<VTSingleSpec>, context: Context): void =>
  checkEventDatabase(singleOf(resource, context), context);
