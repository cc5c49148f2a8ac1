import { around } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import { deploymentStrategy, workloadSpec } from "./rollout-values";
import { type OwnService, service, serviceMonitor } from "./service-values";
import { claimed, claimTemplate, emptyDirectory, persistentVolume } from "./storage-values";
import { field, fieldsOf, part, section, together, type Value, type Values, without } from "./value-table";
import { licensed, surroundings, workload } from "./workload-values";
import { yamlText } from "./yaml-text";

/** The part of a cluster's chart. */
interface ClusterPart {
  readonly program: Program;
  /** Its field in the spec of the cluster. */
  readonly into: string;
  readonly service: OwnService;
  readonly more: Values;
}

const everyObject = "labels and annotations of one workload have no field: spec.managedMetadata puts them onto all objects of the cluster";

/** A part of a cluster; a part that is switched off is left out. */
export const clusterPart = ({ program, into, service: ownService, more }: ClusterPart): Value =>
  section(
    {
      enabled: part(true),
      ...workload(program),
      ...surroundings(program),
      service: service(program, ownService),
      extraLabels: without({}, everyObject),
      annotations: without({}, everyObject),
      ports: section({ name: without("http", "the port is called http") }),
      suppressStorageFQDNsRender: without(
        false,
        "the addresses of storage nodes are derived, unless extraArgs.storageNode gives a list of its own",
      ),
      vmServiceScrape: serviceScrape,
      strategy: { byDefault: {}, becomes: (value, place) => deploymentStrategy({ strategy: value }, place) },
      ...more,
    },
    { switched: true, into },
  );

/** The scrape object of logs' and traces' clusters. */
const serviceScrape: Value = together(
  {
    ...serviceMonitor.values,
    useServiceMonitor: without(false, "the scrape object is derived in any case, as a VMServiceScrape"),
    spec: part({ endpoints: [{ port: "http" }] }),
  },
  ({ spec }, place) => {
    place.warn(
      "the scrape object is derived with the component and is no object of the cluster: a VMAgent of the same program (or with this component in its " +
        "selectFrom) scrapes it",
      "enabled",
    );
    return { serviceScrapeSpec: { selector: {}, ...dataOf(spec) } };
  },
  { switched: true },
);

const statefulRollout: NonNullable<Value["becomes"]> = (value) => {
  const { type, rollingUpdate } = dataOf(dataOf(value).updateStrategy);
  return fieldsOf({ rollingUpdateStrategy: type, rollingUpdateStrategyBehavior: rollingUpdate });
};

/** Values of the StatefulSet of a part. */
export const statefulPart: Values = {
  statefulSet: section({ spec: workloadSpec({ podManagementPolicy: "OrderedReady" }, statefulRollout) }),
  // Pods are started one after the other or all at once; the data is the same.
  podManagementPolicy: { byDefault: "OrderedReady" },
};

/** The volumes of a part's pods; `volume` is the name of the volume in the pods. */
export const partVolume = (volume: string, size: string, more: { enabled: boolean; mountPath?: string; name?: string }): Values => ({
  persistentVolume: persistentVolume({ size, ...more }, (stored) => {
    if (stored === undefined) return undefined;
    return stored.existing === undefined ? { storage: claimTemplate(stored) } : claimed(volume, stored.existing);
  }),
  emptyDir: emptyDirectory((value, place) =>
    dataOf(around(place).persistentVolume).enabled === true ? undefined : { storage: { emptyDir: value } },
  ),
});

/** Storage pods that are left out of writing are a field of the storage nodes. */
export const excludedStorage = (storage: string): Value => ({
  byDefault: [],
  into: "/",
  becomes: (value) => ({ [storage]: { maintenanceInsertNodeIDs: listOf(value).map(Number) } }),
});

/** The domain of the cluster's Services. */
export const clusterDomain: Value = section({
  dnsDomain: field("cluster.local.", "clusterDomainName", (value) => String(value).replace(/\.$/, "")),
});

/** The gateway of a cluster's chart: by default it leads to the parts of the cluster. */
export const clusterGateway = (program: Program, kind: string, { insert, select }: { insert: string; select: string }): Value =>
  section(
    {
      enabled: { byDefault: false, becomes: (_value, place) => licensed(place.all.license, place) },
      ...workload(program),
      ...surroundings(program),
      extraLabels: field({}, "managedMetadata.labels"),
      annotations: field({}, "managedMetadata.annotations"),
      ports: section({ name: without("http", "the port is called http") }),
      suppressStorageFQDNsRender: without(false, "the gateway knows no storage nodes"),
      vmServiceScrape: serviceScrape,
      strategy: { byDefault: {}, becomes: (value, place) => deploymentStrategy({ strategy: value }, place) },
      configSecretName: { byDefault: "", becomes: (name) => ({ externalConfig: { secretRef: { name, key: "auth.yml" } } }) },
      config: {
        byDefault: {},
        always: true,
        becomes: (value, place) => {
          if (!isEmpty(around(place).configSecretName)) return undefined;
          const crd = (target: string) => ({ kind: `${kind}/${target}`, name: place.release.name, namespace: place.release.namespace });
          const targetRefs = [
            { crd: crd(insert), paths: ["/insert/.*"] },
            { crd: crd(select), paths: ["/select/.*"] },
          ];
          return isEmpty(value) ? { unauthorizedUserAccessSpec: { targetRefs } } : givenAccess(value as Data, place);
        },
      },
    },
    { switched: true, resource: "gateway" },
  );

/** A configuration of vmauth becomes a Secret, as in the chart. */
export const givenAccess: NonNullable<Value["becomes"]> = (value, place) => ({
  externalConfig: { secretRef: place.secret("auth-config", "auth.yml", yamlText(value)) },
});
