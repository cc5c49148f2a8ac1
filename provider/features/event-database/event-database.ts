import type { Context } from "../../context";
import type { ApplicationName } from "../../defaults";
import { asksForStorage } from "../../kubernetes/persistent-volume-claim";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type HttpServer, httpServer } from "../../workload/http-server";
import type { License } from "../../workload/license-fields";
import type { ServicePort } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import { type Syslog, syslogServicePorts } from "../syslog";
import type { EventDatabaseFields } from "./event-database-fields";

/** The spec of a database for events in a single pod; some have a license and take syslog messages in. */
export type EventDatabaseSpec = EventDatabaseFields & { readonly license?: License; readonly syslogSpec?: Syslog };

/** The properties of a database for events by its kind. */
export interface DatabaseKind {
  readonly application: ApplicationName;
  /** Folder of the data where the spec names none. */
  readonly storageDataPath: string;
}

/** A database for events in a single pod, with what several of its objects must know. */
export interface EventDatabase {
  readonly workload: Workload<EventDatabaseSpec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  /** Folder of the data in the container. */
  readonly storageDataPath: string;
  /** Whether a claim is derived for the data. */
  readonly hasClaim: boolean;
}

export function eventDatabaseOf(resource: CustomResource<EventDatabaseSpec>, kind: DatabaseKind, context: Context): EventDatabase {
  const workload = workloadOf(resource, kind.application, context.defaults);
  const { storage, storageDataPath, syslogSpec } = workload.spec;
  const server = httpServer(workload, context);
  const http: ServicePort = { name: "http", port: Number(server.port), targetPort: Number(server.port), protocol: "TCP" };
  return {
    workload,
    server,
    service: defaultService(workload, { ports: [http, ...syslogServicePorts(syslogSpec)] }),
    storageDataPath: storageDataPath || kind.storageDataPath,
    hasClaim: asksForStorage(storage, context.values),
  };
}
