import type { types } from "@pulumi/kubernetes";
import { argumentMap } from "../schema/argument-map";
import { boolean, list, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { portText } from "../schema/port-text";

export const extraEnvs = list(
  "Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`).",
  kubernetes<types.input.core.v1.EnvVar>("core/v1:EnvVar", "An environment variable."),
);

export const extraEnvsFrom = list(
  "Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too.",
  kubernetes<types.input.core.v1.EnvFromSource>("core/v1:EnvFromSource", "A Secret or ConfigMap."),
);

export const volumeMounts = list(
  "Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself " +
    "is an error.",
  kubernetes<types.input.core.v1.VolumeMount>("core/v1:VolumeMount", "A mount of a volume."),
);

export const resources = kubernetes<types.input.core.v1.ResourceRequirements>(
  "core/v1:ResourceRequirements",
  "Requests and limits of the container. CPU and memory are separate: a resource with neither a request nor a limit gets both defaults, " +
    "unless `useDefaultResources` is false.",
);

const containers = (description: string) =>
  list(description, kubernetes<types.input.core.v1.Container>("core/v1:Container", "A container, or the changes to a derived one."));

/** Containers of a workload, and arguments of the main one. */
export const containerFields = {
  port: portText("Port, in quotes, that the component listens on and its Service offers. Default: the component's own."),
  extraArgs: argumentMap(
    'Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given ' +
      "here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects.",
  ),
  extraEnvs,
  extraEnvsFrom,
  resources,
  useDefaultResources: structural(
    boolean(
      "Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true.",
    ),
  ),
  containers: containers(
    "Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are " +
      "appended.",
  ),
  initContainers: containers(
    "Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, " +
      "VMAuth, VMAlertmanager and vmstorage.",
  ),
  volumeMounts,
};
