import { extraArgs, listeners } from "./argument-values";
import type { Program } from "./chart-program";
import { ingress, route } from "./ingress-values";
import { type Data, dataOf, isData, isEmpty, isSame, listOf, valueAt } from "./plain-data";
import { disruptionBudget, horizontalAutoscaler, verticalAutoscaler } from "./scaling-values";
import { service, serviceMonitor } from "./service-values";
import { always, field, fieldsOf, type Place, part, section, together, type Value, type Values, without } from "./value-table";

const namesFollow = "names follow from --release: clients of the old names need the new ones";

/** Values of a pod that charts have as custom resources do. */
const scheduling: Values = {
  nodeSelector: field({}, "nodeSelector"),
  tolerations: field([], "tolerations"),
  affinity: field({}, "affinity"),
  topologySpreadConstraints: field([], "topologySpreadConstraints"),
  schedulerName: field("", "schedulerName"),
  priorityClassName: field("", "priorityClassName"),
  runtimeClassName: field("", "runtimeClassName"),
};

const podNetwork: Values = {
  hostAliases: field([], "hostAliases"),
  hostNetwork: field(false, "hostNetwork"),
  dnsPolicy: field("", "dnsPolicy"),
  dnsConfig: field({}, "dnsConfig"),
};

/** Values that all programs of all charts have. */
export function workload(program: Program): Values {
  return {
    image: image(program),
    imagePullSecrets: pullSecrets,
    replicaCount: always(program.replicas ?? 1, "replicaCount"),
    http: listeners(program),
    extraArgs: extraArgs(program),
    env: field([], "extraEnvs"),
    envFrom: field([], "extraEnvsFrom"),
    resources: { byDefault: {}, always: true, becomes: (value) => ({ ...fieldsOf({ resources: value }), useDefaultResources: false }) },
    ...scheduling,
    ...podNetwork,
    ...volumes,
    ...containers(program),
    podLabels: field({}, "podMetadata.labels"),
    podAnnotations: field({}, "podMetadata.annotations"),
    podSecurityContext: security(program.podSecurityContext),
    securityContext: security(program.securityContext),
    terminationGracePeriodSeconds: always(program.gracePeriod, "terminationGracePeriodSeconds"),
    minReadySeconds: field(0, "minReadySeconds"),
    fullnameOverride: without("", namesFollow),
    name: without("", namesFollow),
  };
}

/** Values of the way to a program, and of scraping it. */
export const front = (program: Program): Values => ({
  service: service(program),
  ingress: ingress(program),
  route: route(program),
  serviceMonitor,
});

/** The same, with those of its scaling. */
export const surroundings = (program: Program): Values => ({
  ...front(program),
  podDisruptionBudget: disruptionBudget,
  horizontalPodAutoscaler: horizontalAutoscaler(program),
  verticalPodAutoscaler: verticalAutoscaler,
});

/** Labels and annotations of the chart's workload, which go onto all objects. */
export const objectMetadata: Values = {
  extraLabels: field({}, "managedMetadata.labels"),
  annotations: field({}, "managedMetadata.annotations"),
};

/** Values around the programs, the same in all charts. */
export const common: Values = {
  global: section({
    imagePullSecrets: part([]),
    image: section({ registry: part(""), vm: section({ tag: part("") }) }),
    compatibility: section({
      openshift: section({
        adaptSecurityContext: without("auto", "security contexts are passed on as they stand: leave out users and groups for OpenShift"),
        automountServiceSigningCA: without("auto", "mount the ConfigMap with the authority by extraVolumes and extraVolumeMounts"),
      }),
    }),
    cluster: section({ dnsDomain: { byDefault: "cluster.local." } }),
    extraLabels: field({}, "managedMetadata.labels"),
    extraAnnotations: field({}, "managedMetadata.annotations"),
    nameOverride: without("", namesFollow),
  }),
  nameOverride: without("", namesFollow),
  namespaceOverride: without("", "the namespace follows from --namespace"),
  // Texts that Helm prints after an installation have no meaning here.
  printNotes: { byDefault: true },
  extraObjects: { byDefault: [], becomes: extraObjects },
};

/** Rights in the cluster, which follow from the component. */
export const clusterRights = (program: string): Value =>
  section({
    create: without(
      true,
      "roles follow from the component: give serviceAccount.create: false and serviceAccount.name for an account of your own",
    ),
    namespaced: without(false, "give the component leastPrivilege: true, which derives rights for the selected namespaces alone"),
    extraRules: without([], `add a Role or ClusterRole and a binding for the ServiceAccount ${program}-RELEASE to the program`),
    annotations: field({}, "managedMetadata.annotations"),
    extraLabels: field({}, "managedMetadata.labels"),
  });

/** The license of a custom resource by the values of a chart: a key is put into a Secret. */
export function licensed(given: unknown, place: Place): Data | undefined {
  const { key, secret, keyRef } = dataOf(given);
  const reference = isEmpty(dataOf(secret).name) ? keyRef : secret;
  if (!isEmpty(key)) return { license: { keyRef: place.secret("license", "license", String(key)) } };
  return isEmpty(reference) ? undefined : { license: { keyRef: reference } };
}

/** The license of the chart's main custom resource. */
export const license: Value = together({ key: part(""), secret: section({ name: part(""), key: part("") }) }, licensed);

/** The ServiceAccount. */
export const serviceAccount = (created: boolean): Value =>
  section({
    create: part(created),
    name: {
      byDefault: "",
      becomes: (name, place) => {
        if (valueAt(place.all, "serviceAccount.create") === false) return { serviceAccountName: name };
        place.warn("the account is derived and has a name of its own: grant its rights to that name, or create the account yourself");
        return undefined;
      },
    },
    annotations: field({}, "managedMetadata.annotations"),
    extraLabels: field({}, "managedMetadata.labels"),
    automountToken: field(true, "disableAutomountServiceAccountToken", (value) => value === false || undefined),
  });

/** Settings by which the chart would itself make custom resources. */
export const operatorMode: Values = {
  useOperator: part(false),
  useLegacyNaming: field(false, "useLegacyNaming"),
  spec: { byDefault: {}, becomes: (value, { all }) => (all.useOperator === true ? dataOf(value) : undefined) },
  operator: section({
    enabled: part(false),
    spec: { byDefault: {}, becomes: (value, { all }) => (valueAt(all, "operator.enabled") === true ? dataOf(value) : undefined) },
    labels: field({}, "managedMetadata.labels"),
  }),
};

function extraObjects(value: unknown, place: Place): undefined {
  for (const [index, object] of listOf(value).entries()) {
    const { kind, metadata } = dataOf(object);
    if (typeof kind === "string" && typeof dataOf(metadata).name === "string") {
      const { namespace = place.release.namespace } = dataOf(metadata);
      place.add({ ...dataOf(object), metadata: { ...dataOf(metadata), namespace } } as never);
    } else place.warn("is no object with kind and metadata.name: it is left out", `[${index}]`);
  }
}

/** The image as far as it differs from the custom resource's own. */
const image = ({ repository, variant = "", ownTag = "" }: Program): Value =>
  together(
    { registry: part(""), repository: part(repository), tag: part(ownTag), variant: part(variant), pullPolicy: part("IfNotPresent") },
    (given, place) => {
      const registry = given.registry || valueAt(place.all, "global.image.registry") || "";
      const tag = given.tag || valueAt(place.all, "global.image.vm.tag") || valueAt(place.all, "common.image.tag") || "";
      const isOther = registry !== "" || given.repository !== repository;
      if (tag === "" && !isSame(given.variant, variant))
        place.warn("the chart's version decides the version of the image: give image.tag beside it", "variant");
      const fullTag = isEmpty(given.variant) ? tag : `${tag}-${given.variant}`;
      const changed = {
        repository: isOther ? [registry, given.repository].filter((text) => !isEmpty(text)).join("/") : undefined,
        tag: tag === "" ? undefined : fullTag,
        pullPolicy: given.pullPolicy === "IfNotPresent" ? undefined : given.pullPolicy,
      };
      return fieldsOf({ image: fieldsOf(changed) });
    },
    { always: true },
  );

const pullSecrets: Value = {
  byDefault: [],
  always: true,
  becomes: (value, { all }) => fieldsOf({ imagePullSecrets: isEmpty(value) ? valueAt(all, "global.imagePullSecrets") : value }),
};

/** A security context: charts switch it by `enabled`, and the custom resource has one block for pod and containers. */
const security = (byDefault: Data = { enabled: true }): Value => ({
  byDefault,
  always: true,
  becomes: (value) => {
    const { enabled = true, ...context } = dataOf(value);
    return enabled === true ? fieldsOf({ securityContext: context }) : undefined;
  },
});

const volumes: Values = {
  extraVolumes: field([], "volumes"),
  extraVolumeMounts: field([], "volumeMounts"),
  extraHostPathMounts: { byDefault: [], becomes: (value) => mounted(value, ({ hostPath }) => ({ hostPath: { path: hostPath } })) },
  extraSecretMounts: {
    byDefault: [],
    becomes: (value) => mounted(value, ({ name, secretName = name }) => ({ secret: { secretName } })),
  },
};

/** Mounts that each bring their volume along. */
function mounted(value: unknown, volumeOf: (mount: Data) => Data): Data {
  const mounts = listOf(value).map(dataOf);
  return {
    volumes: mounts.map((mount) => ({ name: mount.name, ...volumeOf(mount) })),
    volumeMounts: mounts.map(({ name, mountPath, subPath, readOnly }) => fieldsOf({ name, mountPath, subPath, readOnly })),
  };
}

const containers = ({ name: program, container: name = program, probes: { readiness, liveness } = {} }: Program): Values => {
  const own = (of: string) => (value: unknown) => ({ containers: [{ name, [of]: value }] });
  return {
    extraContainers: field([], "containers"),
    initContainers: field([], "initContainers"),
    command: { byDefault: [], becomes: own("command") },
    lifecycle: { byDefault: {}, becomes: own("lifecycle") },
    containerWorkingDir: { byDefault: "", becomes: (value) => (value === "/" ? undefined : own("workingDir")(value)) },
    probe: section({
      readiness: probe("readinessProbe", readiness),
      liveness: probe("livenessProbe", liveness),
      startup: probe("startupProbe"),
    }),
  };
};

/** A probe as far as it is given: without it the custom resource's own counts. An empty check is the custom resource's own. */
export const probe = (to: string, byDefault: Data = {}): Value =>
  field(byDefault, to, (value) =>
    fieldsOf(Object.fromEntries(Object.entries(dataOf(value)).filter(([, part]) => !(isData(part) && isEmpty(part))))),
  );
