import type { ClusterObject } from "../discovery/discovered-objects";
import { getJson, RefusedError } from "./api-server";
import { accessOf } from "./kubeconfig";

/** A list that is read. It takes the right to list these objects in all namespaces. */
interface Source {
  readonly kind: string;
  /** API group; empty for the core one. */
  readonly group: string;
  readonly resource: string;
}

const source = (kind: string, resource: string, group = ""): Source => ({ kind, group, resource });

const sources: readonly Source[] = [
  source("Service", "services"),
  source("Endpoints", "endpoints"),
  source("Pod", "pods"),
  source("Node", "nodes"),
  source("Namespace", "namespaces"),
  source("EndpointSlice", "endpointslices", "discovery.k8s.io"),
  source("Ingress", "ingresses", "networking.k8s.io"),
];

/** Objects in one answer. */
const limit = 500;

interface List {
  readonly metadata?: { readonly continue?: string };
  readonly items?: readonly Omit<ClusterObject, "kind">[];
}

/**
 * The objects of a cluster that discovery looks at, by a kubeconfig: that of `file`, of `KUBECONFIG`, of the home folder or of the pod. Objects are
 * only listed.
 *
 * @throws Error when the cluster refuses lists, with the names of all of them.
 */
export async function readCluster(file?: string): Promise<ClusterObject[]> {
  const access = await accessOf({ kubeconfig: file });
  const get = (path: string): Promise<List | typeof forbidden> => getJson<List>(access, path).catch(forbiddenIfRefused);
  const lists = await Promise.all(sources.map((one) => readList(one, get)));
  const refused = sources.filter((_, index) => lists[index] === forbidden).map(nameOf);
  if (refused.length === 0) return lists.flatMap((list) => (list === forbidden ? [] : list));
  throw new Error(
    `the cluster does not let this user list ${refused.join(", ")} in all namespaces: bind a ClusterRole that allows the verb list for them`,
  );
}

/** The resource as `kubectl auth can-i list` calls it. */
const nameOf = ({ resource, group }: Source): string => (group ? `${resource}.${group}` : resource);

const pathOf = ({ resource, group }: Source): string => `/${group ? `apis/${group}` : "api"}/v1/${resource}`;

/** The answer to a user without the right to list the objects. */
const forbidden = Symbol("forbidden");

async function readList(
  of: Source,
  get: (path: string) => Promise<List | typeof forbidden>,
): Promise<readonly ClusterObject[] | typeof forbidden> {
  const objects: ClusterObject[] = [];
  let next = "";
  do {
    const list = await get(`${pathOf(of)}?limit=${limit}${next && `&continue=${encodeURIComponent(next)}`}`);
    if (list === forbidden) return forbidden;
    for (const item of list.items ?? []) objects.push({ ...item, kind: of.kind });
    next = list.metadata?.continue ?? "";
  } while (next);
  return objects;
}

function forbiddenIfRefused(error: unknown): typeof forbidden {
  if (error instanceof RefusedError && error.status === 403) return forbidden;
  throw error;
}
