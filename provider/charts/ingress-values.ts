import type { Manifest } from "../world/objects";
import { around, portAt } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import { fieldsOf, type Place, part, together, type Value } from "./value-table";

type Served = Pick<Program, "name" | "port" | "site">;

/** The Ingress as an object of its own, in front of the derived Service. */
export const ingress = (program: Served, suffix = ""): Value =>
  together(
    {
      enabled: part(false),
      annotations: part({}),
      extraLabels: part({}),
      labels: part({}),
      hosts: part([{ name: program.site?.host ?? `${program.name}.local`, path: [program.site?.path ?? "/"], port: "http" }]),
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

function ingressOf(given: Data, program: Served, place: Place): Manifest {
  const { ingressClassName, hosts, tls, extraPaths } = given;
  const rules = listOf(hosts).map((host) => {
    const { name = host, path = given.path || "/", port = "http" } = dataOf(host);
    const paths = [path].flat().map((one) => ({
      path: one,
      pathType: given.pathType || "Prefix",
      backend: { service: { name: serviceName(program, place), port: typeof port === "number" ? { number: port } : { name: port } } },
    }));
    return { host: name, http: { paths: [...listOf(extraPaths), ...paths] } };
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
  const { servicePort } = dataOf(siblings.service);
  const ports = [port, servicePort, portAt(siblings, program)];
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
