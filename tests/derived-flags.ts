import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Manifest } from "../provider/render";

const folder = join(__dirname, "unit", "flags");

/** The flags of each program, as its `-help` names them; `node tools/flags.mjs` renews a list. */
export const programFlags = new Map(
  readdirSync(folder).map((file) => [basename(file, ".txt"), new Set(readFileSync(join(folder, file), "utf8").trim().split("\n"))]),
);

/** Flags that the enterprise versions have alone. */
export const enterpriseFlags =
  /^(license|downsampling\.|retentionFilter$|eula$|remoteWrite\.(kafka|pubsub)|kafka\.|gcp\.|s3\.|clusterMode$|notifier\.config\.|reloadAuthKey$)/;

/** The names in all maps of extra arguments below a value: users may give flags that do not exist. */
export function givenNames(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/extraArgs$/i.test(key) && typeof inner === "object" && inner !== null
      ? Object.keys(inner).map((name) => name.replace(/^-+/, ""))
      : []),
    ...givenNames(inner),
  ]);
}

/** A container as far as its flags go. */
export interface Container {
  readonly name: string;
  readonly args?: readonly string[];
}

/** The containers of all pods among derived objects. */
export const containersOf = (objects: readonly Manifest[]): readonly Container[] =>
  objects.flatMap(({ spec }) => {
    const { template } = (spec ?? {}) as { template?: { spec?: { containers?: readonly Container[] } } };
    return template?.spec?.containers ?? [];
  });

/** The name of the flag of an argument; empty if it is none. */
export const flagOf = (argument: string): string => /^--?([^=]+)/.exec(argument)?.[1] ?? "";
