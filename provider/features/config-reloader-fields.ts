import { boolean, described, item, map, string } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { resources } from "../workload/container-fields";

/** The sidecar that unpacks generated configuration and tells the application to reload it. */
export const reloaderFields = {
  configReloaderImage: string("Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`."),
  configReloaderImageTag: string("Image of the config-reloader with its tag, looked at when `configReloaderImage` is empty.", {
    deprecated: "use configReloaderImage",
  }),
  configReloaderResources: described(
    "Requests and limits of the config-reloader. What is left out becomes a request of 10m CPU and 25Mi memory without limits, unless " +
      "`useDefaultResources` is false.",
    resources,
  ),
  configReloaderExtraArgs: map(
    "Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name.",
    item,
  ),
  configReloadAuthKeySecret: described(
    "Key that a reload of the application then asks for, and that the config-reloader sends. The whole Secret is mounted into both.",
    secretKey,
  ),
  useVMConfigReloader: boolean("Has no effect: the config-reloader of VictoriaMetrics is used in any case.", {
    deprecated: "use nothing in its place, leave it out",
  }),
};
