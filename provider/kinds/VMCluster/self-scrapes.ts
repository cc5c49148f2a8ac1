import type { Context } from "../../context";
import { backupPortName } from "../../features/backup";
import { clusterScrapes } from "../../features/cluster/cluster-scrapes";
import type { SelfScrape } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { clusterOf } from "./model";
import type { VMClusterSpec } from "./schema";

/** The scrape objects for the parts of a cluster. */
export const selfScrapes = (resource: CustomResource<VMClusterSpec>, context: Context): readonly SelfScrape[] =>
  clusterScrapes(clusterOf(resource, context), [backupPortName], context);
