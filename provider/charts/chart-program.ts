import type { Data } from "./plain-data";

/** A program as a chart runs it, and as its custom resource does. */
export interface Program {
  /** Name of its container, and the beginning of the names of its objects. */
  readonly name: string;
  /** Name of its container, where it is another one. */
  readonly container?: string;
  /** Repository of its image in the chart; that of the custom resource is the same. */
  readonly repository: string;
  readonly port: string;
  /** End of the tag that the chart's image has and that the custom resource's version has by itself. */
  readonly variant?: string;
  /** Flags that the chart sets by itself. */
  readonly flags?: Data;
  readonly securityContext?: Data;
  readonly podSecurityContext?: Data;
  /** Seconds that a pod has to stop. */
  readonly gracePeriod?: number;
  /** Checks of the container in the chart. */
  readonly probes?: { readonly readiness?: Data; readonly liveness?: Data };
  /** The tag that the chart itself gives, where its version is that of another program. */
  readonly ownTag?: string;
  /** Host and path of its Ingress in the chart. Default: the name in `.local`, and all paths. */
  readonly site?: { readonly host?: string; readonly path?: string };
  /** Whether its pods keep data of their own that others need to find. */
  readonly isStorage?: boolean;
  /** Replicas in the chart. */
  readonly replicas?: number;
}
