import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shownName } from "../admission/collisions";
import { UsageError } from "../inspect/usage";
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

type Hashes = Readonly<Record<string, string>>;

/**
 * Writes one file per object into a folder. Files of former runs whose objects are gone are removed unless they were edited since; other files are
 * never touched.
 *
 * @throws UsageError when a file in the folder that no run has written is in the way.
 */
export function writeObjects(folder: string, objects: readonly Manifest[]): Leftovers {
  const files = new Map(Object.entries(byFile(objects)).map(([file, object]) => [file, printManifests([object])]));
  const before = recordIn(folder);
  const isOthers = ([name, content]: [string, string]): boolean =>
    !Object.hasOwn(before, name) && ![undefined, content].includes(read(folder, name));
  const others = [...files].filter(isOthers).map(([name]) => join(folder, name));
  if (others.length > 0) throw new UsageError(`${others.join(", ")}: not written by this program: move it away, or choose another folder`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const leftovers = removeStale(folder, before, new Set(files.keys()));
  const hashes = [...files].map(([name, content]) => [name, hashOf(content)]).sort(([left = ""], [right = ""]) => (left < right ? -1 : 1));
  writeFileSync(join(folder, recordName), `${JSON.stringify({ files: Object.fromEntries(hashes) }, undefined, 2)}\n`);
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

function removeStale(folder: string, before: Hashes, present: ReadonlySet<string>): Leftovers {
  const stale = Object.keys(before).filter((name) => !present.has(name) && existsSync(join(folder, name)));
  const isChanged = (name: string): boolean => hashOf(read(folder, name) ?? "") !== before[name];
  const [kept, removed] = [stale.filter(isChanged), stale.filter((name) => !isChanged(name))];
  for (const name of removed) rmSync(join(folder, name));
  return { removed: removed.map((name) => join(folder, name)), kept: kept.map((name) => join(folder, name)) };
}

function recordIn(folder: string): Hashes {
  const text = read(folder, recordName);
  if (text === undefined) return {};
  try {
    const { files } = JSON.parse(text) as { files: Hashes };
    // A name with a slash could lead out of the folder.
    return Object.fromEntries(Object.entries(files).filter(([name]) => /^[A-Za-z0-9._-]+\.yaml$/.test(name)));
  } catch {
    throw new UsageError(`${join(folder, recordName)} cannot be read: delete it, or choose another folder`);
  }
}

const read = (folder: string, name: string): string | undefined =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
