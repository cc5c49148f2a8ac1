import type { Context } from "../../context";
import { clusterScrapes } from "../../features/cluster/cluster-scrapes";
import type { SelfScrape } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { clusterOf } from "./model";
import type { VLClusterSpec } from "./schema";

/** The scrape objects for the parts of a cluster. */
export const selfScrapes = (resource: CustomResource<VLClusterSpec>, context: Context): readonly SelfScrape[] =>
  clusterScrapes(clusterOf(resource, context), [], context);
