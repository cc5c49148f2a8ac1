import type { ApplicationName } from "../../defaults";
import { described, string, structural } from "../../schema/fields";
import { embeddedMetadata } from "../../schema/metadata";
import type { PlainFields } from "../../workload/plain";
import { resourceFields } from "../../workload/resource-fields";
import { singleRetentionFields } from "../event-retention";
import { singleDatabaseFields } from "../single-database-fields";
import { claimSpec } from "../stateful-storage";
import { workloadFields } from "../workload-fields";

/** The fields of a database for events (log entries or spans) in a single pod. */
export const eventDatabaseFields = (application: ApplicationName, storageDataPath: string) => ({
  ...resourceFields,
  storage: described(
    "Claim for the data. A size of zero makes none; without a claim the data is lost with the pod. Access mode `ReadWriteOnce` by default. The claim " +
      "stays when the component is destroyed.",
    claimSpec,
  ),
  storageMetadata: described("Labels and annotations of the claim. `name` has no effect.", embeddedMetadata),
  storageDataPath: structural(
    string(
      `Folder of the data in the container, where the claim of \`storage\` or a volume called \`data\` is mounted. Default \`${storageDataPath}\`.`,
    ),
  ),
  ...singleRetentionFields,
  ...workloadFields,
  ...singleDatabaseFields(application),
});

export type EventDatabaseFields = PlainFields<ReturnType<typeof eventDatabaseFields>>;
