import { type Derived as DerivedResource, deriveAll } from "../../assemble";
import { readableFile } from "../../config/readable";
import { isPaused } from "../../derivation";
import type { DerivedObject, GeneratedFiles } from "../../derived";
import { canFindTargets, targetsAmong } from "../../inspect/scraper-targets";
import { type TargetChange, targetChanges } from "../../inspect/targets-formats";
import { InvalidObjectsError, issuesOf, type Prepared, prepare, type RenderOptions } from "../../render";
import { quantityValue } from "../../text/quantity";
import type { Values } from "../../values/values";
import { type Manifest, objectKey } from "../../world/objects";
import { isDerivedResource } from "../../world/read";
import type { Change, ConfigChange, GrownClaim, Keys, ObjectChange } from "../change-model";
import { isMaskedText, secretMark, titleOf } from "../change-model";
import { isMap, isSame, valueAt } from "../differences";
import { inOrder } from "./merged";
import { linesOfFiles } from "./readable-inputs";
import { isReplacement } from "./replacement";

/** Manifests with their settings. */
export interface ManifestSet {
  readonly manifests: readonly unknown[];
  readonly options?: Pick<RenderOptions, "defaults" | "arguments">;
}

/**
 * The change from one set of manifests to another, each of them a closed world. Targets are looked for among `live`, the objects of a cluster, or
 * else among the manifests themselves, if these have Services, pods, workloads or the like.
 *
 * @throws InvalidObjectsError when objects of the new set are invalid. Those of the old one are left out.
 */
export function changeOfManifests(old: ManifestSet, now: ManifestSet, live?: readonly unknown[]): Change {
  const before = derived(old, keysOf(old));
  const after = derived(now, [...before.owners]);
  const errors = after.issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidObjectsError(errors);
  const paused = [...after.paused];
  const keys = [...new Set([...before.objects.keys(), ...after.objects.keys()])];
  const changes = keys.flatMap((key) => objectChange(key, before.objects.get(key), after.objects.get(key)));
  return {
    objects: inOrder(changes, ({ key }) => key),
    configs: configChanges(before, after),
    claims: inOrder(grownClaims(before, after), ({ claim }) => claim),
    targets: changedTargets(before, after, live),
    notes: [
      ...[...before.paused]
        .filter((key) => !paused.includes(key) && after.owners.has(key))
        .map((key) => `${titleOf(key)} was paused: earlier changes are applied now too, and the manifests do not show them.`),
    ],
  };
}

/** An object for the cluster, and its form for readers. */
interface Side {
  readonly owner: string;
  readonly real: Manifest;
  readonly masked: Manifest;
  readonly derived: Omit<DerivedObject, "manifest" | "role">;
  /** It stays unchanged while its custom resource is paused. */
  readonly isFrozen: boolean;
}

interface Derived {
  readonly objects: ReadonlyMap<string, Side>;
  readonly configs: ReadonlyMap<string, readonly string[]>;
  readonly owners: ReadonlySet<string>;
  readonly paused: ReadonlySet<string>;
  readonly issues: ReturnType<typeof issuesOf>;
  /** The custom resources and manifests that targets are found for. */
  readonly whole: {
    readonly prepared: Prepared;
    readonly derived: readonly DerivedResource[];
    readonly manifests: readonly unknown[];
  };
}

/** The custom resources of a set. */
const keysOf = ({ manifests, options = {} }: ManifestSet): string[] => prepare(manifests, options).program.resources.map(objectKey);

/** `rendered` are the custom resources that ran before: a paused one of them still has its scrape objects. */
function derived({ manifests, options = {} }: ManifestSet, rendered: readonly string[]): Derived {
  const prepared = prepare(manifests, { ...options, rendered });
  const { program, values } = prepared;
  const assembly = deriveAll(program);
  const found = [...assembly.derived.values()];
  const sides = found.flatMap(({ resource, derivation }) => {
    const shown = new Set(derivation.configs.map(({ role }) => role));
    return derivation.objects.map(({ manifest, role, ...others }) =>
      sideOf(manifest, values, {
        owner: objectKey(resource),
        derived: others,
        isFrozen: isPaused(resource) && !others.whilePaused,
        isShown: shown.has(role),
      }),
    );
  });
  const plain = plainManifests(manifests).map((manifest) =>
    sideOf(manifest, values, { owner: "", derived: {}, isFrozen: false, isShown: false }),
  );
  return {
    objects: new Map([...plain, ...sides].map((side) => [objectKey(side.real), side])),
    configs: new Map(
      found.flatMap(({ resource, derivation }) =>
        derivation.configs.length === 0
          ? []
          : [[objectKey(resource), derivation.configs.flatMap(({ files }) => readableLines(files, objectKey(resource), values))]],
      ),
    ),
    owners: new Set(program.resources.map(objectKey)),
    paused: new Set(program.resources.filter(isPaused).map(objectKey)),
    issues: issuesOf(prepared, assembly),
    whole: { prepared, derived: found, manifests },
  };
}

/** The targets that come, go or get other labels. A paused scraper keeps its targets. */
function changedTargets(before: Derived, after: Derived, live: readonly unknown[] | undefined): TargetChange[] {
  if (live === undefined && !canFindTargets([before, after].flatMap(({ whole }) => whole.manifests))) return [];
  const [old, now] = [before, after].map(({ whole: { derived, prepared, manifests } }) =>
    targetsAmong(derived, prepared, live ?? manifests, { areLive: live !== undefined }),
  );
  const changes = targetChanges(old ?? [], now ?? []).filter(({ scraper }) => !(after.paused.has(scraper) && before.owners.has(scraper)));
  return inOrder(changes, ({ scraper, job, url }) => `${scraper} ${job} ${url}`);
}

/** Other objects, which are applied unchanged. */
function plainManifests(manifests: readonly unknown[]): Manifest[] {
  return (manifests as Manifest[]).filter(
    (manifest) =>
      isMap(manifest) &&
      typeof manifest.apiVersion === "string" &&
      !/^(operator\.victoriametrics|monitoring\.coreos)\.com\//.test(manifest.apiVersion) &&
      typeof manifest.kind === "string" &&
      typeof manifest.metadata?.name === "string" &&
      !isDerivedResource(manifest),
  );
}

function readableLines(files: GeneratedFiles["files"], owner: string, values: Values): string[] {
  return linesOfFiles(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readableFile(file, owner, values)])));
}

/** Objects with secret data. */
const secretFields = ["data", "stringData", "binaryData"];

function sideOf(
  manifest: Manifest,
  values: Values,
  { isShown, ...others }: Omit<Side, "real" | "masked"> & { readonly isShown: boolean },
): Side {
  const real = mapped(manifest, (text) => values.evaluate(text)) as Manifest;
  const plain = mapped(manifest, (text) => (values.isSecret(text) ? values.mask(text) : values.evaluate(text))) as Manifest;
  const hides = manifest.kind === "Secret" || isShown;
  const data = hides ? Object.fromEntries(secretFields.filter((field) => field in plain).map((field) => [field, secretMark])) : {};
  return { ...others, real, masked: { ...plain, ...data } };
}

/** Data with other texts, in keys too. */
function mapped(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [String(change(key)), mapped(item, change)]));
}

function objectChange(key: string, old: Side | undefined, given: Side | undefined): ObjectChange[] {
  if (old && given?.isFrozen) return [];
  const now = old && given ? withIgnored(old, given) : given;
  if (old && now && isSame(old.real, now.real)) return [];
  const hidden = old && now ? hiddenDifferences(old, now) : [];
  return [
    {
      key,
      ...(old && { old: old.masked }),
      ...(now && { now: now.masked }),
      ...(old && now && isReplacement(old.real, now.real) && { isReplaced: true }),
      ...(old?.derived.retainOnDelete && { isKept: true }),
      ...([old, now].some((side) => side?.derived.lifecycle?.pods?.isScaled) && { isScaled: true }),
      hidden,
    },
  ];
}

/** The object with the old values of fields that others own. A change of an immutable field is refused, so it is to be seen. */
function withIgnored(old: Side, now: Side): Side {
  const { ignoreChanges: all = [], claimTemplates = [], immutable = {} } = now.derived;
  const ignoreChanges = all.filter((path) => !(path in immutable));
  const sizes = claimTemplates.map((_, index) => `spec.volumeClaimTemplates[${index}].spec.resources.requests.storage`);
  const paths = [...ignoreChanges, ...sizes].map((path) =>
    [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key)),
  );
  const kept = (from: Manifest, to: Manifest): Manifest =>
    paths.reduce<unknown>((manifest, keys) => withValue(manifest, keys, valueAt(from, keys)), to) as Manifest;
  return { ...now, real: kept(old.real, now.real), masked: kept(old.masked, now.masked) };
}

/** Data with another value at the keys; without the key if the value is undefined. */
function withValue(data: unknown, [key, ...rest]: Keys, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  if (!isMap(data)) return data;
  const { [key]: before, ...others } = data;
  if (before === undefined && value === undefined) return data;
  const inner = withValue(before ?? {}, rest, value);
  return inner === undefined ? others : { ...data, [key]: inner };
}

/** Places that are masked on both sides with different values. */
function hiddenDifferences(old: Side, now: Side): Keys[] {
  return differing(old.real, now.real, []).filter((keys) =>
    keys.some((_, index) => [old, now].some(({ masked }) => isMaskedText(valueAt(masked, keys.slice(0, index + 1))))),
  );
}

function differing(old: unknown, now: unknown, keys: Keys): Keys[] {
  if (isSame(old, now)) return [];
  const [before, after] = [old, now];
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      differing(before[index], after[index], [...keys, index]),
    ).flat();
  }
  if (isMap(before) && isMap(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .flatMap((key) => differing(before[key], after[key], [...keys, key]));
  }
  return [keys];
}

function configChanges(before: Derived, after: Derived): ConfigChange[] {
  const owners = [...new Set([...before.configs.keys(), ...after.configs.keys()])].filter(
    (owner) => !(after.paused.has(owner) && before.owners.has(owner)),
  );
  const changes = owners.map((owner) => ({ owner, old: before.configs.get(owner) ?? [], now: after.configs.get(owner) ?? [] }));
  return inOrder(
    changes.filter(({ old, now }) => !isSame(old, now)),
    ({ owner }) => owner,
  );
}

/** The claims of StatefulSets that grow one by one. */
function grownClaims(before: Derived, after: Derived): GrownClaim[] {
  return [...after.objects].flatMap(
    ([
      key,
      {
        real,
        derived: { claimTemplates = [] },
        isFrozen,
      },
    ]) => {
      const old = before.objects.get(key)?.derived.claimTemplates;
      if (!old || isFrozen) return [];
      const { replicas = 1 } = real.spec as { readonly replicas?: number };
      return claimTemplates.flatMap(({ name, size }) => {
        const was = old.find((template) => template.name === name)?.size;
        if (size === undefined || was === undefined || (quantityValue(size) ?? 0n) <= (quantityValue(was) ?? 0n)) return [];
        return Array.from({ length: replicas }, (_, ordinal) => ({
          claim: `${real.metadata.namespace}/${name}-${real.metadata.name}-${ordinal}`,
          size: String(size),
        }));
      });
    },
  );
}
