import type { ApplicationName, Defaults } from "../defaults";

/** The way of requests to the pods of a custom resource, or of a part of it. */
export interface Backend {
  readonly kind: string;
  /** The name of its Service beside the resource's name. */
  readonly service: string;
  /** The field of the spec with the pods' own fields, if there are several sorts of pods. */
  readonly part?: string;
  readonly port: (defaults: Defaults) => string;
  /** The name of the Service's port, which users may have changed. */
  readonly portName: (spec: BackendSpec) => string;
  /** Pods that take requests in front of the resource's own, such as those of a load balancer: their spec, if there are any. */
  readonly front?: (whole: BackendSpec) => BackendSpec | undefined;
  /** The field whose presence means TLS; by default the extra argument `tls` decides. */
  readonly tls?: (spec: BackendSpec) => boolean;
  /** The default paths of its requests. */
  readonly paths: readonly string[];
  /** The same if the target's URL has a path of its own. */
  readonly pathsBelow?: readonly string[];
  /** The beginning of the paths that clients give, with the tenant 0, where requests name a tenant. */
  readonly tenantPath?: string;
  /** The path, below the tenant's, that takes samples by Prometheus's remote write protocol. */
  readonly writePath?: string;
}

/** The relevant fields of a spec or of a part of it. */
export interface BackendSpec {
  readonly useLegacyNaming?: boolean;
  readonly port?: string;
  readonly portName?: string;
  readonly extraArgs?: Readonly<Record<string, string>>;
  readonly webConfig?: { readonly tls_server_config?: unknown };
  readonly requestsLoadBalancer?: {
    readonly enabled?: boolean;
    readonly disableInsertBalancing?: boolean;
    readonly disableSelectBalancing?: boolean;
    readonly spec?: BackendSpec;
  };
  readonly serviceSpec?: {
    readonly useAsDefault?: boolean;
    readonly metadata?: { readonly name?: string };
    readonly spec?: { readonly ports?: readonly GivenPort[] };
  };
}

/** A port of a Service as users give it. */
export interface GivenPort {
  readonly name?: string;
  readonly port: string | number;
  readonly targetPort?: string | number;
}

/** Backends by their names in VMUsers and VMAuths. */
export type Backends = ReadonlyMap<string, Backend>;

const everything = ["/.*"];
/** The default port of an application. */
export const applicationPort = (application: ApplicationName) => (defaults: Defaults) => defaults[application].port;
/** A port that settings do not change. */
export const fixedPort = (port: string) => () => port;

/** The backend of a custom resource with one sort of pods. */
export function single(kind: string, port: Backend["port"], more: Partial<Backend> = {}): Backend {
  return { kind, service: kind.toLowerCase(), port, portName: () => "http", paths: everything, ...more };
}

/** Where databases and agents for metrics take samples. */
export const remoteWritePath = "/api/v1/write";

type Part = Pick<Backend, "kind" | "service" | "port"> & Partial<Backend>;

/** The backend of a part of a custom resource. */
export const part = (settings: Part): Backend => ({ part: settings.service, portName: () => "http", paths: everything, ...settings });

/** Paths of the part that accepts samples. */
export const insertPaths = ["/insert/.*"];

/** Paths of the part that answers queries. */
export const selectPaths = ["/select/.*"];

/** The load balancer in front of a part, unless it is left out for that part. */
export const balancedUnless =
  (leftOut: "disableSelectBalancing" | "disableInsertBalancing") =>
  ({ requestsLoadBalancer }: BackendSpec): BackendSpec | undefined =>
    requestsLoadBalancer?.enabled && !requestsLoadBalancer[leftOut] ? (requestsLoadBalancer.spec ?? {}) : undefined;
