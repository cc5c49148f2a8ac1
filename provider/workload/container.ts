import type { Context } from "../context";
import { atLeast } from "./cluster-version";
import { applicationImage } from "./image";
import type { Container, ContainerPort, EnvVar, Probe, VolumeMount } from "./plain";
import { resourceRequirements } from "./resource-requirements";
import type { Workload } from "./workload";

/** The specific parts of a main container. */
interface MainContainer {
  readonly args: readonly string[];
  /** Variables after the user's. */
  readonly env?: readonly EnvVar[];
  readonly ports: readonly ContainerPort[];
  readonly volumeMounts: readonly VolumeMount[];
  readonly probes: { readonly livenessProbe?: Probe; readonly readinessProbe?: Probe; readonly startupProbe?: Probe };
}

/** The container of the application itself. */
export function mainContainer(workload: Workload, own: MainContainer, context: Context): Container {
  const { application, spec, defaults, license } = workload;
  const { extraEnvs = [], extraEnvsFrom, image, resources, useDefaultResources } = spec;
  const env = [...extraEnvs, ...(own.env ?? [])];
  return {
    name: application,
    image: applicationImage(spec, defaults, license, context),
    imagePullPolicy: image?.pullPolicy || "IfNotPresent",
    args: own.args,
    ...(env.length > 0 && { env }),
    ...(extraEnvsFrom?.length && { envFrom: extraEnvsFrom }),
    ports: own.ports,
    resources: resourceRequirements(resources, defaults, useDefaultResources),
    volumeMounts: own.volumeMounts,
    ...own.probes,
    terminationMessagePolicy: "FallbackToLogsOnError",
  };
}

/** The port that an application answers HTTP on. */
export const httpPort = ({ spec, defaults }: Workload): ContainerPort => ({
  name: "http",
  containerPort: Number(spec.port || defaults.port),
  protocol: "TCP",
});

/** The container with a pause before it stops, while Services forget it; a user's hook replaces the pause. */
export function withPreStopSleep(container: Container, { spec, defaults, stopsAtOnce }: Workload, context: Context): Container {
  const grace = spec.terminationGracePeriodSeconds ?? defaults.terminationGracePeriodSeconds;
  const { enableDefaultPreStopHook, kubernetesVersion } = context.defaults;
  const seconds = spec.preStopSleepSeconds ?? (enableDefaultPreStopHook && grace > defaultSleep ? defaultSleep : 0);
  const isPossible = !stopsAtOnce && seconds > 0 && seconds < grace && atLeast(kubernetesVersion, 1, 30);
  if (!isPossible || container.lifecycle?.preStop) return container;
  return { ...container, lifecycle: { ...container.lifecycle, preStop: { sleep: { seconds } } } };
}

const defaultSleep = 15;

/** Reports a pause that would not end before the container is killed. */
export function checkPreStopSleep({ spec, path }: Workload, { report }: Context): void {
  const { preStopSleepSeconds, terminationGracePeriodSeconds } = spec;
  if (
    preStopSleepSeconds === undefined ||
    terminationGracePeriodSeconds === undefined ||
    preStopSleepSeconds < terminationGracePeriodSeconds
  )
    return;
  report.error(
    `${path}.preStopSleepSeconds`,
    `${preStopSleepSeconds} must be less than terminationGracePeriodSeconds, ${terminationGracePeriodSeconds}`,
  );
}
