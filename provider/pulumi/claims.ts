import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ClaimTemplate, DerivedObject } from "../derived";
import { podsIn } from "../lifecycle";
import { quantityValue } from "../text/quantity";
import type { ChildrenOptions } from "./child-options";
import { realise } from "./realise";
import { contentOf } from "./resolve";

/** Immutable paths of a StatefulSet: the sizes in its templates, which `growClaims` handles. */
export const claimSizes = (claimTemplates: readonly ClaimTemplate[] = []): string[] =>
  claimTemplates.map((_, index) => `spec.volumeClaimTemplates[${index}].spec.resources.requests.storage`);

/**
 * Gives each claim of a StatefulSet's pods the present size of its template. The template in the cluster keeps its first size, so claims of new pods
 * are resized as well.
 */
export async function growClaims(object: DerivedObject, statefulSet: pulumi.Resource, options: ChildrenOptions): Promise<void> {
  const { name, values, parent, canPatch } = options;
  const { role, manifest, claimTemplates = [] } = object;
  const sizes = Object.fromEntries(
    claimTemplates.flatMap(({ name: template, size }) => (size === undefined ? [] : [[template, String(size)]])),
  );
  if (Object.keys(sizes).length === 0) return;
  const now = realise(sizes, values) as pulumi.Inputs;
  const first = new pulumi.Stash(`${name}-${role}-claim-sizes`, { input: now }, { parent, ignoreChanges: ["input"] });
  const [before, present] = (await Promise.all([contentOf(first.output), contentOf(pulumi.output(now))])) as [Sizes, Sizes];
  if (pulumi.isUnknown(before) || pulumi.isUnknown(present)) return;
  const count = await podsOf(object, statefulSet);
  for (const [template, size] of Object.entries(present)) {
    const original = before[template] ?? size;
    const growth = (quantityValue(size) ?? 0n) - (quantityValue(original) ?? 0n);
    if (growth === 0n) continue;
    if (growth < 0n) throw shrinking(object, template, original, size, parent);
    if (canPatch) patchClaims(object, { template, size, count }, statefulSet, options);
    else
      void pulumi.log.warn(
        `the claims ${template}-${manifest.metadata.name}-… of the StatefulSet do not grow to ${size} by a manifest: set the size of each with kubectl`,
        parent,
      );
  }
}

type Sizes = Readonly<Record<string, string>>;

/** The number of pods; under an autoscaler, the number in the engine's last state of the object. */
async function podsOf({ lifecycle }: DerivedObject, statefulSet: pulumi.Resource): Promise<number> {
  const { number = 0, isScaled = false } = lifecycle?.pods ?? {};
  if (!isScaled) return number;
  const live = podsIn({ spec: await contentOf((statefulSet as kubernetes.apps.v1.StatefulSet).spec) });
  return Math.max(live ?? 0, number);
}

/** A claim template with a new size for all its claims. */
interface Growth {
  readonly template: string;
  readonly size: string;
  /** Number of the pods. */
  readonly count: number;
}

function patchClaims(
  { role, manifest }: DerivedObject,
  { template, size, count }: Growth,
  statefulSet: pulumi.Resource,
  options: ChildrenOptions,
): void {
  const { name, values, parent } = options;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const metadata = {
      name: realise(`${template}-${manifest.metadata.name}-${ordinal}`, values) as string,
      namespace: realise(manifest.metadata.namespace, values) as string,
      // A bound claim of a storage class that waits for a pod never counts as ready.
      annotations: { "pulumi.com/patchForce": "true", "pulumi.com/skipAwait": "true" },
    };
    const spec = { resources: { requests: { storage: size } } };
    new kubernetes.core.v1.PersistentVolumeClaimPatch(
      `${name}-${role}-${template}-${ordinal}`,
      { metadata, spec },
      { parent, dependsOn: [statefulSet], retainOnDelete: true },
    );
  }
}

function shrinking({ manifest }: DerivedObject, template: string, before: string, now: string, parent: pulumi.Resource): Error {
  const { kind, metadata } = manifest;
  const message = `${kind} ${metadata.namespace}/${metadata.name}: the claims ${template} cannot shrink from ${before} to ${now}: set the size back, or move the data to a new resource`;
  return new pulumi.ResourceError(message, parent, true);
}
