import type { Context } from "../../context";
import { type EventDatabase, eventDatabaseOf } from "../../features/event-database/event-database";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import { defaultPath, type VLSingleSpec } from "./schema";

export const singleOf = (resource: CustomResource<VLSingleSpec>, context: Context): EventDatabase =>
  eventDatabaseOf(plain(resource), { application: "vlsingle", storageDataPath: defaultPath }, context);
