import type { ClusterObject } from "../../provider/discovery/discovered-objects";
import { matches } from "../../provider/world/selectors";
import { type HttpServer, startHttpServer } from "../http-server";

/** Objects that an API server would list, as far as vmagent asks for them. */
const resources: Readonly<Record<string, string>> = {
  pods: "Pod",
  services: "Service",
  endpoints: "Endpoints",
  endpointslices: "EndpointSlice",
  nodes: "Node",
  ingresses: "Ingress",
  namespaces: "Namespace",
};

const request = /^\/(\d+)\/(?:api\/v1|apis\/[^/]+\/v1)\/(?:namespaces\/([^/]+)\/)?([a-z]+)$/;

/** Serves one world after the other below `/0`, `/1` … on 127.0.0.1. Nothing ever changes in them. */
export async function serveWorlds(worlds: readonly (readonly ClusterObject[])[]): Promise<HttpServer> {
  return startHttpServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? "", "http://127.0.0.1");
    const [, world = "", namespace, resource = ""] = request.exec(pathname) ?? [];
    const kind = resources[resource];
    if (!kind) return void response.writeHead(404).end();
    // A watch stays open until the client goes.
    if (searchParams.has("watch")) return void response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
    const items = (worlds[Number(world)] ?? []).filter(
      (object) =>
        object.kind === kind &&
        (namespace === undefined || object.metadata.namespace === namespace) &&
        isSelected(object, searchParams.get("labelSelector") ?? ""),
    );
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ kind: `${kind}List`, metadata: { resourceVersion: "1" }, items }));
  });
}

/** The worlds are asked for labels with one value each. */
function isSelected({ metadata }: ClusterObject, selector: string): boolean {
  const matchLabels = Object.fromEntries(selector.split(",").flatMap((part) => (part ? [part.split("=") as [string, string]] : [])));
  return matches({ matchLabels }, metadata.labels);
}
