import { isGiven, valueAt } from "../../config/keys";
import type { Context } from "../../context";
import { pathOf } from "../../world/issues";
import { receiverKinds } from "./receivers";
import { filesOf } from "./receivers/http-config";
import type { VMAlertmanagerConfigSpec } from "./schema";

/** Reports the files of Alertmanager's container that receivers name, where the Alertmanager denies that. `alertmanager` is its name. */
export function checkFileAccess({ receivers = [] }: VMAlertmanagerConfigSpec, alertmanager: string, { report }: Context): void {
  receivers.forEach((receiver, index) => {
    for (const { field, files = [] } of receiverKinds) {
      const configs = valueAt(receiver, [field]);
      if (!Array.isArray(configs)) continue;
      configs.forEach((config, place) => {
        for (const keys of [...filesOf(config), ...files]) {
          if (!isGiven(valueAt(config, keys))) continue;
          const path = pathOf(["spec", "receivers", index, field, place, ...keys]);
          report.error(
            path,
            `names a file, which arbitraryFSAccessThroughSMs of ${alertmanager} denies: refer to a Secret or ConfigMap instead`,
          );
        }
      });
    }
  });
}
