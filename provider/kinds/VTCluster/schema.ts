import type { z } from "zod";
import {
  eventClusterFields,
  eventInsertFields,
  eventSelectFields,
  eventStorageFields,
} from "../../features/event-cluster/event-cluster-fields";
import { object } from "../../schema/fields";

const insert = object(
  "VTInsert",
  "The part of a cluster that takes traces in and spreads them over the storage nodes. It becomes a Deployment.",
  eventInsertFields("vt"),
);

const select = object("VTSelect", "The part of a cluster that answers queries. It becomes a Deployment.", eventSelectFields("vt"));

const storage = object("VTStorage", "The part of a cluster that keeps the traces. It becomes a StatefulSet.", eventStorageFields("vt"));

export const spec = object(
  "VTClusterSpec",
  "A database for traces whose parts scale on their own: storage nodes, vtinsert in front of them for writing and vtselect for queries.",
  { ...eventClusterFields("v0.10.0"), insert, select, storage },
);

export type VTClusterSpec = z.output<typeof spec>;
