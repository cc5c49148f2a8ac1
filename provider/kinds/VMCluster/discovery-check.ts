import type { Context } from "../../context";
import { maintained, type ReaderName, readerNames } from "../../features/cluster/cluster-nodes";
import { regularExpressionProblem } from "../../text/regular-expression";
import { isLicensed } from "../../workload/license";
import type { Cluster } from "./members";
import { discoveryOf } from "./storage-nodes";

/** Reports discovery of storage nodes where it cannot be. */
export function checkDiscovery(cluster: Cluster, context: Context): void {
  for (const reader of readerNames) if (cluster[reader]) checkReader(cluster, reader, context);
}

function checkReader({ resource: { spec } }: Cluster, reader: ReaderName, { values, report }: Context): void {
  const { discovery, path } = discoveryOf(spec, reader);
  if (!discovery?.enabled) return;
  const left = maintained[reader];
  if (!isLicensed(spec.license)) report.error(path, "needs the enterprise version: give a license");
  if (!spec.vmstorage) report.error(path, "needs vmstorage in this cluster: for other storage nodes use the extra argument storageNode");
  if (spec.vmstorage?.[left]?.length) {
    report.error(`spec.vmstorage.${left}`, `cannot be given while vm${reader} discovers its storage nodes: use discovery.filter`);
  }
  const problem = discovery.filter && values.check(discovery.filter, (text) => regularExpressionProblem(String(text)));
  if (problem) report.error(`${path}.filter`, problem);
}
