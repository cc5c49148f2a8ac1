import type { Context } from "../context";
import type { Values } from "../values/values";
import type { Report } from "../world/issues";
import type { Volume, VolumeMount } from "./plain";
import type { BaseSpec, Workload } from "./workload";

/** A volume and its place in a container. */
export interface Mounted {
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

export const volumesOf = (mounted: readonly Mounted[]): Volume[] => mounted.map(({ volume }) => volume);
export const mountsOf = (mounted: readonly Mounted[]): VolumeMount[] => mounted.map(({ mount }) => mount);

/** A ConfigMap, read-only. */
export function mountedConfigMap(volumeName: string, configMap: string, mountPath: string): Mounted {
  return { volume: { name: volumeName, configMap: { name: configMap } }, mount: { name: volumeName, mountPath, readOnly: true } };
}

/** A Secret, read-only. */
export function mountedSecret(volumeName: string, secretName: string, mountPath: string): Mounted {
  return { volume: { name: volumeName, secret: { secretName } }, mount: { name: volumeName, mountPath, readOnly: true } };
}

/** A volume as its type makes it. */
export function mountedFolder(name: string, source: Omit<Volume, "name">, mountPath: string): Mounted {
  return { volume: { name, ...source }, mount: { name, mountPath } };
}

/** A name of a volume, made from another object's name. */
export const volumeName = (name: string, values: Values): string => values.apply("volumeName", name);

/** The Secrets of `secrets`. */
export function secretVolumes({ secrets = [] }: BaseSpec, { values }: Context): Mounted[] {
  return secrets.map((name) => mountedSecret(volumeName(`secret-${name}`, values), name, `/etc/vm/secrets/${name}`));
}

/** Reports volumes, Secrets and ConfigMaps that are listed twice: a pod cannot have two volumes of one name. */
export function checkListedVolumes({ path, spec }: Pick<Workload, "path" | "spec">, { values, report }: Context): void {
  for (const field of ["secrets", "configMaps"] as const) {
    const names = spec[field] ?? [];
    for (const [index, name] of names.entries()) {
      const first = names.findIndex((other) => values.isEqual(volumeName(other, values), volumeName(name, values)));
      if (first < index) report.error(`${path}.${field}[${index}]`, `becomes the same volume as ${field}[${first}]: leave one of them out`);
    }
  }
  const given = (spec.volumes ?? []).map(({ name }) => name);
  for (const [index, name] of given.entries()) {
    const first = given.indexOf(name);
    const message = `is the name of volumes[${first}] too: give each volume a unique name`;
    if (first < index) report.error(`${path}.volumes[${index}].name`, message);
  }
}

/** Reports nameless references whose Secrets become volumes, by their paths. */
export function checkSecretNames(references: Readonly<Record<string, { readonly name?: string } | undefined>>, report: Report): void {
  for (const [path, reference] of Object.entries(references)) {
    if (reference && !reference.name) report.error(`${path}.name`, "is required: expected the name of a Secret");
  }
}

/** A reference to an entry of a Secret. */
interface SecretKey {
  readonly name?: string;
  readonly optional?: boolean;
}

/** The Secrets behind references, each once. A Secret may be missing if all references to it say so. */
export function referencedSecrets(references: readonly (SecretKey | undefined)[]): { secretName: string; optional?: true }[] {
  const given = references.filter((reference) => reference?.name);
  return [...new Set(given.map((reference) => reference?.name ?? ""))].map((secretName) => {
    const isOptional = given.every((reference) => reference?.name !== secretName || reference.optional);
    return { secretName, ...(isOptional && { optional: true as const }) };
  });
}

/** The ConfigMaps of `configMaps`. */
export function configMapVolumes({ configMaps = [] }: BaseSpec, { values }: Context): Mounted[] {
  return configMaps.map((name) => mountedConfigMap(volumeName(`configmap-${name}`, values), name, `/etc/vm/configs/${name}`));
}

/** The certificate authority for services in OpenShift. */
export function serviceAuthority({ defaults: { openShift } }: Context): Mounted[] {
  if (!openShift) return [];
  const name = "openshift-service-ca";
  return [
    {
      volume: { name, configMap: { name: `${name}.crt`, optional: true } },
      mount: { name, mountPath: `/etc/ssl/certs/${name}`, readOnly: true },
    },
  ];
}

type Token = Pick<BaseSpec, "disableAutomountServiceAccountToken">;

/** The token's volume, if the pod has no token and the user has no volume of that name. */
export function tokenVolumes({ disableAutomountServiceAccountToken, volumes = [] }: Token & Pick<BaseSpec, "volumes">): Volume[] {
  const { volume } = kubeApiAccess;
  return disableAutomountServiceAccountToken && volumes.every(({ name }) => name !== volume.name) ? [volume] : [];
}

/** The token's mount for a derived container with the given mounts, unless one of them has its path. */
export function tokenMounts({ disableAutomountServiceAccountToken }: Token, mounts: readonly VolumeMount[]): VolumeMount[] {
  const { mount } = kubeApiAccess;
  return disableAutomountServiceAccountToken && mounts.every(({ mountPath }) => mountPath !== mount.mountPath) ? [mount] : [];
}

/** The token of the ServiceAccount, for derived containers of a pod without a token. */
const kubeApiAccess: Mounted = {
  volume: {
    name: "kube-api-access",
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { path: "token" } },
        { configMap: { name: "kube-root-ca.crt" } },
        { downwardAPI: { items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }] } },
      ],
    },
  },
  mount: { name: "kube-api-access", mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", readOnly: true },
};
