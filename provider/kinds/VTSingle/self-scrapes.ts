import type { Context } from "../../context";
import { eventDatabaseScrapes } from "../../features/event-database/event-database-objects";
import type { SelfScrape } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { singleOf } from "./model";
import type { VTSingleSpec } from "./schema";

/** The scrape object for the database itself. */
export const selfScrapes = (resource: CustomResource<VTSingleSpec>, context: Context): readonly SelfScrape[] =>
  eventDatabaseScrapes(singleOf(resource, context), context);
