import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { deployment } from "../../kubernetes/deployment";
import { networkPolicies } from "../../kubernetes/network-policy";
import { persistentVolumeClaim } from "../../kubernetes/persistent-volume-claim";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { withCommonMetadata } from "../../workload/labels";
import { type SelfScrape, selfScrapes } from "../self-scrape";
import type { EventDatabase } from "./event-database";
import { eventDatabasePods } from "./event-database-pods";

/** The derivation of a database for events. */
export function eventDatabaseObjects(database: EventDatabase, context: Context): DerivedObject[] {
  const { workload, service, hasClaim } = database;
  const { storage, storageMetadata, vpa } = workload.spec;
  const objects = [
    ...serviceAccounts(workload),
    ...(hasClaim && storage ? [persistentVolumeClaim(workload, { storage, storageMetadata })] : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...verticalPodAutoscalers(workload, vpa, "Deployment"),
    ...networkPolicies(workload),
    deployment(workload, { type: "Recreate" }, eventDatabasePods(database, context)),
  ];
  return withCommonMetadata(objects, context.defaults);
}

/** The scrape object for a database for events itself. */
export function eventDatabaseScrapes({ workload, service, server }: EventDatabase, context: Context): readonly SelfScrape[] {
  return selfScrapes(workload, { service, server, hasReloader: false }, context);
}
