import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { deployment } from "../../kubernetes/deployment";
import { scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import { flags } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import type { Container, VolumeMount } from "../../workload/plain";
import { podTemplate } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { type Mounted, mountsOf, volumesOf } from "../../workload/volumes";
import { metadataOf } from "../../workload/workload";
import { mountedFiles, partArguments } from "./component-containers";
import type { BalancerSpec } from "./members";
import type { Part } from "./model";

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
  return scaled(deployment(workload, { type: updateStrategy, rollingUpdate }, template), hpa, context);
}

function configVolume(secretName: string): Mounted {
  const name = "vmauth-lb-config";
  return { volume: { name, secret: { secretName } }, mount: { name, mountPath: "/opt/vmauth-config/" } };
}

function vmauth({ workload, server }: Part<BalancerSpec>, { mount }: Mounted, mounts: readonly VolumeMount[], context: Context): Container {
  const { spec } = workload;
  const own = flags({ "auth.config": `${mount.mountPath}${configFile}`, configCheckInterval: "30s" });
  // A separate startup probe, so that TLS does not remove the other probes.
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
