import type { z } from "zod";
import {
  eventClusterFields,
  eventInsertFields,
  eventSelectFields,
  eventStorageFields,
} from "../../features/event-cluster/event-cluster-fields";
import { syslogSpec } from "../../features/syslog";
import { object } from "../../schema/fields";
import { license } from "../../workload/license-fields";

const vlinsert = object(
  "VLInsert",
  "The part of a cluster that takes logs in and spreads them over the storage nodes. It becomes a Deployment.",
  { ...eventInsertFields("vl"), syslogSpec },
);

const vlselect = object("VLSelect", "The part of a cluster that answers queries. It becomes a Deployment.", eventSelectFields("vl"));

const vlstorage = object("VLStorage", "The part of a cluster that keeps the logs. It becomes a StatefulSet.", eventStorageFields("vl"));

export const spec = object(
  "VLClusterSpec",
  "A database for logs whose parts scale on their own: storage nodes, vlinsert in front of them for writing and vlselect for queries.",
  { ...eventClusterFields("v1.52.0"), license, vlinsert, vlselect, vlstorage },
);

export type VLClusterSpec = z.output<typeof spec>;
