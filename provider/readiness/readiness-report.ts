import type { PodFields } from "../derived";
import { grouped } from "../text/grouped";
import type { LiveWorkload } from "./live-objects";
import { isUnready, type Obstacle, obstaclesOf } from "./obstacles";
import { type RemedyFields, remedyFor } from "./remedies";

/** Why the pods of a workload are not ready, each reason once with its remedy; undefined if all that exist are ready. */
export function readinessReport(workload: LiveWorkload, fields: PodFields): string | undefined {
  const obstacles = obstaclesOf(workload);
  if (obstacles.length === 0) return undefined;
  const alike = grouped(obstacles.map((obstacle) => [kindOf(obstacle), obstacle]));
  const sections = [...alike.values()].map((group) => section(group, fields));
  const { kind, namespace, name, pods } = workload;
  const ready = pods.filter((pod) => !isUnready(pod)).length;
  const count = pods.length > 0 ? `, ${ready} of ${pods.length} pods are` : "";
  return [`${kind} ${namespace}/${name} is not ready${count}:`, ...sections].join("\n");
}

/** The same for obstacles that differ only in their objects. Scheduling and probes name the pod in their words at times. */
function kindOf({ object, container, reason, detail = "" }: Obstacle): string {
  const [kind, name = ""] = object.split("/");
  return JSON.stringify([kind, container, reason, detail.replaceAll(name, "")]);
}

/** Names that are written out. */
const shown = 3;

function section(group: readonly Obstacle[], fields: PodFields): string {
  const [{ object, container, reason, detail }] = group as [Obstacle];
  const kind = object.split("/")[0];
  const names = group.map((obstacle) => obstacle.object.split("/")[1]);
  const more = names.length > shown ? ` and ${names.length - shown} more` : "";
  const where = `${kind} ${names.slice(0, shown).join(", ")}${more}${container ? `, container ${container}` : ""}`;
  return `  ${where}: ${reason}${detail ? `: ${detail.trim()}` : ""}\n    ${sentence(remedyFor({ reason, detail }, fieldsOf(container, fields)))}`;
}

const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** Fields for derived containers beside the main one, by their names. */
const sidecars: readonly { readonly names: RegExp; readonly fields: (path: string) => Omit<RemedyFields, "spec"> }[] = [
  {
    names: /^config-(reloader|init)/,
    fields: (path) => ({
      image: `${path}.configReloaderImage`,
      resources: `${path}.configReloaderResources`,
      extraArgs: `${path}.configReloaderExtraArgs`,
    }),
  },
  {
    names: /^vmbackuper/,
    fields: (path) => ({
      image: `${path}.vmBackup.image`,
      resources: `${path}.vmBackup.resources`,
      extraArgs: `${path}.vmBackup.extraArgs`,
    }),
  },
];

function fieldsOf(container: string | undefined, { path, container: main }: PodFields): RemedyFields {
  if (container === undefined || container === main)
    return { spec: path, image: `${path}.image`, resources: `${path}.resources`, extraArgs: `${path}.extraArgs` };
  const sidecar = sidecars.find(({ names }) => names.test(container));
  if (sidecar) return { spec: path, ...sidecar.fields(path) };
  // Any other container is the user's own.
  const own = `${path}.containers[${container}]`;
  return { spec: path, image: `${own}.image`, resources: `${own}.resources`, extraArgs: `${own}.args` };
}
