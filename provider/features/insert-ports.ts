import type { z } from "zod";
import { object } from "../schema/fields";
import { portText } from "../schema/port-text";
import type { ContainerPort, Plain, ServicePort } from "../workload/plain";

const port = (protocol: string) => portText(`Port, in quotes, for ${protocol}. Default: no listener for the protocol.`);

export const insertPorts = object(
  "InsertPorts",
  "Listeners for other protocols of ingestion. Each becomes a flag, container ports and ports of the Service, by TCP and, HTTP excepted, UDP.",
  {
    graphitePort: port("Graphite's plain text protocol"),
    influxPort: port("InfluxDB's line protocol"),
    openTSDBPort: port("OpenTSDB's put protocol"),
    openTSDBHTTPPort: port("OpenTSDB over HTTP"),
  },
);

type InsertPorts = Plain<z.output<typeof insertPorts>>;

interface Protocol {
  readonly field: keyof InsertPorts;
  readonly flag: string;
  /** Names of the ports, with their transport. */
  readonly ports: Readonly<Record<string, "TCP" | "UDP">>;
}

const protocols: readonly Protocol[] = [
  { field: "graphitePort", flag: "graphiteListenAddr", ports: { "graphite-tcp": "TCP", "graphite-udp": "UDP" } },
  { field: "influxPort", flag: "influxListenAddr", ports: { "influx-tcp": "TCP", "influx-udp": "UDP" } },
  { field: "openTSDBPort", flag: "opentsdbListenAddr", ports: { "opentsdb-tcp": "TCP", "opentsdb-udp": "UDP" } },
  { field: "openTSDBHTTPPort", flag: "opentsdbHTTPListenAddr", ports: { "opentsdb-http": "TCP" } },
];

const given = (ports: InsertPorts = {}) =>
  protocols.flatMap((protocol) => {
    const port = ports[protocol.field];
    return port ? [{ ...protocol, port }] : [];
  });

/** The listeners' flags. */
export const insertPortFlags = (ports: InsertPorts | undefined): string[] => given(ports).map(({ flag, port }) => `--${flag}=:${port}`);

/** The listeners' ports of the container. */
export function insertContainerPorts(ports: InsertPorts | undefined): ContainerPort[] {
  return given(ports).flatMap(({ port, ports: names }) =>
    Object.entries(names).map(([name, protocol]) => ({ name, containerPort: Number(port), protocol })),
  );
}

/** The listeners' ports of the Service. */
export function insertServicePorts(ports: InsertPorts | undefined): ServicePort[] {
  return given(ports).flatMap(({ port, ports: names }) =>
    Object.entries(names).map(([name, protocol]) => ({ name, port: Number(port), targetPort: Number(port), protocol })),
  );
}
