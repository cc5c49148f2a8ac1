import type { Context } from "../../context";
import type { Derivation } from "../../derived";
import { eventDatabaseObjects } from "../../features/event-database/event-database-objects";
import type { CustomResource } from "../../world/objects";
import { singleOf } from "./model";
import { addresses } from "./outputs";
import type { VTSingleSpec } from "./schema";

/** Objects of a VTSingle. */
export function derive(resource: CustomResource<VTSingleSpec>, context: Context): Derivation {
  const single = singleOf(resource, context);
  return { objects: eventDatabaseObjects(single, context), configs: [], outputs: addresses(single, context) };
}
