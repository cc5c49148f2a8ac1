import * as pulumi from "@pulumi/pulumi";
import { RefusedError } from "../sources/api-server";
import type { Access } from "../sources/kubeconfig";
import { isReadable, type LiveObject, readLive } from "../sources/live-workload";
import { remembered } from "../text/remembering";
import type { Manifest } from "../world/objects";
import type { ChildrenOptions } from "./child-options";
import { accessFrom } from "./cluster-access";
import { fieldManager, fieldManagerOf } from "./field-manager";
import { realise } from "./realise";

/** The owner of objects: a component or a group. */
export type Owner = Pick<ChildrenOptions, "parent" | "parentUrn" | "values" | "canPatch">;

/**
 * The owner's objects that are in the cluster already, in a preview; none in an update, or where the cluster cannot be read.
 *
 * The Kubernetes provider creates the new object of a replacement by a dry run in a preview. The object of before, deleted only in the update, still
 * has the name then, so the API server takes the creation for a change of it, and refuses that: `field is immutable`, `updates to statefulset spec …
 * are forbidden`. `withoutDryRun` keeps the provider from it.
 */
export async function standingObjects(manifests: readonly Manifest[], owner: Owner): Promise<ReadonlySet<Manifest>> {
  const candidates = manifests.filter(({ kind }) => isReadable(kind));
  if (candidates.length === 0 || !owner.canPatch || !pulumi.runtime.isDryRun()) return new Set();
  const cluster = await readableCluster(owner.parent);
  if (!cluster) return new Set();
  const found = await Promise.all(candidates.map(async (manifest) => ((await cluster.has(manifest, owner)) ? [manifest] : [])));
  return new Set(found.flat());
}

/** Fields of an object that `withoutDryRun` sets, to be ignored in all runs: those of a preview must be the same as those of the update after it. */
export const ignoredStatus = ({ kind }: Manifest, { canPatch }: Pick<Owner, "canPatch">): string[] =>
  isReadable(kind) && canPatch ? ["status"] : [];

/**
 * Options that give an object an unknown status, which it is: the provider leaves out the dry run of a creation with an unknown value. In an update the
 * engine ignores it. In a replacement the engine takes all values of the program, and prints the changed ones alone, of which this is none.
 */
export const withoutDryRun: pulumi.CustomResourceOptions = {
  transformations: [({ props, opts }) => ({ props: { ...props, status: pulumi.output(pulumi.unknown) }, opts })],
};

/** A cluster that is read as long as it answers. */
class ReadableCluster {
  readonly #access: Access;
  #answers = true;

  constructor(access: Access) {
    this.#access = access;
  }

  /** Whether an object of the owner is there. */
  async has(manifest: Manifest, { values, parentUrn }: Owner): Promise<boolean> {
    const { name, namespace } = realise(manifest.metadata, values) as { readonly name: unknown; readonly namespace: unknown };
    if (!this.#answers || typeof name !== "string" || typeof namespace !== "string") return false;
    const live = await readLive(this.#access, { kind: manifest.kind, name, namespace }).catch((error: unknown) => this.#missing(error));
    const manager = manifest.metadata.annotations?.[fieldManager] ?? fieldManagerOf(parentUrn);
    return live !== undefined && isOf(manager, live);
  }

  /** Each further request to a cluster that gives no answer would take as long again. */
  #missing(error: unknown): undefined {
    this.#answers &&= error instanceof RefusedError;
  }
}

/** Provider's own names for field managers: those of objects that earlier versions of this package made. */
const randomManager = /^pulumi-kubernetes-[0-9a-f]{8}$/;

/** Whether an object belongs to the owner with this field manager. */
function isOf(manager: string, { metadata: { annotations, managedFields = [] } }: LiveObject): boolean {
  const stated = annotations?.[fieldManager];
  return stated === undefined ? managedFields.some((field) => randomManager.test(field.manager ?? "")) : stated === manager;
}

/** The clusters by the accesses to them. */
const clusters = new WeakMap<Access, ReadableCluster>();

/** The cluster of a component's children; undefined where there is no access. */
async function readableCluster(parent: pulumi.Resource): Promise<ReadableCluster | undefined> {
  const access = await accessFrom(parent).catch(() => undefined);
  return access && remembered(clusters, access, () => new ReadableCluster(access));
}
