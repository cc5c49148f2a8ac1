import type { Manifest } from "../world/objects";
import { around, portAt } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import { fieldsOf, type Place, part, together, type Value } from "./value-table";

type Served = Pick<Program, "name" | "port" | "site">;

/** The name of the port of derived Services, whatever the chart calls it. */
const servicePort = { name: "http" };

/** The Ingress as an object of its own, in front of the derived Service. */
export const ingress = (program: Served, suffix = ""): Value =>
  together(
    {
      enabled: part(false),
      annotations: part({}),
      extraLabels: part({}),
      labels: part({}),
      hosts: part(ownHosts(program)),
      tls: part([]),
      ingressClassName: part(""),
      pathType: part("Prefix"),
      path: part(""),
      extraPaths: part([]),
    },
    (given, place) => {
      const ingressObject = ingressOf(given, program, place);
      const { metadata } = ingressObject;
      place.add(suffix === "" ? ingressObject : { ...ingressObject, metadata: { ...metadata, name: `${metadata.name}-${suffix}` } });
      return undefined;
    },
    { switched: true },
  );

/** The hosts of the chart; none is every host. */
function ownHosts({ name, site: { host = `${name}.local`, path } = {} }: Served): Data[] {
  return host === "" ? [] : [{ name: host, ...(path !== undefined && { path: [path] }), port: "http" }];
}

function ingressOf(given: Data, program: Served, place: Place): Manifest {
  const { ingressClassName, hosts, tls, extraPaths } = given;
  const rules = (isEmpty(hosts) ? [{ name: "" }] : listOf(hosts)).map((host) => {
    const { name = host, path = given.path || "/", port = "http" } = dataOf(host);
    const paths = [path].flat().map((one) => ({
      path: one,
      pathType: given.pathType || "Prefix",
      backend: { service: { name: serviceName(program, place), port: typeof port === "number" ? { number: port } : servicePort } },
    }));
    return { ...fieldsOf({ host: name }), http: { paths: [...listOf(extraPaths), ...paths] } };
  });
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: metadataOf(given, program, place),
    spec: fieldsOf({ ingressClassName, rules, tls }) ?? {},
  } as Manifest;
}

/** The HTTPRoute of the Gateway API as an object of its own. */
export const route = (program: Served): Value =>
  together(
    {
      enabled: part(false),
      annotations: part({}),
      extraLabels: part({}),
      labels: part({}),
      parentRefs: part([]),
      hostnames: part([]),
      extraRules: part([]),
      filters: part([]),
      timeouts: part({}),
      matches: part([{ path: { type: "PathPrefix", value: "/" } }]),
      port: part(""),
    },
    (given, place) => {
      place.add(routeOf(given, program, place));
      return undefined;
    },
    { switched: true },
  );

function routeOf(given: Data, program: Served, place: Place): Manifest {
  const { parentRefs, hostnames, extraRules, filters, timeouts, matches, port } = given;
  const siblings = around(place);
  const ports = [port, dataOf(siblings.service).servicePort, portAt(siblings, program)];
  const backend = { name: serviceName(program, place), port: Number(ports.find((one) => !isEmpty(one))) };
  const rules = [...listOf(extraRules), { backendRefs: [backend], ...fieldsOf({ filters, timeouts, matches }) }];
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: metadataOf(given, program, place),
    spec: fieldsOf({ parentRefs, hostnames, rules }) ?? {},
  } as Manifest;
}

const serviceName = ({ name }: Served, { release }: Place): string => `${name}-${release.name}`;

const metadataOf = ({ labels, extraLabels, annotations }: Data, program: Served, place: Place): Manifest["metadata"] => ({
  name: serviceName(program, place),
  namespace: place.release.namespace,
  ...fieldsOf({ labels: { ...dataOf(labels), ...dataOf(extraLabels) }, annotations }),
});
