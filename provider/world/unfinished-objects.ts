import { isCiphertext, type Unfinished, unfinished, unfinishedValue } from "../text/unfinished";
import { hasPlaceholder } from "../values/values";
import { joinPath, pathOf, Report } from "./issues";
import { type Manifest, objectKey } from "./objects";

/** Fields with texts that are programs or expressions of their own: `${name}` says something in them. */
const ownLanguages: readonly string[] = ["replacement", "containers", "initContainers", "command", "args", "configRawYaml"];

/** Says what of an object stands for something else: variables, templates, ciphertext. An object whose name does so cannot be told apart. */
export function reportUnfinished(manifest: Manifest, isOurs: boolean, report: Report): void {
  const { kind, metadata, stringData } = manifest;
  if (isEncrypted(manifest)) {
    const rest = isOurs ? "" : "; until then nothing of it is used";
    report[isOurs ? "error" : "warning"]("", `is encrypted by SOPS: decrypt it first (sops --decrypt)${rest}`);
    return;
  }
  for (const [path, text] of identity(metadata)) {
    const found = hasPlaceholder(text) ? undefined : unfinishedValue(text);
    if (found) report[isOurs ? "error" : "warning"](path, `${found.marker} is ${found.remedy}`);
  }
  // Other values of a Secret may be literal.
  if (kind === "Secret") warnOfVariables(stringData, report);
}

/** Whether SOPS has encrypted an object, or a part of it. */
export function isEncrypted({ sops, data, stringData }: Manifest): boolean {
  const isEncryptedMap = (map: unknown): boolean =>
    typeof map === "object" && map !== null && Object.values(map).some((text) => typeof text === "string" && isCiphertext(text));
  return (typeof sops === "object" && sops !== null) || isEncryptedMap(data) || isEncryptedMap(stringData);
}

/** The texts by which an object is told from others, or found. */
const identity = ({ name, namespace, labels = {} }: Manifest["metadata"]): [path: string, text: string][] => [
  ["metadata.name", name],
  ...(namespace === undefined ? [] : [["metadata.namespace", namespace] as [string, string]]),
  ...Object.entries(labels).map(([key, value]): [string, string] => [joinPath("metadata.labels", key), value]),
];

/** Warns once of a custom resource's texts that look unfinished, where they are valid all the same. */
export function warnOfUnfinished(spec: unknown, report: Report): void {
  const [first, ...others] = unfinishedIn(spec);
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  report.warning(pathOf(["spec", ...first.keys]), `${first.marker} looks like ${first.remedy}${more}`);
}

function warnOfVariables(texts: unknown, report: Report): void {
  for (const [key, text] of Object.entries((texts ?? {}) as Record<string, unknown>)) {
    if (typeof text !== "string" || hasPlaceholder(text)) continue;
    const found = unfinished(text);
    if (found?.marker === text) report.warning(joinPath("stringData", key), `${text} looks like ${found.remedy}`);
  }
}

interface Found extends Unfinished {
  /** The keys that lead to the text. */
  readonly keys: readonly (string | number)[];
}

/** All texts of data that look unfinished. Hardly any does, so the way to a text is put together only where one is found. */
function unfinishedIn(tree: unknown): readonly Found[] {
  if (typeof tree === "string") {
    const found = hasPlaceholder(tree) ? undefined : unfinished(tree);
    return found ? [{ ...found, keys: [] }] : nothing;
  }
  if (typeof tree !== "object" || tree === null) return nothing;
  let all = nothing;
  for (const key of Object.keys(tree)) {
    if (ownLanguages.includes(key)) continue;
    const below = unfinishedIn((tree as Readonly<Record<string, unknown>>)[key]);
    if (below.length > 0)
      all = [...all, ...below.map((found) => ({ ...found, keys: [Array.isArray(tree) ? Number(key) : key, ...found.keys] }))];
  }
  return all;
}

const nothing: readonly Found[] = [];

/** A report about an object, by the name that it has in issues. */
export const reportOf = ({ kind, metadata: { name, namespace = "default" } }: Manifest): Report =>
  new Report(objectKey({ kind, metadata: { name, namespace } }));
