import type { Context } from "../../context";
import type { DerivedObject } from "../../kind";
import { flags } from "../../kubernetes/arguments";
import { httpPort, mainContainer } from "../../kubernetes/container";
import { deployment } from "../../kubernetes/deployment";
import { scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import type { Container, VolumeMount } from "../../kubernetes/plain";
import { podTemplate } from "../../kubernetes/pod";
import { probes } from "../../kubernetes/probes";
import { type Mounted, mountsOf, volumesOf } from "../../kubernetes/volumes";
import { metadataOf } from "../../kubernetes/workload";
import type { BalancerSpec, Part } from "./cluster";
import { mountedFiles, partArguments } from "./containers";

/** Name of the file with the configuration. */
export const configFile = "config.yaml";

/** The Secret with the load balancer's configuration. */
export function balancerSecret(role: string, { workload }: Part<BalancerSpec>, text: string, { values }: Context): DerivedObject {
  const data = { [configFile]: values.apply("base64", text) };
  return { role, manifest: { apiVersion: "v1", kind: "Secret", metadata: metadataOf(workload), data } };
}

/** The Deployment of the load balancer. */
export function balancerWorkload(part: Part<BalancerSpec>, context: Context): DerivedObject {
  const { workload } = part;
  const { volumes = [], volumeMounts = [], updateStrategy, rollingUpdate, hpa } = workload.spec;
  const config = configVolume(workload.name);
  const files = mountedFiles(workload, context);
  const container = vmauth(part, config, [...volumeMounts, ...mountsOf(files)], context);
  const template = podTemplate(workload, { containers: [container], volumes: [config.volume, ...volumes, ...volumesOf(files)] }, context);
  return scaled(deployment(workload, { type: updateStrategy, rollingUpdate }, template), hpa);
}

function configVolume(secretName: string): Mounted {
  const name = "vmauth-lb-config";
  return { volume: { name, secret: { secretName } }, mount: { name, mountPath: "/opt/vmauth-config/" } };
}

function vmauth({ workload, server }: Part<BalancerSpec>, { mount }: Mounted, mounts: readonly VolumeMount[], context: Context): Container {
  const { spec } = workload;
  const own = flags({ "auth.config": `${mount.mountPath}${configFile}`, configCheckInterval: "30s" });
  // A startup probe of its own, so that TLS does not take the other probes away.
  const given = { ...spec, startupProbe: spec.startupProbe ?? { httpGet: {} } };
  const { terminationMessagePolicy: _, ...container } = mainContainer(
    workload,
    {
      args: partArguments(workload, own, context),
      ports: [httpPort(workload)],
      volumeMounts: [mount, ...mounts],
      probes: probes(given as BalancerSpec, server, { liveness: false }, context),
    },
    context,
  );
  return container;
}
