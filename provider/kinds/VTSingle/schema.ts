import type { z } from "zod";
import { eventDatabaseFields } from "../../features/event-database/event-database-fields";
import { object } from "../../schema/fields";

/** Folder of the spans where the spec names none. */
export const defaultPath = "/victoria-traces-data";

export const spec = object("VTSingleSpec", "A database for traces in a single pod.", eventDatabaseFields("vtsingle", defaultPath));

export type VTSingleSpec = z.output<typeof spec>;
