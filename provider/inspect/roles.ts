import { isConvertible } from "../convert";
import { InvalidObjectsError, issuesOf, type RenderOptions } from "../render";
import { clusterKindsOf } from "../world/cluster-kinds";
import type { Issue } from "../world/issues";
import type { Manifest } from "../world/objects";
import { isCustomResource, readManifests } from "../world/read";
import { assumingReferences } from "./assumed-references";
import { rulesOf } from "./policy-rules";
import { type MadeObject, type Right, rightsFor, rightsToGrant, rightsToRead, rightToRead } from "./rights";

/** How roles are made. */
export interface RolesOptions extends Naming, Pick<RenderOptions, "namespace" | "defaults" | "arguments" | "onProgress"> {}

/** Names of and in roles. */
export interface Naming {
  /** Name of the roles. */
  readonly name: string;
  /** The ServiceAccount that they are bound to: `namespace/name`. Default: bindings are left out. */
  readonly serviceAccount?: string;
}

/** Roles, and what was found in the manifests. */
export interface Roles {
  readonly roles: readonly Manifest[];
  readonly issues: readonly Issue[];
}

const apiVersion = "rbac.authorization.k8s.io/v1";

/**
 * The roles that an identity needs to run `pulumi up`, `preview`, `refresh` and `destroy` over a ConfigGroup of these manifests: a Role for each
 * namespace, and a ClusterRole where objects belong to no namespace.
 *
 * @throws InvalidObjectsError when objects are invalid, since what follows from them is not known then.
 */
export function rolesFor(objects: readonly unknown[], { name, serviceAccount, ...options }: RolesOptions): Roles {
  const naming = { name, serviceAccount };
  const { prepared, assembly, issues: assumptions, references } = assumingReferences(objects, options);
  const issues = issuesOf(prepared, assembly).filter(({ missing }) => missing === undefined);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidObjectsError(errors);
  const derived = [...assembly.derived.values()].flatMap(({ derivation }) =>
    derivation.objects.map(({ manifest, retainOnDelete, isPatch }): MadeObject => ({ manifest, isRetained: retainOnDelete, isPatch })),
  );
  const others = otherObjects(objects, options.namespace);
  const made = [...derived, ...others.map((manifest): MadeObject => ({ manifest }))];
  const labels = [...assembly.issues, ...[...assembly.derived.values()].flatMap((one) => one.issues)].flatMap(({ missing }) =>
    missing?.kind === "Namespace" ? [missing.name] : [],
  );
  const rights = [
    ...rightsOfStack(made, others),
    ...references.map((object) => rightToRead(`${object.kind.toLowerCase()}s`, object.name, object.namespace)),
    ...labels.map((namespace) => rightToRead("namespaces", namespace)),
  ];
  return { roles: rolesOf(rights, naming), issues: [...issues, ...assumptions] };
}

/** The same roles for the objects of a program, and for those that it reads. */
export function rolesForObjects(made: readonly MadeObject[], read: readonly Manifest[], naming: Naming): Manifest[] {
  const manifests = made.map(({ manifest }) => manifest);
  return rolesOf([...rightsOfStack(made, manifests), ...rightsToRead(read, manifests)], naming);
}

/** The rights for objects, by the names of the definitions among them. */
const rightsOfStack = (made: readonly MadeObject[], definitions: readonly Manifest[]): Right[] => [
  ...rightsFor(made, definitions),
  ...rightsToGrant(made.map(({ manifest }) => manifest)),
];

/** Objects that nothing is derived from, which a ConfigGroup makes as they are. */
function otherObjects(objects: readonly unknown[], namespace = "default"): Manifest[] {
  const { manifests } = readManifests(objects);
  const isClusterKind = clusterKindsOf(manifests);
  return manifests
    .filter((manifest) => !isCustomResource(manifest) && !isConvertible(manifest))
    .map((manifest) =>
      isClusterKind(manifest)
        ? manifest
        : { ...manifest, metadata: { ...manifest.metadata, namespace: manifest.metadata.namespace ?? namespace } },
    );
}

/** The place of rights without a namespace, before all namespaces. */
const wholeCluster = "";

/** A role for each place of rights, with its binding. */
function rolesOf(rights: readonly Right[], { name, serviceAccount }: Naming): Manifest[] {
  const places = [...new Set(rights.map(({ namespace = wholeCluster }) => namespace))].sort();
  return places.flatMap((place) => {
    const namespace = place === wholeCluster ? undefined : place;
    const kind = namespace === undefined ? "ClusterRole" : "Role";
    const metadata = { name, ...(namespace !== undefined && { namespace }) };
    const role: Manifest = { apiVersion, kind, metadata, rules: rulesOf(rights.filter((right) => right.namespace === namespace)) };
    if (serviceAccount === undefined) return [role];
    const [ofAccount, account] = serviceAccount.split("/");
    const binding: Manifest = {
      apiVersion,
      kind: `${kind}Binding`,
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name },
      subjects: [{ kind: "ServiceAccount", namespace: ofAccount, name: account }],
    };
    return [role, binding];
  });
}
