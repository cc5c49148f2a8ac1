import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { DerivedObject } from "../derived";
import { podsIn, withoutReplicas } from "../lifecycle";
import { isWorkload } from "../review/rollouts";
import { type Manifest, objectKey } from "../world/objects";
import { adopting, replaceable, unawaited, withAnnotations } from "./annotations";
import { type ChildrenOptions, ignoredFields, timeoutsOf } from "./child-options";
import { claimSizes, growClaims } from "./claims";
import { fieldManager, fieldManagerOf, withFieldManager } from "./field-manager";
import { longArguments } from "./long-arguments";
import { previewHook } from "./preview-hook";
import { readinessHook } from "./readiness-hook";
import { realise } from "./realise";
import { contentOf } from "./resolve";
import { reviewHook } from "./review-hooks";
import { rolloutHook } from "./rollout-hook";
import { ignoredStatus, standingObjects, withoutDryRun } from "./standing-objects";

export type ResourceClass = new (name: string, args: never, options?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

interface Registration {
  readonly create: ResourceClass;
  /** Kinds of the same component that must exist first. */
  readonly after?: readonly string[];
}

/** The prerequisites of a pod. Services are not among them: they wait for the pods. */
const podNeeds = ["ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding", "Secret", "ConfigMap"];
const { apps, autoscaling, core, networking, policy, rbac } = kubernetes;

const registrations: Readonly<Record<string, Registration>> = {
  "v1/ServiceAccount": { create: core.v1.ServiceAccount },
  "v1/Service": { create: core.v1.Service },
  "v1/Secret": { create: core.v1.Secret },
  "v1/ConfigMap": { create: core.v1.ConfigMap },
  "v1/PersistentVolumeClaim": { create: core.v1.PersistentVolumeClaim },
  "rbac.authorization.k8s.io/v1/ClusterRole": { create: rbac.v1.ClusterRole },
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": { create: rbac.v1.ClusterRoleBinding, after: ["ClusterRole", "ServiceAccount"] },
  "rbac.authorization.k8s.io/v1/Role": { create: rbac.v1.Role },
  "rbac.authorization.k8s.io/v1/RoleBinding": { create: rbac.v1.RoleBinding, after: ["Role", "ServiceAccount"] },
  "apps/v1/Deployment": { create: apps.v1.Deployment, after: podNeeds },
  "apps/v1/StatefulSet": { create: apps.v1.StatefulSet, after: podNeeds },
  "apps/v1/DaemonSet": { create: apps.v1.DaemonSet, after: podNeeds },
  "autoscaling/v2/HorizontalPodAutoscaler": { create: autoscaling.v2.HorizontalPodAutoscaler },
  "policy/v1/PodDisruptionBudget": { create: policy.v1.PodDisruptionBudget },
  "networking.k8s.io/v1/NetworkPolicy": { create: networking.v1.NetworkPolicy },
  "networking.k8s.io/v1/Ingress": { create: networking.v1.Ingress },
};

/** Registers derived objects as children of a component, each after its prerequisites. */
export async function registerChildren(objects: readonly DerivedObject[], options: ChildrenOptions): Promise<void> {
  const standing = await standingObjects(
    objects.filter(isOwn).map(({ manifest }) => manifest),
    options,
  );
  const registered: { kind: string; role: string; resource: pulumi.Resource }[] = [];
  for (const object of objects.toSorted((left, right) => needs(left) - needs(right))) {
    const isNeeded = (kind: string, role: string): boolean =>
      (registrationOf(object.manifest).after?.includes(kind) || object.after?.includes(role)) ?? false;
    const siblings = registered.filter(({ kind, role }) => isNeeded(kind, role)).map(({ resource }) => resource);
    if (object.immutable) await guard(object.immutable, object, options);
    const resource = registerChild(object, siblings, options, standing.has(object.manifest));
    registered.push({ kind: object.manifest.kind, role: object.role, resource });
    if (!options.paused) await growClaims(object, resource, options);
  }
}

/** The classes for objects of others. */
const patches: Readonly<Record<string, ResourceClass>> = { Secret: core.v1.SecretPatch, ConfigMap: core.v1.ConfigMapPatch };

const needs = ({ manifest }: DerivedObject): number => registrationOf(manifest).after?.length ?? 0;

const registrationOf = ({ apiVersion, kind }: Manifest): Registration =>
  registrations[`${apiVersion}/${kind}`] ?? { create: customResource };

/** A class for kinds that the Kubernetes package has no type for. */
export const customResource = class extends kubernetes.apiextensions.CustomResource {} as unknown as ResourceClass;

function registerChild(
  object: DerivedObject,
  siblings: readonly pulumi.Resource[],
  options: ChildrenOptions,
  isStanding: boolean,
): pulumi.Resource {
  const { name, values, parent, dependencies, paused } = options;
  const { role, retainOnDelete, ignoreChanges = [] } = object;
  const manifest = options.adopt ? withoutReplicasOfOthers(object) : object.manifest;
  const long = longArguments(object, values);
  const annotations = {
    ...pulumiAnnotations(object),
    ...replaceable(manifest),
    ...(options.adopt && adopting(manifest)),
    ...long?.annotations,
  };
  const annotated = withAnnotations(manifest, annotations);
  // Of a shared object the annotation with the field manager belongs to the others, who have more to lose.
  const applied = object.isShared
    ? { manifest: annotated, ignoreChanges: [] }
    : withFieldManager(annotated, fieldManagerOf(options.parentUrn));
  const args = withSecretData(realise(applied.manifest, values) as pulumi.Inputs, options.shown.has(role));
  const status = isOwn(object) ? ignoredStatus(manifest, options) : [];
  const ownIgnored = [...applied.ignoreChanges, ...ignoreChanges, ...claimSizes(object.claimTemplates), ...status];
  const create = (object.isPatch && patches[manifest.kind]) || registrationOf(manifest).create;
  return new create(`${name}-${role}`, args as never, {
    parent,
    dependsOn: [...dependencies, ...siblings],
    ...(retainOnDelete && { retainOnDelete }),
    ignoreChanges: paused && !object.whilePaused ? ["*"] : [...ownIgnored, ...ignoredFields(object, options.options)],
    customTimeouts: timeoutsOf(object, options.options),
    ...(long && { hideDiffs: [...long.hideDiffs] }),
    ...hooksOf(object, options),
    ...(isStanding && withoutDryRun),
  });
}

/** Whether the object is nobody else's. */
const isOwn = ({ isPatch, isShared }: DerivedObject): boolean => !isPatch && !isShared;

/** The object without the number of pods set by an autoscaler, which taking over must not reset. */
const withoutReplicasOfOthers = ({ manifest, lifecycle }: DerivedObject): Manifest =>
  lifecycle?.pods?.isScaled ? withoutReplicas(manifest) : manifest;

/** Warnings about an update during its preview, the wait for its pods, and the reason why these do not become ready. */
function hooksOf(object: DerivedObject, options: ChildrenOptions): Pick<pulumi.CustomResourceOptions, "hooks"> {
  const shrinking = object.shrinking ? shrinkingHook(object, object.shrinking, options) : [];
  const review = isWorkload(objectKey(object.manifest)) ? reviewHook(options.parentUrn, object.role, options.parent) : [];
  const beforeUpdate = [...shrinking, ...review];
  const all = { beforeUpdate, afterUpdate: rolloutHook(object, options), onError: readinessHook(object, options) };
  const hooks = Object.fromEntries(Object.entries(all).filter(([, some]) => some.length > 0));
  return Object.keys(hooks).length > 0 ? { hooks } : {};
}

/** Compares the number of pods with the former one, also in the preview. */
function shrinkingHook({ role, manifest }: DerivedObject, warning: string, { parent, parentUrn }: ChildrenOptions): pulumi.ResourceHook[] {
  const compare = ({ oldInputs, newInputs }: pulumi.ResourceHookArgs): void => {
    const [before, now] = [podsIn(oldInputs), podsIn(newInputs)];
    if (before === undefined || now === undefined || now >= before) return;
    void pulumi.log.warn(`${manifest.kind} ${manifest.metadata.name} goes from ${before} to ${now} pods: ${warning}`, parent);
  };
  return previewHook(`${parentUrn}::${role}-shrinking`, compare);
}

/**
 * All data of a Secret is secret, even if it was given as plain text. So is the data of a ConfigMap that is also shown as readable text: as a secret
 * it takes one line of a difference. The engine prints an object whole if all its differences are hidden.
 */
export function withSecretData(args: pulumi.Inputs, isShown = false): pulumi.Inputs {
  if (args.kind !== "Secret" && !isShown) return args;
  const fields = ["data", "stringData", "binaryData"].filter((field) => typeof args[field] === "object" && args[field] !== null);
  return { ...args, ...Object.fromEntries(fields.map((field) => [field, secretEntries(args[field] as pulumi.Inputs)])) };
}

const secretEntries = (data: pulumi.Inputs): pulumi.Input<pulumi.Inputs> =>
  pulumi.Output.isInstance(data)
    ? pulumi.secret(data)
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, pulumi.secret(value)]));

/** Records the first values of immutable fields, and refuses other values later: a replacement would lose the object's data. */
async function guard(
  immutable: Readonly<Record<string, string>>,
  { role, manifest }: DerivedObject,
  { name, values, parent }: ChildrenOptions,
): Promise<void> {
  const input = realise(immutable, values) as pulumi.Inputs;
  const first = new pulumi.Stash(`${name}-${role}-immutable`, { input }, { parent, ignoreChanges: ["input"] });
  const [before, now] = (await Promise.all([contentOf(first.output), contentOf(pulumi.output(input))])) as [Texts, Texts];
  if (pulumi.containsUnknowns([before, now])) return;
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]);
  if (changed.length === 0) return;
  const object = `${manifest.kind} ${manifest.metadata.namespace}/${manifest.metadata.name}`;
  const lines = changed.map((path) => `  ${path}: was ${before[path] ?? "not set"}, is now ${now[path] ?? "not set"}`);
  throw new pulumi.ResourceError(
    `${object} cannot change these fields in a cluster:\n${lines.join("\n")}\n` +
      "To move to a new claim: back the data up (vmbackup), give the resource another metadata.name or Pulumi name, run `pulumi up`, restore " +
      "into the new claim (vmrestore), and delete the old claim by hand when it is no longer needed. To go on as it was, set the fields back.",
    parent,
    true,
  );
}

type Texts = Readonly<Record<string, string>>;

function pulumiAnnotations({ manifest: { kind }, lifecycle }: DerivedObject): Record<string, string> {
  if (lifecycle?.isIdle) return unawaited;
  // A claim outlives the component, and the next one must be able to take it over. With a storage class that waits for a pod, the provider treats
  // only pending claims as ready, and would wait for a bound one in vain; the pods wait for their claim anyway.
  if (kind === "PersistentVolumeClaim") return { [fieldManager]: "pulumi-victoriametrics", ...unawaited };
  return {};
}
