import type { Context } from "../../context";
import { type EventDatabase, eventDatabaseOf } from "../../features/event-database/event-database";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import { defaultPath, type VTSingleSpec } from "./schema";

export const singleOf = (resource: CustomResource<VTSingleSpec>, context: Context): EventDatabase =>
  eventDatabaseOf(plain(resource), { application: "vtsingle", storageDataPath: defaultPath }, context);
