import type { LiveClaim, LiveEvent, LivePod, LiveWorkload } from "../readiness/live-objects";
import type { Manifest } from "../world/objects";
import { getJson, RefusedError } from "./api-server";
import type { Access } from "./kubeconfig";

/** The name of a workload or a Service. */
export interface WorkloadName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A workload or a Service as the API server has it. */
export interface LiveObject {
  readonly metadata: Manifest["metadata"] & {
    readonly uid?: string;
    readonly generation?: number;
    readonly managedFields?: readonly { readonly manager?: string }[];
  };
  readonly spec?: { readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> } };
}

interface List<Item> {
  readonly items?: readonly Item[];
}

interface Place {
  readonly version: string;
  readonly resource: string;
}

/** Places of the kinds in the API. */
const places: Readonly<Record<string, Place>> = {
  Deployment: { version: "apis/apps/v1", resource: "deployments" },
  StatefulSet: { version: "apis/apps/v1", resource: "statefulsets" },
  DaemonSet: { version: "apis/apps/v1", resource: "daemonsets" },
  Service: { version: "api/v1", resource: "services" },
};

/** Whether `readLive` can read objects of a kind. */
export const isReadable = (kind: string): boolean => Object.hasOwn(places, kind);

/** A workload or a Service by itself. */
export async function readLive(access: Access, { kind, namespace, name }: WorkloadName): Promise<LiveObject> {
  const place = places[kind];
  if (!place) throw new Error(`objects of the kind ${kind} are not read`);
  const { version, resource } = place;
  return getJson(access, `/${version}/namespaces/${encodeURIComponent(namespace)}/${resource}/${encodeURIComponent(name)}`);
}

/** The workload's pods, their claims, and the events of its namespace. Claims and events may be hidden from the user of the access. */
export async function readSurroundings(
  access: Access,
  { kind, namespace, name }: WorkloadName,
  { spec }: LiveObject,
): Promise<LiveWorkload> {
  const list = async <Item>(resource: string, query = ""): Promise<readonly Item[]> =>
    (await getJson<List<Item>>(access, `/api/v1/namespaces/${encodeURIComponent(namespace)}/${resource}${query}`)).items ?? [];
  const [pods, claims, events] = await Promise.all([
    list<LivePod>("pods", `?labelSelector=${encodeURIComponent(labelSelector(spec?.selector?.matchLabels))}`),
    list<LiveClaim>("persistentvolumeclaims").catch(noneIfHidden),
    list<LiveEvent>("events").catch(noneIfHidden),
  ]);
  return { kind, namespace, name, pods, claims, events };
}

/** A selector as queries and `kubectl --selector` have it. */
export const labelSelector = (labels: Readonly<Record<string, string>> = {}): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");

function noneIfHidden(error: unknown): readonly never[] {
  if (error instanceof RefusedError && error.status === 403) return [];
  throw error;
}
