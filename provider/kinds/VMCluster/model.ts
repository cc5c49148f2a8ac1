import type { Context } from "../../context";
import type { ApplicationName } from "../../defaults";
import type { WorkloadSpec } from "../../features/workload-fields";
import { httpServer } from "../../workload/http-server";
import { type Labels, selectorLabels } from "../../workload/labels";
import { plain } from "../../workload/plain";
import type { Identity } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { BalancerSpec, InsertSpec, Member, SelectSpec, Spec, StorageSpec } from "./members";
import type { VMClusterSpec } from "./schema";
import { balancerServices, insertService, type PartServices, partServices, type Side, selectService, storageService } from "./services";

type Resource = CustomResource<Spec>;

/** An application of a cluster with its Services. */
export interface Part<PartSpec extends WorkloadSpec = WorkloadSpec> extends Member<PartSpec> {
  readonly services: PartServices;
}

export type AnyPart = Part<StorageSpec | SelectSpec | InsertSpec | BalancerSpec>;

/** A cluster, with data that several of its objects need. */
export interface Cluster {
  readonly resource: Resource;
  readonly vmstorage?: Part<StorageSpec>;
  readonly vmselect?: Part<SelectSpec>;
  readonly vminsert?: Part<InsertSpec>;
  readonly balancer?: Part<BalancerSpec>;
}

export function clusterOf(given: CustomResource<VMClusterSpec>, context: Context): Cluster {
  const resource = plain(given);
  const { spec } = resource;
  const member = <MemberSpec extends WorkloadSpec>(role: Role, own: MemberSpec | undefined) =>
    own && memberOf(resource, role, own, context);
  const balancer = member("balancer", balancerSpec(spec));
  const vmstorage = member("vmstorage", storageSpec(spec));
  const vmselect = member("vmselect", withVersion(spec, spec.vmselect));
  const vminsert = member("vminsert", withVersion(spec, spec.vminsert));
  const { disableSelectBalancing, disableInsertBalancing } = spec.requestsLoadBalancer ?? {};
  const side = (name: Side["name"], role: Role, isOff = false): Side | undefined =>
    balancer && !isOff ? { name, balancer, internalName: objectName(resource, role, "internal") } : undefined;
  return {
    resource,
    vmstorage: vmstorage && { ...vmstorage, services: partServices(vmstorage, storageService(vmstorage, context), undefined) },
    vmselect: vmselect && {
      ...vmselect,
      services: partServices(vmselect, selectService(vmselect), side("select", "vmselect", disableSelectBalancing)),
    },
    vminsert: vminsert && {
      ...vminsert,
      services: partServices(vminsert, insertService(vminsert), side("insert", "vminsert", disableInsertBalancing)),
    },
    balancer: balancer && { ...balancer, services: balancerServices(balancer) },
  };
}

/** The parts that a cluster has, in the order in which they are put up. */
export function partsOf({ vmstorage, vmselect, vminsert, balancer }: Cluster): AnyPart[] {
  return [vmstorage, vmselect, vminsert, balancer].filter((part) => part !== undefined);
}

/** An application by its role in a cluster. */
interface RoleSettings {
  readonly application: ApplicationName;
  /** The name of its objects, beside the cluster's name. */
  readonly object: string;
  /** Its value of the label `app.kubernetes.io/name`. */
  readonly label: string;
  readonly path: string;
}

const part = (application: "vmstorage" | "vmselect" | "vminsert"): RoleSettings => ({
  application,
  object: application,
  label: application,
  path: `spec.${application}`,
});

const roles = {
  vmstorage: part("vmstorage"),
  vmselect: part("vmselect"),
  vminsert: part("vminsert"),
  balancer: {
    application: "vmauth",
    object: "vmclusterlb",
    label: "vmclusterlb-vmauth-balancer",
    path: "spec.requestsLoadBalancer.spec",
  },
} as const satisfies Readonly<Record<string, RoleSettings>>;

export type Role = keyof typeof roles;

/** The name of objects of a cluster: `vmselect-main`, with `useLegacyNaming` `main-vmselect`. */
export function objectName({ metadata, spec }: Resource, role: Role | "vmcluster", suffix: "" | "internal" = ""): string {
  const object = role === "vmcluster" ? role : roles[role].object;
  if (!spec.useLegacyNaming) return `${object}${suffix}-${metadata.name}`;
  return [metadata.name, object, ...(suffix ? [suffix] : [])].join("-");
}

/** The name of a cluster's objects that belong to no part. */
export function ownIdentity(resource: Resource): Identity {
  return identityOf(resource, objectName(resource, "vmcluster"), selectorLabels("vmcluster", resource.metadata.name));
}

function identityOf({ metadata, spec }: Resource, name: string, selector: Labels): Identity {
  const { labels, annotations } = spec.managedMetadata ?? {};
  return {
    name,
    namespace: metadata.namespace,
    labels: { ...labels, "app.kubernetes.io/part-of": "vmcluster", ...selector },
    annotations,
  };
}

function memberOf<MemberSpec extends WorkloadSpec>(resource: Resource, role: Role, own: MemberSpec, context: Context): Member<MemberSpec> {
  const { application, label, path } = roles[role];
  const { license, serviceAccountName } = resource.spec;
  const selector = selectorLabels(label, resource.metadata.name);
  const workload = {
    ...identityOf(resource, objectName(resource, role), selector),
    application,
    defaults: context.defaults[application],
    spec: withSharedFields(resource.spec, own),
    path,
    license: (role === "balancer" && resource.spec.requestsLoadBalancer?.spec?.license) || license,
    serviceAccountName: serviceAccountName || ownIdentity(resource).name,
    selectorLabels: selector,
  };
  return { workload, server: httpServer(workload, context) };
}

/** The fields of a part with the cluster's settings for all parts. */
function withSharedFields<MemberSpec extends WorkloadSpec>(cluster: Spec, own: MemberSpec): MemberSpec {
  const imagePullSecrets = [...(own.imagePullSecrets ?? []), ...(cluster.imagePullSecrets ?? [])];
  return {
    ...own,
    useStrictSecurity: own.useStrictSecurity ?? cluster.useStrictSecurity,
    ...(imagePullSecrets.length > 0 && { imagePullSecrets }),
  };
}

/** The fields of a part whose version is that of the cluster. */
function withVersion<PartSpec extends WorkloadSpec>({ clusterVersion }: Spec, own: PartSpec | undefined): PartSpec | undefined {
  return own && { ...own, componentVersion: own.componentVersion || clusterVersion };
}

/** Storage nodes stop at once: no other node could take over while they wait. */
function storageSpec(cluster: Spec): StorageSpec | undefined {
  const own = withVersion(cluster, cluster.vmstorage);
  return own && { ...own, preStopSleepSeconds: 0 };
}

/** The load balancer has no Service beside its own. */
function balancerSpec({ requestsLoadBalancer }: Spec): BalancerSpec | undefined {
  const { enabled, spec: own = {} } = requestsLoadBalancer ?? {};
  if (!enabled) return undefined;
  return { ...own, ...(own.serviceSpec && { serviceSpec: { ...own.serviceSpec, useAsDefault: true } }) };
}
