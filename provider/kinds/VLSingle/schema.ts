import type { z } from "zod";
import { eventDatabaseFields } from "../../features/event-database/event-database-fields";
import { syslogSpec } from "../../features/syslog";
import { object } from "../../schema/fields";
import { license } from "../../workload/license-fields";

/** Folder of the log entries where the spec names none. */
export const defaultPath = "/victoria-logs-data";

export const spec = object("VLSingleSpec", "A database for logs in a single pod.", {
  ...eventDatabaseFields("vlsingle", defaultPath),
  syslogSpec,
  license,
});

export type VLSingleSpec = z.output<typeof spec>;
