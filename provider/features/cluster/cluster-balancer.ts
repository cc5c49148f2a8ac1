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
import { argumentsByOrigin, mountedFiles, partArguments } from "./cluster-containers";
import type { BalancerSpec } from "./cluster-fields";
import type { Family, Part } from "./cluster-model";

/** Name of the file with the configuration. */
export const configFile = "config.yaml";

/** The Secret with the load balancer's configuration. */
export function balancerSecret(role: string, { workload }: Part<BalancerSpec>, text: string, { values }: Context): DerivedObject {
  const data = { [configFile]: values.apply("base64", text) };
  return { role, manifest: { apiVersion: "v1", kind: "Secret", metadata: metadataOf(workload), data } };
}

/** The Deployment of the load balancer. */
export function balancerWorkload(given: Part<BalancerSpec>, { balancer: { isPlain = false } }: Family, context: Context): DerivedObject {
  const part = isPlain ? withoutUsualPause(given) : given;
  const { workload } = part;
  const { volumes = [], volumeMounts = [], updateStrategy, rollingUpdate, hpa } = workload.spec;
  const config = configVolume(workload.name);
  const files = mountedFiles(workload, context);
  const container = vmauth(part, config, [...volumeMounts, ...mountsOf(files)], isPlain, context);
  const template = podTemplate(workload, { containers: [container], volumes: [config.volume, ...volumes, ...volumesOf(files)] }, context);
  return scaled(deployment(workload, { type: updateStrategy, rollingUpdate }, template), hpa, context);
}

function configVolume(secretName: string): Mounted {
  const name = "vmauth-lb-config";
  return { volume: { name, secret: { secretName } }, mount: { name, mountPath: "/opt/vmauth-config/" } };
}

/** The load balancer, which pauses before it stops only if its spec says so. */
function withoutUsualPause(part: Part<BalancerSpec>): Part<BalancerSpec> {
  const { spec } = part.workload;
  return { ...part, workload: { ...part.workload, spec: { ...spec, preStopSleepSeconds: spec.preStopSleepSeconds ?? 0 } } };
}

function vmauth(
  { workload, server }: Part<BalancerSpec>,
  { mount }: Mounted,
  mounts: readonly VolumeMount[],
  isPlain: boolean,
  context: Context,
): Container {
  const { spec } = workload;
  const own = flags({ "auth.config": `${mount.mountPath}${configFile}`, configCheckInterval: "30s" });
  // A separate startup probe, so that TLS does not remove the other probes.
  const given = { ...spec, startupProbe: spec.startupProbe ?? { httpGet: {} } };
  const { terminationMessagePolicy: _, ...container } = mainContainer(
    workload,
    {
      args: isPlain ? argumentsByOrigin(workload, own, context) : partArguments(workload, own, context),
      ports: [httpPort(workload)],
      volumeMounts: [mount, ...mounts],
      probes: probes(given as BalancerSpec, server, { liveness: false }, context),
    },
    context,
  );
  return container;
}
