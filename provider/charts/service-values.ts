import { around, portAt } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import { fieldsOf, part, together, type Value, without } from "./value-table";

/** Values that are the Service's own fields. */
const passedOn = [
  "externalIPs",
  "loadBalancerIP",
  "loadBalancerSourceRanges",
  "externalTrafficPolicy",
  "internalTrafficPolicy",
  "healthCheckNodePort",
  "ipFamilyPolicy",
  "ipFamilies",
  "trafficDistribution",
] as const;

/** The Service: changes to the one that is derived. An address of the chart's own (`None`) is no change. */
export const service = (program: Program, { enabled = true, clusterIP = "", port = "" }: OwnService = {}): Value =>
  together(
    {
      enabled: part(enabled),
      annotations: part({}),
      labels: part({}),
      extraLabels: part({}),
      clusterIP: part(clusterIP),
      ...Object.fromEntries(passedOn.map((name) => [name, part(name.endsWith("s") ? [] : "")])),
      servicePort: part(port),
      nodePort: part(""),
      extraPorts: part([]),
      type: part("ClusterIP"),
      targetPort: without("http", "the Service leads to the port of the program"),
      selectorLabels: without({}, "the Service selects the pods that are derived: put labels of pods into podLabels"),
      udp: without(false, "ports for UDP belong to insertPorts"),
    },
    (given, place) => {
      if (given.enabled === true) return serviceSpec(given, clusterIP, portAt(around(place), program));
      if (enabled) place.warn("a Service is always derived", "enabled");
      return undefined;
    },
  );

/** The Service as the chart has it without further values. */
export interface OwnService {
  readonly enabled?: boolean;
  readonly clusterIP?: string;
  readonly port?: string | number;
}

function serviceSpec(given: Data, ownAddress: string, port: string): Data | undefined {
  const { type, clusterIP, labels, extraLabels, annotations } = given;
  const spec = fieldsOf({
    type: type === "ClusterIP" ? undefined : type,
    clusterIP: clusterIP === ownAddress ? undefined : clusterIP,
    ...Object.fromEntries(passedOn.map((name) => [name, given[name]])),
    ports: portsOf(given, port),
  });
  const metadata = fieldsOf({ labels: { ...dataOf(labels), ...dataOf(extraLabels) }, annotations });
  if (!spec && !metadata) return undefined;
  return { serviceSpec: { useAsDefault: true, ...(metadata && { metadata }), spec: spec ?? {} } };
}

function portsOf({ servicePort, nodePort, extraPorts }: Data, port: string): unknown[] {
  const isOther = !isEmpty(servicePort) && String(servicePort) !== port;
  const own = {
    name: "http",
    port: Number(isEmpty(servicePort) ? port : servicePort),
    targetPort: Number(port),
    ...(!isEmpty(nodePort) && { nodePort: Number(nodePort) }),
  };
  return [...(isOther || !isEmpty(nodePort) ? [own] : []), ...listOf(extraPorts)];
}

const monitorLabels =
  "labels and annotations of the monitor chose its scraper: let the VMAgent of the program select by the component's labels";

/** The monitor: the component brings its scrape object along. */
export const serviceMonitor: Value = together(
  {
    enabled: part(false),
    namespace: without("", "the scrape object is in the component's namespace"),
    extraLabels: without({}, monitorLabels),
    annotations: without({}, monitorLabels),
    relabelings: part([]),
    metricRelabelings: part([]),
    basicAuth: part({}),
    params: part({}),
    interval: part(""),
    scrapeTimeout: part(""),
    scheme: part(""),
    tlsConfig: part({}),
    port: without("", "the scrape object takes the port of the program"),
    targetPort: without("", "the scrape object takes the port of the program"),
  },
  ({ relabelings, metricRelabelings, basicAuth, params, interval, scrapeTimeout, scheme, tlsConfig }, place) => {
    place.warn(
      "the scrape object is derived with the component and is no object of the cluster: a VMAgent of the same program (or with this component in its " +
        "selectFrom) scrapes it",
      "enabled",
    );
    const endpoint = { interval, scrapeTimeout, scheme, basicAuth, params, tlsConfig };
    const rules = { relabelConfigs: relabelings, metricRelabelConfigs: metricRelabelings };
    const given = fieldsOf({ ...endpoint, ...rules });
    return given && { serviceScrapeSpec: { selector: {}, endpoints: [{ port: "http", ...given }] } };
  },
  { switched: true },
);
