import { request } from "node:https";
import { text } from "node:stream/consumers";
import type { ClusterObject } from "../discovery/discovered-objects";

/** The lists that are read, by kind. Each takes the permission to list these objects in all namespaces. */
const lists: readonly (readonly [kind: string, path: string])[] = [
  ["Service", "/api/v1/services"],
  ["Endpoints", "/api/v1/endpoints"],
  ["Pod", "/api/v1/pods"],
  ["Node", "/api/v1/nodes"],
  ["Namespace", "/api/v1/namespaces"],
  ["EndpointSlice", "/apis/discovery.k8s.io/v1/endpointslices"],
  ["Ingress", "/apis/networking.k8s.io/v1/ingresses"],
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
 * @throws Error when the client is not installed, or when the cluster refuses a list.
 */
export async function readCluster(file?: string): Promise<ClusterObject[]> {
  const { KubeConfig } = await client();
  const config = new KubeConfig();
  if (file === undefined) config.loadFromDefault();
  else config.loadFromFile(file);
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new Error("there is no cluster: KUBECONFIG, or ~/.kube/config, names none");
  const get = async (path: string): Promise<List> => {
    const options = {};
    await config.applyToHTTPSOptions(options);
    return getJson(`${server.replace(/\/$/, "")}${path}`, options);
  };
  const all = await Promise.all(lists.map(([kind, path]) => readList(kind, path, get)));
  return all.flat();
}

const client = () =>
  import("@kubernetes/client-node").catch(() => {
    throw new Error("--cluster needs the npm package @kubernetes/client-node: npm install @kubernetes/client-node");
  });

async function readList(kind: string, path: string, get: (path: string) => Promise<List>): Promise<ClusterObject[]> {
  const objects: ClusterObject[] = [];
  let next = "";
  do {
    const { items = [], metadata = {} } = await get(`${path}?limit=${limit}${next && `&continue=${encodeURIComponent(next)}`}`);
    for (const item of items) objects.push({ ...item, kind });
    next = metadata.continue ?? "";
  } while (next);
  return objects;
}

async function getJson(url: string, options: object): Promise<List> {
  const response = await new Promise<import("node:http").IncomingMessage>((done, fail) => {
    request(url, { ...options, method: "GET" }, done)
      .once("error", fail)
      .end();
  });
  const body = await text(response);
  if (response.statusCode === 200) return JSON.parse(body) as List;
  const { pathname } = new URL(url);
  throw new Error(`the cluster refuses to list ${pathname} (${response.statusCode}): the user needs the permission to list these objects`);
}
