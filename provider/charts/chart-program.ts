import type { Data } from "./plain-data";

/** A program as a chart runs it, and as its custom resource does. */
export interface Program {
  /** Name of its container, and the beginning of the names of its objects. */
  readonly name: string;
  /** Repository of its image in the chart; that of the custom resource is the same. */
  readonly repository: string;
  readonly port: string;
  /** End of the tag that the chart's image has and that the custom resource's version has by itself. */
  readonly variant?: string;
  /** Flags that the chart sets by itself. */
  readonly flags?: Data;
  readonly securityContext?: Data;
  readonly podSecurityContext?: Data;
  /** Replicas in the chart. */
  readonly replicas?: number;
}
