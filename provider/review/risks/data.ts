import { kindsTable } from "../../kinds";
import { parseBytes } from "../../text/bytes";
import { isMore } from "../../text/quantity";
import { parseRetention } from "../../text/retention";
import type { Manifest } from "../../world/objects";
import { titleOf } from "../change-model";
import type { Consequences } from "../consequences";
import { isMap, isSame, valueAt } from "../differences";
import { listed } from "../words";
import {
  claimTemplatesOf,
  containersOf,
  type Data,
  flagOf,
  formerNumber,
  gone,
  type Kept,
  kept,
  keptWorkloads,
  replicasOf,
  specOf,
  volumesOf,
} from "./facts";
import type { Risk } from "./risk";

/** Risks of losing data or access to it. */
export const dataRisks: readonly Risk[] = [
  {
    id: "retention-lowered",
    title: "Retention lowered",
    reason: "Data older than the new retention is deleted soon after the restart, and no rollback brings it back.",
    safely:
      "Take a backup first (vmbackup; a copy of a snapshot of logs or traces), and check that nothing looks further back: recording rules, dashboards, " +
      "reports.",
    find: (all) => [
      ...flagChanges(all, ["retentionPeriod", "data.retention"], isShorter),
      ...flagChanges(all, ["retention.maxDiskSpaceUsageBytes"], isLessSpace),
    ],
  },
  {
    id: "fewer-storage-nodes",
    title: "Fewer pods with data",
    reason:
      "A StatefulSet removes its last pods. Their claims stay, but their data is not read any more: queries lack it, and with replication copies " +
      "are missing. A stateful agent does not send the data in its queue.",
    safely:
      "Write to the last nodes no longer (`maintenanceInsertNodeIDs` of the storage nodes), wait for the retention to pass or copy their data over (vmctl for " +
      "metrics), and only then lower the number.",
    find: (all) =>
      kept(all, "StatefulSet")
        .filter(({ old, now }) => claimTemplatesOf(old).length > 0 && replicasOf(now) < replicasOf(old))
        .map((object) => `${titleOf(object.key)} goes from ${formerNumber(object)} to ${replicasOf(object.now)} pods with claims`),
  },
  {
    id: "claims-deleted",
    title: "Claims deleted",
    reason: "The volume is deleted with its claim, unless the storage class says otherwise: the data is lost.",
    safely: "Take a backup (vmbackup), or set the volume's reclaim policy to Retain, before the claim goes.",
    find: claimsDeleted,
  },
  {
    id: "claims-shrink",
    title: "Claims shrink",
    reason: "No cluster makes a claim smaller: the change is refused.",
    safely: "Make a new resource with a smaller claim, copy the data over (vmbackup and vmrestore), and delete the old one afterwards.",
    find: (all) =>
      claimChanges(all)
        .filter(({ old, now }) => isMore(sizeOf(old), sizeOf(now)))
        .map(({ title, old, now }) => `${title}: ${sizeOf(old)} → ${sizeOf(now)}`),
  },
  {
    id: "claims-change",
    title: "Storage class or access of claims changed",
    reason:
      "A cluster never changes these fields of a claim: the change is refused, or the object is replaced and the data is not in the new claims.",
    safely: "Make a new resource with the new class, copy the data over (vmbackup and vmrestore), and delete the old one afterwards.",
    find: (all) => claimChanges(all).flatMap(({ title, old, now }) => fixedChanges(old, now).map((text) => `${title}: ${text}`)),
  },
  {
    id: "storage-replaced",
    title: "Storage replaced",
    reason: "The pods start with other storage, without the old data. An emptyDir loses everything whenever its pod moves.",
    safely: "Take a backup (vmbackup), restore it into the new storage (vmrestore), then switch over.",
    find: (all) => keptWorkloads(all).flatMap(storageReplaced),
  },
  {
    id: "workload-removed",
    title: "Database removed",
    reason:
      "Nothing stores or answers any more. Claims of StatefulSets and those that components keep stay in the cluster, and cost money.",
    safely:
      "Point writers and readers elsewhere first. Take a backup (vmbackup) if the data is still needed, and delete the claims by hand afterwards.",
    find: (all) =>
      gone(all, "StatefulSet", "Deployment")
        .filter(({ old }) => usualRetention(old) !== undefined)
        .map(({ key }) => `${titleOf(key)} is deleted`),
  },
  {
    id: "copies-changed",
    title: "Deduplication or replication changed",
    reason:
      "Data that is stored already keeps the number of copies that it was written with. Queries may count samples twice, or miss some, until all data is of one kind.",
    safely:
      "Change all readers and writers together, and keep `-dedup.minScrapeInterval` of storage and select nodes equal. Raise replication before you take nodes away.",
    find: (all) => flagChanges(all, ["dedup.minScrapeInterval", "replicationFactor"], () => true),
  },
  {
    id: "targets-removed",
    title: "Destinations of data removed",
    reason: "The agent no longer sends there. Data in the queue for that destination is not sent.",
    safely:
      "Wait until the queue is empty (`vmagent_remotewrite_pending_data_bytes` or `vlagent_remotewrite_pending_data_bytes` is 0), and check that the destination has no readers.",
    find: (all) => keptWorkloads(all).flatMap(targetsRemoved),
  },
  {
    id: "version-lowered",
    title: "Older version",
    reason: "An older version may not be able to read data of a newer one.",
    safely: "Read the release notes between the two versions, and take a backup (vmbackup) first.",
    find: (all) => keptWorkloads(all).flatMap(olderImages),
  },
];

/** Changes of flags' values. */
/** Whether a flag's change from an old value to a new one is bad for a workload; a flag that is not there is empty. */
type IsRisk = (old: string, now: string, workload: Manifest) => boolean;

function flagChanges(all: Consequences, flags: readonly string[], isRisk: IsRisk): string[] {
  return keptWorkloads(all).flatMap(({ key, old, now }) =>
    flags.flatMap((flag) => {
      const [before, after] = [old, now].map((manifest) => flagOf(manifest, flag).join(", "));
      if (before === after || before === undefined || after === undefined) return [];
      return isRisk(before, after, now) ? [`${titleOf(key)}: -${flag} ${before || "not set"} → ${after || "not set"}`] : [];
    }),
  );
}

/** How long the database in a workload keeps data where no flag says so; undefined for a workload without a database. */
const usualRetention = (workload: Manifest | undefined): string | undefined =>
  containersOf(workload).flatMap(({ name }) => kindsTable.applications.get(String(name))?.retention ?? [])[0];

/** Whether a retention is shorter than another. Workloads of others keep what they keep for a month by default. */
function isShorter(old: string, now: string, workload: Manifest): boolean {
  const byDefault = usualRetention(workload) ?? "1";
  const [before, after] = [old || byDefault, now || byDefault].map(parseRetention);
  return before !== undefined && after !== undefined && after < before;
}

/** Whether data may fill less of the disk than before. */
const isLessSpace = (old: string, now: string): boolean => now !== "" && (old === "" || parseBytes(now) < parseBytes(old));

function claimsDeleted(all: Consequences): string[] {
  const claims = gone(all, "PersistentVolumeClaim").filter(({ isKept }) => !isKept);
  const policy = (manifest: Manifest | undefined): Data => {
    const found = specOf(manifest).persistentVolumeClaimRetentionPolicy;
    return isMap(found) ? found : {};
  };
  const scaled = kept(all, "StatefulSet").filter(
    ({ old, now, isReplaced }) =>
      !isReplaced && policy(now).whenScaled === "Delete" && claimTemplatesOf(now).length > 0 && replicasOf(now) < replicasOf(old),
  );
  const ended = [...gone(all, "StatefulSet"), ...kept(all, "StatefulSet").filter(({ isReplaced }) => isReplaced)].filter(
    ({ old }) => policy(old).whenDeleted === "Delete" && claimTemplatesOf(old).length > 0,
  );
  return [
    ...claims.map(({ key }) => `${titleOf(key)} is deleted`),
    ...scaled.map(({ key }) => `${titleOf(key)} deletes the claims of removed pods (whenScaled: Delete)`),
    ...ended.map(({ key }) => `${titleOf(key)} is deleted, and its claims with it (whenDeleted: Delete)`),
  ];
}

interface ClaimChange {
  readonly title: string;
  readonly old: Data;
  readonly now: Data;
}

/** Claims, and templates for claims, that exist before and after. */
function claimChanges(all: Consequences): ClaimChange[] {
  const claims = kept(all, "PersistentVolumeClaim").map(({ key, old, now }) => ({
    title: titleOf(key),
    old: specOf(old),
    now: specOf(now),
  }));
  const templates = kept(all, "StatefulSet").flatMap(({ key, old, now }) =>
    claimTemplatesOf(old).flatMap((before) => {
      const after = claimTemplatesOf(now).find((one) => claimName(one) === claimName(before));
      return after ? [{ title: `${titleOf(key)}, claims ${claimName(before)}`, old: before.spec as Data, now: after.spec as Data }] : [];
    }),
  );
  return [...claims, ...templates];
}

const claimName = ({ metadata }: Data): unknown => valueAt(metadata, ["name"]);

const sizeOf = (claim: Data): string => String(valueAt(claim, ["resources", "requests", "storage"]) ?? "");

const fixedChanges = (old: Data, now: Data): string[] =>
  ["storageClassName", "accessModes", "volumeMode", "volumeName", "selector"].flatMap((field) =>
    isSame(old[field], now[field])
      ? []
      : [`${field} ${JSON.stringify(old[field]) ?? "not set"} → ${JSON.stringify(now[field]) ?? "not set"}`],
  );

/** Volumes whose claim changes or goes, and changed paths of data. */
function storageReplaced({ key, old, now }: Kept): string[] {
  const sources = (manifest: Manifest): ReadonlyMap<string, string> =>
    new Map([
      ...claimTemplatesOf(manifest).map((template): [string, string] => [String(claimName(template)), "a claim of each pod"]),
      ...volumesOf(manifest).map((volume): [string, string] => [String(volume.name), sourceOf(volume)]),
    ]);
  const [before, after] = [sources(old), sources(now)];
  const mounted = new Set(
    containersOf(now).flatMap(({ volumeMounts }) => (Array.isArray(volumeMounts) ? volumeMounts.map(({ name }) => String(name)) : [])),
  );
  const volumes = [...before].flatMap(([name, source]) => {
    const present = after.get(name) ?? (mounted.has(name) ? "" : "no volume");
    return source.includes("claim") && present !== "" && source !== present
      ? [`${titleOf(key)}: the volume ${name} was ${source}, is now ${present}`]
      : [];
  });
  const paths = ["storageDataPath", "remoteWrite.tmpDataPath", "storage.path"].flatMap((flag) => {
    const [was, is] = [old, now].map((manifest) => flagOf(manifest, flag).join(", "));
    return was !== is && was !== "" ? [`${titleOf(key)}: -${flag} ${was} → ${is || "not set"}`] : [];
  });
  return [...volumes, ...paths];
}

function sourceOf({ persistentVolumeClaim, ...others }: Data): string {
  if (isMap(persistentVolumeClaim)) return `the claim ${persistentVolumeClaim.claimName}`;
  const [kind = "emptyDir"] = Object.keys(others).filter((key) => key !== "name");
  return `an ${kind}`.replace(/^an (?=[^aeiou])/, "a ");
}

function targetsRemoved({ key, old, now }: Kept): string[] {
  const targets = (manifest: Manifest): string[] =>
    flagOf(manifest, "remoteWrite.url")
      .flatMap((urls) => urls.split(","))
      .filter((url) => url !== "[secret]");
  const after = targets(now);
  const removed = targets(old).filter((url) => !after.includes(url));
  return removed.length > 0 ? [`${titleOf(key)} no longer writes to ${listed(removed, 5)}`] : [];
}

function olderImages({ key, old, now }: Kept): string[] {
  return containersOf(old).flatMap((container) => {
    const other = containersOf(now).find(({ name }) => name === container.name);
    const [before, after] = [container, other].map((one) => String(one?.image ?? ""));
    if (!before || !after || before === after || repository(before) !== repository(after)) return [];
    return isOlder(versionOf(after), versionOf(before)) ? [`${titleOf(key)}: ${before} → ${after}`] : [];
  });
}

const repository = (image: string): string => image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");

const versionOf = (image: string): number[] => (/:v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(image) ?? []).slice(1).map((part) => Number(part ?? 0));

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  if (version.length === 0 || than.length === 0) return false;
  const index = version.findIndex((part, place) => part !== than[place]);
  return index >= 0 && (version[index] ?? 0) < (than[index] ?? 0);
}
