import type { z } from "zod";
import { boolean, described, object, string } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import type { Plain } from "./plain";

export const license = object(
  "License",
  "Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both.",
  {
    key: string("The license key itself. It shows in the pod's arguments, so `keyRef` is the better choice.", { secret: true }),
    keyRef: described("The license key in a Secret, which is mounted into the pod.", secretKey),
    forceOffline: boolean("Checks the key without asking the license server. The key must be made for it."),
    reloadInterval: string("How often the mounted key is read again, `1h` for example. Only with `keyRef`."),
  },
);

export type License = Plain<z.output<typeof license>>;
