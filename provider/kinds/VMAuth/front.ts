import { isFilled, type Labels } from "../../workload/labels";
import { metadataOf, type Workload } from "../../workload/workload";
import type { Manifest } from "../../world/objects";

/** Metadata of an Ingress or route to a proxy: its own labels and annotations win over those of all derived objects. */
export function frontMetadata(
  workload: Workload,
  { labels, annotations }: { readonly labels?: Labels; readonly annotations?: Labels },
): Manifest["metadata"] {
  const metadata = metadataOf(workload);
  const all = { ...metadata.annotations, ...annotations };
  return {
    ...metadata,
    labels: { ...metadata.labels, ...labels, ...workload.selectorLabels },
    ...(isFilled(all) && { annotations: all }),
  };
}
