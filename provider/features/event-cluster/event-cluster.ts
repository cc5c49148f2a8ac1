import type { Context } from "../../context";
import type { CustomResource } from "../../world/objects";
import type { PartSpec } from "../cluster/cluster-fields";
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
    storage: { spec: publishedAtOnce(storage), service: (member: Member) => ({ ...headless, ...ownPort(member) }) },
    select: { spec: publishedAtOnce(select), service: (member: Member) => ({ ...headless, ...ownPort(member) }) },
    insert: { spec: insert, service: insertService },
  };
  return clusterWith<object, EventStorageSpec, EventSelectSpec, EventInsert>(family, resource, parts, context);
}

/** Settings of the user for a headless Service leave it the addresses of pods that are not ready yet, unless they say otherwise. */
function publishedAtOnce<Own extends PartSpec>(own: Own | undefined): Own | undefined {
  const { serviceSpec } = own ?? {};
  if (!serviceSpec?.useAsDefault || (serviceSpec.spec.type ?? "ClusterIP") !== "ClusterIP") return own;
  const { publishNotReadyAddresses } = headless;
  return { ...own, serviceSpec: { ...serviceSpec, spec: { publishNotReadyAddresses, ...serviceSpec.spec } } } as Own;
}

const insertService = ({ workload: { spec }, server }: Member<EventInsert>): ServiceShape => ({
  ports: [servicePort("http", server.port), ...syslogServicePorts(spec.syslogSpec)],
});
