import type { z } from "zod";
import type { VMAuthSpec } from "../kinds/VMAuth/schema";
import type { VMUserSpec } from "../kinds/VMUser/schema";
import type { Plain, PlainFields } from "../workload/plain";
import type { CustomResource } from "../world/objects";
import type { metricLabels, targetRef, urlMap, userOptionFields } from "./access-fields";

export type Target = Plain<z.output<typeof targetRef>>;
export type ObjectTarget = NonNullable<Target["crd"]>;
export type URLMap = Plain<z.output<typeof urlMap>>;

/** What may be said of a user, or of requests without credentials. */
export type UserOptions = PlainFields<typeof userOptionFields>;
export type MetricLabels = Plain<z.output<typeof metricLabels>>;

export type AuthSpec = Plain<VMAuthSpec>;
export type UserSpec = Plain<VMUserSpec>;
export type Auth = CustomResource<AuthSpec>;
export type User = CustomResource<UserSpec>;
