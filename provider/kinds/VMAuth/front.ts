import { isFilled, type Labels } from "../../kubernetes/labels";
import { metadataOf, type Workload } from "../../kubernetes/workload";
import type { Manifest } from "../../world/objects";

/** Metadata of what leads requests to a proxy: its own labels and annotations win over those of all derived objects. */
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
