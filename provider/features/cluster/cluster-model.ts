import type { Context } from "../../context";
import type { ApplicationName } from "../../defaults";
import { httpServer } from "../../workload/http-server";
import { type Labels, selectorLabels } from "../../workload/labels";
import type { License } from "../../workload/license-fields";
import type { PlainFields } from "../../workload/plain";
import type { Identity, ResourceSpec } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";

import type { BalancerSpec, clusterFields, PartSpec } from "./cluster-fields";
import { balancerServices, type Member, type PartServices, partServices, type ServiceShape, type Side } from "./cluster-services";

/** The fields of all clusters. */
export type ClusterSpec = ResourceSpec & PlainFields<typeof clusterFields> & { readonly license?: License };

type Resource = CustomResource<ClusterSpec>;

/** The applications of a cluster that hold, read and write its data. */
export type PartRole = "storage" | "select" | "insert";

export type Role = PartRole | "balancer";

/** The names of a cluster and its applications, by its kind: those of a VMCluster begin with `vm`. */
export interface Family {
  readonly prefix: "vm" | "vl" | "vt";
  /** Names of the spec's fields with the applications. */
  readonly fields: Readonly<Record<PartRole, string>>;
  /** The applications that become StatefulSets: their pods have their names from a headless Service. */
  readonly stateful: readonly PartRole[];
  /** The type of their Services may be given only together with the address `None`. */
  readonly fixesTypes?: boolean;
  readonly balancer: BalancerKind;
}

/** The load balancer of a kind of clusters. */
interface BalancerKind {
  /** Prefix of hosts in its configuration: `srv+` asks for SRV records. */
  readonly hostPrefix: "srv+" | "";
  /** The routes of its configuration, the first that fits winning. */
  readonly routes: readonly { readonly paths: readonly string[]; readonly part: "select" | "insert" }[];
  /** Its flags stand in the order of their origin, and it pauses before it stops only if it is told to. */
  readonly isPlain?: boolean;
}

/** An application of a cluster with its Services. */
export interface Part<Own extends PartSpec = PartSpec> extends Member<Own> {
  readonly services: PartServices;
}

/** A cluster, with data that several of its objects need. */
export interface ClusterOf<Spec, Storage extends PartSpec, Select extends PartSpec, Insert extends PartSpec> {
  readonly family: Family;
  readonly resource: CustomResource<ClusterSpec & Spec>;
  readonly storage?: Part<Storage>;
  readonly select?: Part<Select>;
  readonly insert?: Part<Insert>;
  readonly balancer?: Part<BalancerSpec>;
}

/** A cluster of any kind. */
export type AnyCluster = ClusterOf<object, PartSpec, PartSpec, PartSpec>;

/** The spec of an application, as far as it is there, and the shape of its own Service. */
interface GivenPart<Own extends PartSpec> {
  readonly spec: Own | undefined;
  readonly service: (member: Member<Own>) => ServiceShape;
}

interface GivenParts<Storage extends PartSpec, Select extends PartSpec, Insert extends PartSpec> {
  readonly storage: GivenPart<Storage>;
  readonly select: GivenPart<Select>;
  readonly insert: GivenPart<Insert>;
}

export function clusterWith<Spec, Storage extends PartSpec, Select extends PartSpec, Insert extends PartSpec>(
  family: Family,
  resource: CustomResource<ClusterSpec & Spec>,
  given: GivenParts<Storage, Select, Insert>,
  context: Context,
): ClusterOf<Spec, Storage, Select, Insert> {
  const { spec } = resource;
  const balancer = memberOf(family, resource, "balancer", balancerSpec(spec), context);
  const { disableSelectBalancing, disableInsertBalancing } = spec.requestsLoadBalancer ?? {};
  const side = (name: Side["name"], isOff = false): Side | undefined =>
    balancer && !isOff ? { name, balancer, internalName: objectName(family, resource, name, "internal") } : undefined;
  const partOf = <Own extends PartSpec>(role: PartRole, { spec: own, service }: GivenPart<Own>, behind?: Side): Part<Own> | undefined => {
    const member = memberOf(family, resource, role, withVersion(spec, own), context);
    return member && { ...member, services: partServices(member, service(member), behind) };
  };
  return {
    family,
    resource,
    storage: partOf("storage", given.storage),
    select: partOf("select", given.select, side("select", disableSelectBalancing)),
    insert: partOf("insert", given.insert, side("insert", disableInsertBalancing)),
    balancer: balancer && { ...balancer, services: balancerServices(balancer) },
  };
}

/** The parts that a cluster has, in the order in which they are put up. */
export function partsOf<Spec, Storage extends PartSpec, Select extends PartSpec, Insert extends PartSpec>({
  storage,
  select,
  insert,
  balancer,
}: ClusterOf<Spec, Storage, Select, Insert>): (Part<Storage> | Part<Select> | Part<Insert> | Part<BalancerSpec>)[] {
  return [storage, select, insert, balancer].filter((part) => part !== undefined);
}

/** The setting with the defaults of an application. */
export const applicationOf = ({ prefix }: Family, role: Role): ApplicationName => (role === "balancer" ? "vmauth" : `${prefix}${role}`);

/** Path of the field with an application. */
export const pathOf = ({ fields }: Family, role: Role): string =>
  role === "balancer" ? "spec.requestsLoadBalancer.spec" : `spec.${fields[role]}`;

/** The name of an application's objects, without that of the cluster. */
const baseName = ({ prefix }: Family, role: Role | "cluster"): string => `${prefix}${role === "balancer" ? "clusterlb" : role}`;

/** The name of objects of a cluster: `vmselect-main`, with `useLegacyNaming` `main-vmselect`. */
export function objectName(family: Family, { metadata, spec }: Resource, role: Role | "cluster", suffix: "" | "internal" = ""): string {
  const object = baseName(family, role);
  if (!spec.useLegacyNaming) return `${object}${suffix}-${metadata.name}`;
  return [metadata.name, object, ...(suffix ? [suffix] : [])].join("-");
}

/** The names of objects that belong to the cluster as a whole. */
export function ownIdentity({ family, resource }: Pick<AnyCluster, "family" | "resource">): Identity {
  const selector = selectorLabels(baseName(family, "cluster"), resource.metadata.name);
  return identityOf(family, resource, objectName(family, resource, "cluster"), selector);
}

function identityOf(family: Family, { metadata, spec }: Resource, name: string, selector: Labels): Identity {
  const { labels, annotations } = spec.managedMetadata ?? {};
  return {
    name,
    namespace: metadata.namespace,
    labels: { ...labels, "app.kubernetes.io/part-of": baseName(family, "cluster"), ...selector },
    annotations,
  };
}

function memberOf<MemberSpec extends PartSpec>(
  family: Family,
  resource: Resource,
  role: Role,
  own: MemberSpec | undefined,
  context: Context,
): Member<MemberSpec> | undefined {
  if (!own) return undefined;
  const { license, serviceAccountName } = resource.spec;
  const label = role === "balancer" ? `${baseName(family, role)}-vmauth-balancer` : baseName(family, role);
  const selector = selectorLabels(label, resource.metadata.name);
  const application = applicationOf(family, role);
  const workload = {
    ...identityOf(family, resource, objectName(family, resource, role), selector),
    application,
    defaults: context.defaults[application],
    spec: withSharedFields(resource.spec, own),
    path: pathOf(family, role),
    license: (role === "balancer" && resource.spec.requestsLoadBalancer?.spec?.license) || license,
    serviceAccountName: serviceAccountName || ownIdentity({ family, resource }).name,
    selectorLabels: selector,
    // No other node could take over while a storage node waits.
    ...(role === "storage" && { stopsAtOnce: true as const }),
  };
  return { workload, server: httpServer(workload, context) };
}

/** The fields of a part with the cluster's settings for all parts. */
function withSharedFields<MemberSpec extends PartSpec>(cluster: ClusterSpec, own: MemberSpec): MemberSpec {
  const imagePullSecrets = [...(own.imagePullSecrets ?? []), ...(cluster.imagePullSecrets ?? [])];
  return {
    ...own,
    useStrictSecurity: own.useStrictSecurity ?? cluster.useStrictSecurity,
    ...(imagePullSecrets.length > 0 && { imagePullSecrets }),
  };
}

/** The fields of a part whose version is that of the cluster. */
function withVersion<Own extends PartSpec>({ clusterVersion }: ClusterSpec, own: Own | undefined): Own | undefined {
  return own && { ...own, componentVersion: own.componentVersion || clusterVersion };
}

/** The load balancer has no Service beside its own. */
function balancerSpec({ requestsLoadBalancer }: ClusterSpec): BalancerSpec | undefined {
  const { enabled, spec: own = {} } = requestsLoadBalancer ?? {};
  if (!enabled) return undefined;
  return { ...own, ...(own.serviceSpec && { serviceSpec: { ...own.serviceSpec, useAsDefault: true } }) };
}
