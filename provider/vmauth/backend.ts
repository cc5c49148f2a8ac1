import type { ApplicationName, Defaults } from "../defaults";

/** How requests reach the pods of a custom resource, or of a part of it. */
export interface Backend {
  readonly kind: string;
  /** What its Service is called beside the resource's name. */
  readonly service: string;
  /** The field of the spec with the pods' own fields, where there are several sorts of pods. */
  readonly part?: string;
  readonly port: (defaults: Defaults) => string;
  /** The port of the Service where users may have called it otherwise. */
  readonly portName: (spec: BackendSpec) => string;
  /** The field whose presence means TLS; by default the extra argument `tls` tells. */
  readonly tls?: (spec: BackendSpec) => boolean;
  /** Paths that are sent there unless the user says which. */
  readonly paths: readonly string[];
  /** The same where the target's URL ends with a path of its own. */
  readonly pathsBelow?: readonly string[];
}

/** What there is to read of the spec of a custom resource, or of a part. */
export interface BackendSpec {
  readonly useLegacyNaming?: boolean;
  readonly port?: string;
  readonly portName?: string;
  readonly extraArgs?: Readonly<Record<string, string>>;
  readonly webConfig?: { readonly tls_server_config?: unknown };
  readonly serviceSpec?: {
    readonly useAsDefault?: boolean;
    readonly metadata?: { readonly name?: string };
    readonly spec?: { readonly ports?: readonly { readonly name?: string; readonly port: string | number }[] };
  };
}

/** Backends by the names under which VMUsers and VMAuths refer to them. */
export type Backends = ReadonlyMap<string, Backend>;

const everything = ["/.*"];
/** The port of an application where its custom resource names none. */
export const applicationPort = (application: ApplicationName) => (defaults: Defaults) => defaults[application].port;
/** A port that is the same whatever the settings say. */
export const fixedPort = (port: string) => () => port;

/** The backend of a custom resource with one sort of pods. */
export function single(kind: string, port: Backend["port"]): Backend {
  return { kind, service: kind.toLowerCase(), port, portName: () => "http", paths: everything };
}

type Part = Pick<Backend, "kind" | "service" | "port"> & Partial<Backend>;

/** The backend of a part of a custom resource. */
export const part = (settings: Part): Backend => ({ part: settings.service, portName: () => "http", paths: everything, ...settings });

/** Paths of the part that takes samples in. */
export const insertPaths = ["/insert/.*"];

/** Paths of the part that answers queries. */
export const selectPaths = ["/select/.*"];
