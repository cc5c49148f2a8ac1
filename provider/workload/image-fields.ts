import type { types } from "@pulumi/kubernetes";
import { knownWord, list, object, string } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";

export const image = object("Image", "A container's image, its version, and its pull policy.", {
  repository: string("The image without its tag, `registry.example.com/victoriametrics/vmagent`. Default: the component's public image."),
  tag: string(
    "Version of the image, or a digest such as `sha256:…`. It is used exactly as given, so a license adds no enterprise suffix to it. " +
      "Default: `componentVersion`, else the version that the package's defaults name.",
  ),
  pullPolicy: knownWord(
    "Pull policy of the image: `Always`, `IfNotPresent` or `Never`. Default `IfNotPresent`.",
    ["Always", "IfNotPresent", "Never"],
    { name: "ImagePullPolicy" },
  ),
});

/** Image of a workload, and credentials for pulling it. */
export const imageFields = {
  image,
  componentVersion: string(
    "Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. " +
      "Default: the version that the package's defaults name.",
  ),
  imagePullSecrets: list(
    "Secrets with the credentials for the registries that the pod's images come from.",
    kubernetes<types.input.core.v1.LocalObjectReference>("core/v1:LocalObjectReference", "A Secret in the resource's namespace."),
  ),
};
