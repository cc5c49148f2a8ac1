import type { VMProbeSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMProbeSpec = {
  vmProberSpec: { url: "blackbox-exporter:9115" },
  module: "http_2xx",
  targets: { static: { targets: ["https://shop.example.com"] } },
};
