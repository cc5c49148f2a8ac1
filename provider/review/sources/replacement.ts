import type { Manifest } from "../../world/objects";
import { comparableClaims } from "../comparable-template";
import { isSame, valueAt } from "../differences";

/** The immutable fields for the Kubernetes provider or the API server: other values need a new object of the same name. */
const fixedFields: Readonly<Record<string, readonly string[]>> = {
  StatefulSet: ["spec.podManagementPolicy", "spec.revisionHistoryLimit", "spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"],
  Deployment: ["spec.selector"],
  DaemonSet: ["spec.selector"],
  ClusterRoleBinding: ["roleRef"],
  RoleBinding: ["roleRef"],
  Service: ["spec.clusterIP"],
  Secret: ["type"],
  Job: ["spec.selector", "spec.template", "spec.completions", "spec.parallelism"],
};

/** Whether an object is deleted and recreated because of a changed immutable field. */
export function isReplacement(old: Manifest, now: Manifest): boolean {
  if (old.apiVersion.split("/")[0] !== now.apiVersion.split("/")[0]) return true;
  return (fixedFields[old.kind] ?? []).some((path) => {
    const [before, after] = [old, now].map((manifest) => comparableClaims(valueAt(manifest, path.split("."))));
    return !isSame(before, after);
  });
}
