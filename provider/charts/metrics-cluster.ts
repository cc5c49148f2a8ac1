import type { Manifest } from "../world/objects";
import { backupManager } from "./backup-values";
import type { Program } from "./chart-program";
import { clusterDomain, clusterGateway, clusterPart, excludedStorage, partVolume, statefulPart } from "./cluster-values";
import { dataOf, isData, isEmpty, listOf } from "./plain-data";
import { deploymentStrategy, workloadSpec } from "./rollout-values";
import { always, type Chart, field, part, section, together, type Value, without } from "./value-table";
import { common, license, operatorMode, serviceAccount } from "./workload-values";
import { yamlText } from "./yaml-text";

const readiness = { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 10 };
const liveness = { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 };

const program = (name: string, port: string, more: Partial<Program> = {}): Program => ({
  name,
  repository: `victoriametrics/${name}`,
  port,
  variant: "cluster",
  replicas: 2,
  probes: { readiness, liveness },
  ...more,
});

const off = { enabled: false };

const vmselect = program("vmselect", "8481", { gracePeriod: 60, site: { path: "/select" } });
const vminsert = program("vminsert", "8480", { gracePeriod: 30, site: { path: "/insert" }, podSecurityContext: off, securityContext: off });
const vmstorage = program("vmstorage", "8482", {
  gracePeriod: 60,
  podSecurityContext: off,
  securityContext: off,
  probes: { readiness },
  isStorage: true,
});
const vmauth = program("vmauth", "8427", { variant: "", site: { path: "/insert" }, podSecurityContext: off, securityContext: off });

/** Relabeling of vminsert: the file is an entry of a ConfigMap, as in the chart. */
const relabel: Value = together(
  { enabled: part(false), config: part([]), configMap: part("") },
  ({ config, configMap }, place) => {
    const { name: release, namespace } = place.release;
    const name = isEmpty(configMap) ? `${release}-vminsert-relabel` : String(configMap);
    if (isEmpty(configMap))
      place.add({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name, namespace },
        data: { "relabel.yml": yamlText(config) },
      } as unknown as Manifest);
    return { configMaps: [name], extraArgs: { relabelConfig: `/etc/vm/configs/${name}/relabel.yml` } };
  },
  { switched: true },
);

/** Secrets that the chart makes for others. */
const extraSecrets: Value = {
  byDefault: [],
  becomes: (value, place) => {
    for (const [index, secret] of listOf(value).entries()) {
      const { name, labels, annotations, data } = dataOf(secret);
      if (!isData(data)) place.warn("holds its data as a text: write it as a map of keys and values", `[${index}].data`);
      else {
        const metadata = { name, namespace: place.release.namespace, labels, annotations };
        place.add({ apiVersion: "v1", kind: "Secret", metadata, data } as unknown as Manifest);
      }
    }
    return undefined;
  },
};

export const metricsCluster: Chart = {
  learntFrom: "helm-charts 00573e1",
  resources: {
    main: { kind: "VMCluster", apiVersion: "operator.victoriametrics.com/v1beta1" },
    gateway: {
      kind: "VMAuth",
      apiVersion: "operator.victoriametrics.com/v1beta1",
      when: ({ vmauth: given }) => dataOf(given).enabled === true,
    },
  },
  values: {
    ...common,
    ...operatorMode,
    global: { ...common.global, values: { ...common.global?.values, cluster: clusterDomain } },
    autoDiscovery: field(false, "discovery", (value) => (value === true ? { enabled: true } : undefined)),
    common: section({ image: section({ tag: part("") }) }),
    serviceAccount: serviceAccount(true),
    extraSecrets,
    license,
    vmselect: clusterPart({
      program: vmselect,
      into: "vmselect",
      service: {},
      more: {
        cacheMountPath: field("/cache", "cacheMountPath"),
        // The pods of a StatefulSet keep their cache; that of the chart is a Deployment unless told otherwise.
        mode: { byDefault: "deployment" },
        deployment: section({
          spec: without({ strategy: {} }, "the part is a StatefulSet: give rollingUpdateStrategy and rollingUpdateStrategyBehavior"),
        }),
        ...statefulPart,
        ...partVolume("vmselect-cachedir", "2Gi", { enabled: false }),
      },
    }),
    vminsert: clusterPart({
      program: vminsert,
      into: "vminsert",
      service: {},
      more: {
        excludeStorageIDs: excludedStorage("vmstorage"),
        relabel,
        deployment: section({ spec: workloadSpec({ strategy: {} }, deploymentStrategy) }),
      },
    }),
    vmstorage: clusterPart({
      program: vmstorage,
      into: "vmstorage",
      service: { clusterIP: "None" },
      more: {
        retentionPeriod: { ...always(1, "retentionPeriod", String), into: "/" },
        minReadySeconds: always(5, "minReadySeconds"),
        vmbackupmanager: backupManager,
        ...statefulPart,
        ...partVolume("vmstorage-db", "8Gi", { enabled: true, mountPath: "/storage", name: "vmstorage-volume" }),
        service: storagePorts(),
      },
    }),
    vmauth: clusterGateway(vmauth, "VMCluster", { insert: "vminsert", select: "vmselect" }),
  },
};

/** The Service of the storage nodes, with the ports that the other parts use. */
function storagePorts(): Value {
  const of = clusterPart({ program: vmstorage, into: "", service: { clusterIP: "None" }, more: {} }).values?.service ?? {};
  return {
    ...of,
    values: {
      ...of.values,
      vminsertPort: field(8400, "vmInsertPort", String),
      vmselectPort: field(8401, "vmSelectPort", String),
    },
  };
}
