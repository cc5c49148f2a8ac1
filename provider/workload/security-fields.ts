import type { types } from "@pulumi/kubernetes";
import { boolean, integer, knownWord, list, object, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";

const securityContext = object(
  "SecurityContext",
  "Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own.",
  {
    allowPrivilegeEscalation: boolean("Whether a process may gain more privileges than its parent. Goes to the containers."),
    appArmorProfile: kubernetes<types.input.core.v1.AppArmorProfile>(
      "core/v1:AppArmorProfile",
      "AppArmor profile of the pod and of the containers. Only on nodes that run AppArmor.",
    ),
    capabilities: kubernetes<types.input.core.v1.Capabilities>(
      "core/v1:Capabilities",
      "Linux capabilities that the containers gain or lose.",
    ),
    fsGroup: integer("Group that owns the files of mounted volumes. Goes to the pod."),
    fsGroupChangePolicy: knownWord("When the owner of a volume's files is changed: `Always` or `OnRootMismatch`. Goes to the pod.", [
      "Always",
      "OnRootMismatch",
    ]),
    privileged: boolean("Runs the containers with all rights of the node. Goes to the containers."),
    procMount: knownWord("How `/proc` is mounted: `Default` or `Unmasked`. Goes to the containers.", ["Default", "Unmasked"]),
    readOnlyRootFilesystem: boolean("Makes the containers' root file system read-only; data then needs a volume. Goes to the containers."),
    runAsGroup: integer("Group that processes run as. Goes to the pod and to the containers."),
    runAsNonRoot: boolean("Refuses to start a container as root. Goes to the pod and to the containers."),
    runAsUser: integer("User that processes run as. Goes to the pod and to the containers."),
    seLinuxChangePolicy: knownWord("How SELinux labels get onto volumes: `MountOption` or `Recursive`. Goes to the pod.", [
      "MountOption",
      "Recursive",
    ]),
    seLinuxOptions: kubernetes<types.input.core.v1.SELinuxOptions>("core/v1:SELinuxOptions", "SELinux context of the pod."),
    seccompProfile: kubernetes<types.input.core.v1.SeccompProfile>(
      "core/v1:SeccompProfile",
      "Which system calls are allowed. Goes to the pod and to the containers.",
    ),
    supplementalGroups: list("Further groups of the first process of each container. Goes to the pod.", integer("A group id.")),
    supplementalGroupsPolicy: knownWord("Whether groups from the image count too: `Merge` or `Strict`. Goes to the pod.", [
      "Merge",
      "Strict",
    ]),
    sysctls: list("Kernel parameters of the pod.", kubernetes<types.input.core.v1.Sysctl>("core/v1:Sysctl", "A kernel parameter.")),
    windowsOptions: kubernetes<types.input.core.v1.WindowsSecurityContextOptions>(
      "core/v1:WindowsSecurityContextOptions",
      "Settings for Windows nodes. Goes to the pod.",
    ),
  },
);

/** Security of a workload's pod. */
export const securityFields = {
  securityContext,
  useStrictSecurity: structural(
    boolean(
      "Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. " +
        "Default: `useStrictSecurity` of the package's defaults, which is false.",
    ),
  ),
};
