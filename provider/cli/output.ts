import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shownName } from "../admission/collisions";
import { UsageError } from "../inspect/usage";
import type { Rendered } from "../render";
import { fileName, printManifests } from "../sources/manifests";
import type { Manifest } from "../world/objects";

/** The files of former runs whose objects are gone in this run. */
export interface Leftovers {
  readonly removed: readonly string[];
  /** Files that were edited since. */
  readonly kept: readonly string[];
}

/** Name of the record of written files, each with a hash of its content. */
const recordName = ".pulumi-victoriametrics.json";

type Texts = Readonly<Record<string, string>>;

/** The record of former runs: the hash of each file, and the custom resource that its object comes from. */
interface Written {
  readonly files: Texts;
  /** Older versions say nothing of it. */
  readonly owners: Texts;
}

/** The custom resources whose objects a former run has written into a folder. */
export const ownersIn = (folder: string): string[] => [...new Set(Object.values(recordIn(folder).owners))];

/** Where objects come from, see `Rendered`. */
type Origins = Pick<Rendered, "owners" | "paused">;

/**
 * Writes one file per object into a folder. Files of former runs whose objects are gone are removed, unless they were edited since or their custom
 * resource is paused; other files are never touched.
 *
 * @throws UsageError when a file in the folder that no run has written is in the way.
 */
export function writeObjects(
  folder: string,
  objects: readonly Manifest[],
  origins: Origins = { owners: new Map(), paused: [] },
): Leftovers {
  const files = new Map(Object.entries(byFile(objects)).map(([file, object]) => [file, printManifests([object])]));
  const before = recordIn(folder);
  const isOthers = ([name, content]: [string, string]): boolean =>
    !Object.hasOwn(before.files, name) && ![undefined, content].includes(read(folder, name));
  const others = [...files].filter(isOthers).map(([name]) => join(folder, name));
  if (others.length > 0) throw new UsageError(`${others.join(", ")}: not written by this program: move it away, or choose another folder`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const { stale, asTheyAre } = withoutObject(folder, before, new Set(files.keys()), origins.paused);
  const leftovers = removeStale(folder, before, stale);
  const owners = objects.flatMap((object) => {
    const owner = origins.owners.get(object);
    return owner === undefined ? [] : [[fileName(object), owner] as const];
  });
  writeRecord(folder, {
    files: { ...pick(before.files, asTheyAre), ...Object.fromEntries([...files].map(([name, content]) => [name, hashOf(content)])) },
    owners: { ...pick(before.owners, asTheyAre), ...Object.fromEntries(owners) },
  });
  return leftovers;
}

/** The objects by the names of their files. */
function byFile(objects: readonly Manifest[]): Readonly<Record<string, Manifest>> {
  const files = new Map<string, Manifest>();
  for (const object of objects) {
    const file = fileName(object);
    const first = files.get(file);
    if (first)
      throw new Error(`${shownName(first)} and ${shownName(object)} would be written into the same file ${file}: rename one of them`);
    files.set(file, object);
  }
  return Object.fromEntries(files);
}

/** The files of former runs that have no object any more, and those of them that stay as they are since what they come from is paused. */
function withoutObject(folder: string, before: Written, present: ReadonlySet<string>, paused: readonly string[]) {
  const left = Object.keys(before.files).filter((name) => !present.has(name) && existsSync(join(folder, name)));
  // Where nobody knows what a file comes from, it may be what is paused.
  const isPaused = (name: string): boolean => {
    const owner = before.owners[name];
    return owner === undefined ? paused.length > 0 : paused.includes(owner);
  };
  return { stale: left.filter((name) => !isPaused(name)), asTheyAre: left.filter(isPaused) };
}

function removeStale(folder: string, before: Written, stale: readonly string[]): Leftovers {
  const isChanged = (name: string): boolean => hashOf(read(folder, name) ?? "") !== before.files[name];
  const [kept, removed] = [stale.filter(isChanged), stale.filter((name) => !isChanged(name))];
  for (const name of removed) rmSync(join(folder, name));
  return { removed: removed.map((name) => join(folder, name)), kept: kept.map((name) => join(folder, name)) };
}

const pick = (map: Texts, names: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(map).filter(([name]) => names.includes(name)));

const sorted = (map: Texts): Texts => Object.fromEntries(Object.entries(map).sort(([left], [right]) => (left < right ? -1 : 1)));

function writeRecord(folder: string, { files, owners }: Written): void {
  writeFileSync(join(folder, recordName), `${JSON.stringify({ files: sorted(files), owners: sorted(owners) }, undefined, 2)}\n`);
}

function recordIn(folder: string): Written {
  const text = read(folder, recordName);
  if (text === undefined) return { files: {}, owners: {} };
  try {
    const { files, owners = {} } = JSON.parse(text) as Pick<Written, "files"> & Partial<Written>;
    // A name with a slash could lead out of the folder.
    return {
      files: pick(
        files,
        Object.keys(files).filter((name) => /^[A-Za-z0-9._-]+\.yaml$/.test(name)),
      ),
      owners,
    };
  } catch {
    throw new UsageError(`${join(folder, recordName)} cannot be read: delete it, or choose another folder`);
  }
}

const read = (folder: string, name: string): string | undefined =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
