import type { Program } from "./chart-program";
import { givenAccess } from "./cluster-values";
import { ingress } from "./ingress-values";
import { deploymentStrategy, workloadSpec } from "./rollout-values";
import { always, type Chart, section, type Value, without } from "./value-table";
import { common, license, objectMetadata, operatorMode, serviceAccount, surroundings, workload } from "./workload-values";

const program: Program = {
  name: "vmauth",
  repository: "victoriametrics/vmauth",
  port: "8427",
  probes: {
    readiness: { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15 },
    liveness: { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5 },
  },
};

/** The users, whose passwords stay in a Secret. */
const config: Value = {
  byDefault: {},
  becomes: (value, place) => (place.all.secretName === "" ? givenAccess(value, place) : undefined),
};

export const metricsAuth: Chart = {
  learntFrom: "helm-charts 00573e1",
  resources: { main: { kind: "VMAuth", apiVersion: "operator.victoriametrics.com/v1beta1" } },
  values: {
    ...common,
    ...workload(program),
    ...objectMetadata,
    ...surroundings(program),
    ...operatorMode,
    serviceAccount: serviceAccount(true),
    license,
    ingressInternal: ingress(program, "internal"),
    mode: without("deployment", "vmauth is a Deployment: spread its pods by topologySpreadConstraints, and give replicaCount"),
    daemonSet: section({ spec: without({}, "vmauth is a Deployment") }),
    deployment: section({
      spec: workloadSpec({ strategy: { type: "RollingUpdate" } }, deploymentStrategy),
    }),
    secretName: always("", "externalConfig", (name) => (name === "" ? undefined : { secretRef: { name, key: "auth.yml" } })),
    config,
    configAnnotations: without({}, "the Secret with the configuration is in the output: put the annotations there"),
  },
};
