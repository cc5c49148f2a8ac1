import { object } from "../schema/fields";
import { portText } from "../schema/port-text";

const port = (protocol: string) => portText(`Port, in quotes, for ${protocol}. Left out, the protocol has no listener of its own.`);

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
