import type { z } from "zod";
import { backup } from "../../features/backup";
import { reloaderFields } from "../../features/config-reloader";
import { downsampling } from "../../features/downsampling";
import { insertPorts } from "../../features/insert-ports";
import { retentionFilters, retentionPeriod } from "../../features/retention-filters";
import { singleDatabaseFields } from "../../features/single-database-fields";
import { claimSpec } from "../../features/stateful-storage";
import { streamAggregation } from "../../features/stream-aggregation";
import { workloadFields } from "../../features/workload-fields";
import { boolean, described, object, string, structural } from "../../schema/fields";
import { embeddedMetadata } from "../../schema/metadata";
import { ingestionRelabelFields } from "../../schema/relabeling-fields";
import { scrapingFields } from "../../scraping/scraper-fields";
import { license } from "../../workload/license-fields";
import { resourceFields } from "../../workload/resource-fields";

/** Where samples lie and how long they stay. */
const storageFields = {
  storage: described(
    "Claim for the samples. A size of zero makes none; without a claim they are lost with the pod. Access mode `ReadWriteOnce` by default.",
    claimSpec,
  ),
  storageMetadata: described("Labels and annotations of the claim. `name` has no effect.", embeddedMetadata),
  storageDataPath: structural(
    string(
      "Folder of the samples in the container, for volumes of one's own: it needs `volumes` and, unless one is called `data`, `volumeMounts`. " +
        "Default `/victoria-metrics-data`.",
    ),
  ),
  removePvcAfterDelete: structural(boolean("Deletes the claim, and the samples with it, together with the component. Default false.")),
  retentionPeriod,
  retentionFilters,
  downsampling,
  vmBackup: backup,
};

export const spec = object("VMSingleSpec", "A database for metrics in a single pod, which can scrape targets as well.", {
  ...resourceFields,
  ...storageFields,
  ...ingestionRelabelFields,
  streamAggrConfig: described("Aggregation of all ingested samples.", streamAggregation),
  insertPorts,
  ...scrapingFields,
  ingestOnlyMode: described(
    "Scrapes nothing and only accepts pushed data: no configuration, no permissions to discover targets. Default true; false turns scraping on.",
    scrapingFields.ingestOnlyMode,
  ),
  ...workloadFields,
  ...singleDatabaseFields("vmsingle"),
  image: described("Image of the single-node version. Default `victoriametrics/victoria-metrics`.", workloadFields.image),
  port: described(
    "Port, in quotes, that the database listens on and its Service offers. Default 8429; unless it is 8428, the Service offers it as 8428 too.",
    workloadFields.port,
  ),
  ...reloaderFields,
  license,
});

export type VMSingleSpec = z.output<typeof spec>;
