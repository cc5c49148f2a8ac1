import type { Context } from "../../context";
import { clientUrl, nameOf } from "./cluster-addresses";
import type { AnyCluster, Family, Part, PartRole } from "./cluster-model";

type Prefix = Family["prefix"];
type PartOutput<Named extends Prefix> = `${Named}${PartRole}${"ServiceName" | "Url"}`;

/** The outputs of a cluster's parts. `select` and `insert` describe the addresses for reading and writing. */
export const partOutputs = <Named extends Prefix>(prefix: Named, { select, insert }: Readonly<Record<"select" | "insert", string>>) =>
  ({
    [`${prefix}storageServiceName`]: "Name of the Service of the storage nodes.",
    [`${prefix}selectServiceName`]: `Name of the Service of ${prefix}select, or of the load balancer in front of it.`,
    [`${prefix}insertServiceName`]: `Name of the Service of ${prefix}insert, or of the load balancer in front of it.`,
    [`${prefix}storageUrl`]: "Address of the storage nodes in the cluster, for metrics and maintenance.",
    [`${prefix}selectUrl`]: select,
    [`${prefix}insertUrl`]: insert,
  }) as Record<PartOutput<Named>, string>;

export const balancerOutput = { loadBalancerUrl: "Address of the load balancer in the cluster, for reading and writing." };

/** The addresses for particular uses, below those of the parts. */
interface Uses<Select, Insert> {
  readonly select: (url: string) => Select;
  readonly insert: (url: string) => Insert;
}

/** The values of a cluster's outputs; those of missing parts are left out. */
export function clusterAddresses<Named extends Prefix, Select, Insert>(
  prefix: Named,
  cluster: AnyCluster,
  uses: Uses<Select, Insert>,
  context: Context,
) {
  const { storage, select, insert, balancer } = cluster;
  const url = (part: Part): string => clientUrl(part, cluster, context);
  const ofPart = (role: PartRole, part: Part | undefined) =>
    (part ? { [`${prefix}${role}ServiceName`]: nameOf(part), [`${prefix}${role}Url`]: url(part) } : {}) as Partial<
      Record<PartOutput<Named>, string>
    >;
  return {
    ...ofPart("storage", storage),
    ...ofPart("select", select),
    ...(select && uses.select(url(select))),
    ...ofPart("insert", insert),
    ...(insert && uses.insert(url(insert))),
    ...(balancer && { loadBalancerUrl: url(balancer) }),
  };
}
