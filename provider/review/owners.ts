import { kindsTable } from "../kinds";
import type { Manifest } from "../world/objects";
import type { Change, ObjectChange, Rollout } from "./change-model";

/** The application that an object belongs to: `vmagent/<namespace>/<name of the custom resource>`; undefined for objects of others. */
function applicationOf(manifest: Manifest | undefined): string | undefined {
  const { labels = {}, namespace = "" } = manifest?.metadata ?? {};
  const { "app.kubernetes.io/name": name = "", "app.kubernetes.io/instance": instance } = labels;
  return kindsTable.applications.has(name) && instance !== undefined ? `${name}/${namespace}/${instance}` : undefined;
}

/** The custom resource of an application. */
function ownerOf(application: string): string {
  const [name = "", ...others] = application.split("/");
  return [kindsTable.applications.get(name)?.kind, ...others].join("/");
}

const hasData = ({ key }: ObjectChange): boolean => /^(Secret|ConfigMap)\//.test(key);

const dataChanges = ({ old, now, hidden }: ObjectChange): boolean =>
  hidden.some(([field]) => /^(data|stringData|binaryData)$/.test(String(field))) ||
  JSON.stringify(dataOf(old)) !== JSON.stringify(dataOf(now));

const dataOf = (manifest: Manifest | undefined): unknown => {
  const { data, binaryData, stringData } = (manifest ?? {}) as { data?: unknown; binaryData?: unknown; stringData?: unknown };
  return { data, binaryData, stringData };
};

/** Custom resources whose running pods read a changed configuration without a restart. */
export function reloadsOf({ objects, configs }: Change, rollouts: readonly Rollout[]): string[] {
  const byFiles = objects
    .filter((change) => change.old && change.now && hasData(change) && dataChanges(change))
    .flatMap(({ now }) => applicationOf(now) ?? []);
  const byTexts = configs.filter(({ old, now }) => old.length > 0 && now.length > 0).map(({ owner }) => owner);
  const manifests = new Map(objects.map(({ key, now }) => [key, now]));
  const restarting = new Set(
    rollouts.flatMap(({ workload, restarts, starts }) => {
      const application =
        restarts || (starts && !objects.find(({ key }) => key === workload)?.old) ? applicationOf(manifests.get(workload)) : undefined;
      return application === undefined ? [] : [application];
    }),
  );
  const owners = byFiles.filter((application) => !restarting.has(application)).map(ownerOf);
  const restartingOwners = new Set([...restarting].map(ownerOf));
  return [...new Set([...owners, ...byTexts.filter((owner) => !restartingOwners.has(owner))])].sort();
}
