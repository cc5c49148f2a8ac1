import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { own } from "../text/own";
import { groupOf, type Manifest } from "../world/objects";
import { adopting, replaceable, withAnnotations } from "./annotations";
import { customResource, type ResourceClass, withSecretData } from "./children";
import { fieldManagerOf, withFieldManager } from "./field-manager";
import type { GroupObject } from "./group-objects";
import { realise } from "./realise";
import { ignoredStatus, type Owner, standingObjects, withoutDryRun } from "./standing-objects";

/** Adds a missing namespace to an object, unless its kind is cluster-scoped. */
export function withNamespace(
  { manifest, release }: Pick<GroupObject, "manifest" | "release">,
  namespace: string,
  isClusterKind: (manifest: Manifest) => boolean,
): Manifest {
  if (isClusterKind(manifest)) return release === undefined ? manifest : withoutNamespace(manifest);
  return { ...manifest, metadata: { ...manifest.metadata, namespace: manifest.metadata.namespace ?? namespace } };
}

/** The provider gives the release's namespace to all objects of a chart that it does not know as cluster-scoped. */
function withoutNamespace(manifest: Manifest): Manifest {
  const { namespace: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}

/** The options for registering objects without derivations. */
interface PassingThrough extends Owner {
  /** Name of the group. */
  readonly name: string;
  /** Existing objects of the cluster are taken over. */
  readonly adopt?: boolean;
}

/** Registers objects without derivations unchanged, and returns those that all others wait for: the Namespaces. */
export async function passThrough(objects: readonly GroupObject[], group: PassingThrough): Promise<pulumi.Resource[]> {
  const { name, parent, parentUrn, values, adopt } = group;
  const manager = fieldManagerOf(parentUrn);
  const standing = await standingObjects(
    objects.map(({ manifest }) => manifest),
    group,
  );
  const create = ({ manifest, dependencies }: GroupObject, first: readonly pulumi.Resource[]): pulumi.Resource => {
    const applied = withFieldManager(withAnnotations(manifest, { ...replaceable(manifest), ...(adopt && adopting(manifest)) }), manager);
    const args = withSecretData(realise(applied.manifest, values) as pulumi.Inputs);
    const options = {
      parent,
      dependsOn: [...dependencies, ...first],
      ignoreChanges: [...applied.ignoreChanges, ...ignoredStatus(manifest, group)],
      ...(standing.has(manifest) && withoutDryRun),
    };
    return new (typedClass(manifest) ?? customResource)(childName(name, manifest), args as never, options);
  };
  const isOf =
    (...kinds: string[]) =>
    ({ manifest }: GroupObject) =>
      kinds.includes(manifest.kind);
  const namespaces = objects.filter(isOf("Namespace")).map((object) => create(object, []));
  const definitions = objects.filter(isOf("CustomResourceDefinition")).map((object) => create(object, []));
  for (const object of objects) {
    if (!isOf("Namespace", "CustomResourceDefinition")(object)) create(object, [...namespaces, ...definitions]);
  }
  return namespaces;
}

function childName(group: string, { apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  return `${group}-${apiVersion}-${kind}-${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

type Modules = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, ResourceClass>>>>>>;

/** The class of the Kubernetes package for an object of Kubernetes' own API groups. */
function typedClass({ apiVersion, kind }: Manifest): ResourceClass | undefined {
  const group = groupOf(apiVersion);
  const [first = ""] = group.split(".");
  if (first !== group && !group.endsWith(".k8s.io")) return undefined;
  const version = apiVersion.split("/").at(-1) ?? "";
  const module = own(kubernetes as unknown as Modules, first === "" ? "core" : first);
  return own(own(module ?? {}, version) ?? {}, kind);
}
