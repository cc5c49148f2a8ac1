import { replicasPath } from "../../lifecycle";
import { propertyKeys } from "../../text/property-path";
import type { Manifest } from "../../world/objects";
import { objectKey } from "../../world/objects";
import type { Change, ConfigChange, GrownClaim, Keys, ObjectChange } from "../change-model";
import { isMaskedText, secretMark, titleOf } from "../change-model";
import { isMap, valueAt } from "../differences";
import { documentIn, type State, type Step } from "./document";
import { inOrder, mergedConfigs, mergedObjects } from "./merged";
import { linesOfFiles, ownerIn, workloadIn } from "./readable-inputs";

/** The text is not the output of `pulumi preview --json`. */
export class NoPreviewError extends Error {
  override readonly name = "NoPreviewError";
}

/**
 * The change that the output of `pulumi preview --json` describes, of a program in any language. Other lines around the document do not matter.
 *
 * @throws NoPreviewError when the text contains no such document.
 */
export function changeOfPreview(text: string): Change {
  const document = documentIn(text);
  if (!document) throw new NoPreviewError("expected the output of `pulumi preview --json`: a JSON object with `steps`");
  const change = changeOfSteps(document.steps ?? []);
  const errors = (document.diagnostics ?? []).filter(({ severity }) => severity === "error");
  const failed = errors.length > 0 ? ["The preview ended with errors, so it may be incomplete, and this review too."] : [];
  return { ...change, notes: [...failed, ...change.notes] };
}

/** The change that steps of a preview describe. */
export function changeOfSteps(all: readonly Step[]): Change {
  const steps = all.filter(({ op }) => op in operations);
  const configs = steps.flatMap(generatedConfig);
  const objects = withReadable(mergedObjects(steps.flatMap(kubernetesObject)), configs);
  return {
    objects,
    configs: mergedConfigs(configs.flatMap(({ config }) => (config ? [config] : []))),
    claims: inOrder(steps.flatMap(grownClaim), ({ claim }) => claim),
    // A preview has no jobs that targets could be found for, only their lines.
    targets: [],
    notes: objects
      .filter(hasHiddenPods)
      .map(({ key }) => `${titleOf(key)} holds a secret, and the preview hides its containers: risks in them do not show.`),
  };
}

const hasHiddenPods = ({ old, now }: ObjectChange): boolean =>
  [old, now].some((manifest) => valueAt(manifest?.spec, ["template", "spec", "containers"]) === secretMark);

/** The resource states in steps of each kind. Steps of other kinds change nothing. */
const operations: Readonly<Record<string, { readonly old?: true; readonly now?: true; readonly isReplaced?: true }>> = {
  create: { now: true },
  import: { now: true },
  update: { old: true, now: true },
  delete: { old: true },
  replace: { old: true, now: true, isReplaced: true },
  "create-replacement": { now: true, isReplaced: true },
  "delete-replaced": { old: true, isReplaced: true },
};

const typeOf = ({ oldState, newState }: Step): string => (newState ?? oldState)?.type ?? "";

function kubernetesObject(step: Step): ObjectChange[] {
  const type = typeOf(step);
  if (!type.startsWith("kubernetes:") || type.endsWith("Patch")) return [];
  const { old: hasOld, now: hasNow, isReplaced } = operations[step.op] ?? {};
  const [old, now] = [hasOld && step.oldState, hasNow && step.newState].map((state) => (state ? manifestIn(state) : undefined));
  const named = now ?? old;
  if (!named) return [];
  return [
    {
      key: objectKey(named),
      ...(old && { old }),
      ...(now && { now }),
      ...(isReplaced && { isReplaced }),
      ...(step.oldState?.retainOnDelete && { isKept: true }),
      ...([step.oldState, step.newState].some(isScaled) && { isScaled: true }),
      hidden: hiddenIn(step, old, now),
    },
  ];
}

/** Whether others set the number of pods. */
const isScaled = (state: State | undefined): boolean => state?.ignoreChanges?.includes(replicasPath) ?? false;

/** The manifest in the inputs of a resource, without Pulumi's own additions. */
function manifestIn({ inputs = {} }: State): Manifest | undefined {
  const { __fieldManager: _, __initialApiVersion: __, status: ___, ...manifest } = withUnknown(inputs) as Readonly<Record<string, unknown>>;
  const { metadata } = manifest;
  if (!isMap(metadata) || typeof metadata.name !== "string" || typeof manifest.kind !== "string") return undefined;
  const { annotations, ...others } = metadata;
  const own = Object.entries(isMap(annotations) ? annotations : {}).filter(([key]) => !key.startsWith("pulumi.com/"));
  return { ...manifest, metadata: { ...others, ...(own.length > 0 && { annotations: Object.fromEntries(own) }) } } as unknown as Manifest;
}

/** The engine's text for an unknown value. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function withUnknown(value: unknown): unknown {
  if (value === unknownText) return "[unknown]";
  if (Array.isArray(value)) return value.map(withUnknown);
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknown(item)])) : value;
}

/** The places of changes whose values are masked on both sides. */
function hiddenIn({ detailedDiff }: Step, old: Manifest | undefined, now: Manifest | undefined): Keys[] {
  if (!old || !now) return [];
  return Object.keys(detailedDiff ?? {})
    .map(propertyKeys)
    .filter((keys) => [old, now].some((manifest) => isMasked(manifest, keys)));
}

const isMasked = (manifest: Manifest, keys: Keys): boolean =>
  keys.some((_, index) => isMaskedText(valueAt(manifest, keys.slice(0, index + 1))));

/** A piece of generated configuration, or of a workload whose secrets hide further values. */
interface Readable {
  readonly config?: ConfigChange;
  readonly workload?: { readonly key: string; readonly old?: Manifest; readonly now?: Manifest };
}

function generatedConfig(step: Step): Readable[] {
  if (typeOf(step) !== "victoriametrics:index:GeneratedConfig") return [];
  const { old: hasOld, now: hasNow } = operations[step.op] ?? {};
  const [old, now] = [hasOld && step.oldState?.inputs, hasNow && step.newState?.inputs].map((inputs) => inputs || undefined);
  const [before, after] = [old, now].map((inputs) => inputs && workloadIn(inputs));
  const workload = after ?? before;
  if (workload) return [{ workload: { key: objectKey(workload), ...(before && { old: before }), ...(after && { now: after }) } }];
  const owner = ownerIn(now) ?? ownerIn(old) ?? ownerByUrn(step.urn);
  return [{ config: { owner, old: linesOfFiles(old), now: linesOfFiles(now) } }];
}

/** States of older versions do not name the custom resource, but its component. */
function ownerByUrn(urn: string): string {
  const [, , types = "", name = ""] = urn.replace("urn:pulumi:", "").split("::");
  const kind = /victoriametrics:index:(VM\w+)\$/.exec(types)?.[1] ?? "VM";
  return `${kind}//${name.split(`-${kind.toLowerCase()}-`)[0]}`;
}

/** Workloads as their components show them: in their own inputs a whole list is hidden as soon as it holds one secret. */
function withReadable(objects: readonly ObjectChange[], readables: readonly Readable[]): ObjectChange[] {
  const workloads = new Map(readables.flatMap(({ workload }) => (workload ? [[workload.key, workload] as const] : [])));
  return objects.map((object) => {
    const workload = workloads.get(object.key);
    if (!workload) return object;
    const [old, now] = [withTemplate(object.old, workload.old), withTemplate(object.now, workload.now)];
    const hidden = object.hidden.filter((keys) => [old, now].some((manifest) => manifest && isMasked(manifest, keys)));
    return { ...object, ...(old && { old }), ...(now && { now }), hidden };
  });
}

/** The rest of a workload is as the engine knows it: others may own the number of pods. */
function withTemplate(manifest: Manifest | undefined, readable: Manifest | undefined): Manifest | undefined {
  const template = valueAt(readable?.spec, ["template"]);
  return manifest && template !== undefined ? { ...manifest, spec: { ...(manifest.spec as object), template } } : manifest;
}

function grownClaim(step: Step): GrownClaim[] {
  const { op, newState } = step;
  if (!typeOf(step).endsWith(":PersistentVolumeClaimPatch") || !newState || op === "delete") return [];
  const manifest = manifestIn({ inputs: { kind: "PersistentVolumeClaim", ...newState.inputs } });
  const size = valueAt(manifest?.spec, ["resources", "requests", "storage"]);
  return manifest && typeof size === "string" ? [{ claim: `${manifest.metadata.namespace ?? ""}/${manifest.metadata.name}`, size }] : [];
}
