import type { Context } from "../../context";
import type { CustomResource } from "../../world/objects";
import { type ClusterOf, type ClusterSpec, clusterWith, type Family, type PartRole } from "../cluster/cluster-model";
import { headless, type Member, type ServiceShape, servicePort } from "../cluster/cluster-services";
import { type Syslog, syslogServicePorts } from "../syslog";
import type { EventInsertSpec, EventSelectSpec, EventStorageSpec } from "./event-cluster-fields";

/** The part that takes events in; some take syslog messages in. */
type EventInsert = EventInsertSpec & { readonly syslogSpec?: Syslog };

/** A cluster for events (log entries or spans). */
export type EventCluster = ClusterOf<object, EventStorageSpec, EventSelectSpec, EventInsert>;

interface EventParts {
  readonly storage: EventStorageSpec | undefined;
  readonly select: EventSelectSpec | undefined;
  readonly insert: EventInsert | undefined;
}

/** A kind of clusters for events. */
export function eventFamily(prefix: "vl" | "vt", fields: Readonly<Record<PartRole, string>>): Family {
  return {
    prefix,
    fields,
    stateful: ["storage"],
    balancer: {
      hostPrefix: "",
      routes: [
        { paths: ["/insert/.*", "/internal/insert"], part: "insert" },
        { paths: [".*"], part: "select" },
      ],
      isPlain: prefix === "vt",
    },
  };
}

export function eventClusterOf(
  family: Family,
  resource: CustomResource<ClusterSpec>,
  { storage, select, insert }: EventParts,
  context: Context,
): EventCluster {
  const ownPort = ({ server }: Member): ServiceShape => ({ ports: [servicePort("http", server.port)] });
  const parts = {
    storage: { spec: storage, service: (member: Member) => ({ ...headless, ...ownPort(member) }) },
    select: { spec: select, service: (member: Member) => ({ ...headless, ...ownPort(member) }) },
    insert: { spec: insert, service: insertService },
  };
  return clusterWith<object, EventStorageSpec, EventSelectSpec, EventInsert>(family, resource, parts, context);
}

const insertService = ({ workload: { spec }, server }: Member<EventInsert>): ServiceShape => ({
  ports: [servicePort("http", server.port), ...syslogServicePorts(spec.syslogSpec)],
});
