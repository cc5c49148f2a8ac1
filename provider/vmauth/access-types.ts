import type { z } from "zod";
import type { License } from "../workload/license-fields";
import type { Plain, PlainFields } from "../workload/plain";
import type { resourceFields } from "../workload/resource-fields";
import type { CustomResource } from "../world/objects";
import type { LabelSelector } from "../world/selectors";
import type { metricLabels, targetRef, urlMap, userOptionFields } from "./access-fields";
import type { userFields } from "./user-fields";

export type Target = Plain<z.output<typeof targetRef>>;
export type ObjectTarget = NonNullable<Target["crd"]>;
export type URLMap = Plain<z.output<typeof urlMap>>;

/** The options of a user, or of requests without credentials. */
export type UserOptions = PlainFields<typeof userOptionFields>;
export type MetricLabels = Plain<z.output<typeof metricLabels>>;

export type UserSpec = PlainFields<typeof userFields> & PlainFields<Pick<typeof resourceFields, "useLegacyNaming">>;
export type User = CustomResource<UserSpec>;

/** The fields about the users of a VMAuth and their access. */
interface AuthSpec {
  readonly paused?: boolean;
  readonly configSecret?: string;
  readonly externalConfig?: { readonly secretRef?: object; readonly localPath?: string };
  readonly selectAllByDefault?: boolean;
  readonly userSelector?: LabelSelector;
  readonly userNamespaceSelector?: LabelSelector;
  readonly defaultTargetRefs?: readonly Target[];
  readonly arbitraryFSAccessThroughSMs?: { readonly deny?: boolean };
  readonly license?: License;
  readonly image?: { readonly tag?: string };
  readonly componentVersion?: string;
  readonly volumeMounts?: readonly { readonly mountPath: string }[];
}

export type Auth = CustomResource<AuthSpec>;
