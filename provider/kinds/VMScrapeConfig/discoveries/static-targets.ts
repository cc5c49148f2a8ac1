import { checkLabelNames } from "../../../config/label-check";
import { item, list, map, object } from "../../../schema/fields";
import { sortedNaturally } from "../../../text/order";
import { discovery } from "./discovery";

export const staticConfigs = discovery({
  key: "static_configs",
  description: "Targets by their addresses.",
  config: object("StaticConfig", "Targets by their addresses.", {
    targets: list("Addresses of the targets, `host:port`.", item),
    labels: map("Labels of the targets.", item),
  }),
  keys: {
    targets: ({ targets = [] }) => targets,
    labels: ({ labels = {} }) => sortedNaturally(labels),
  },
  check: ({ labels }, path, context) => checkLabelNames(labels, `${path}.labels`, context),
});
