import type { types } from "@pulumi/kubernetes";
import type { OutputInstance } from "@pulumi/pulumi";
import type { z } from "zod";
import type { object, Shape } from "../schema/fields";
import type { Placeholder } from "../values/values";
import type { CustomResource } from "../world/objects";

/** A type of inputs as a derivation sees it: data, with placeholders in place of Outputs. */
export type Plain<T> = unknown extends T
  ? T
  : T extends Promise<unknown> | OutputInstance<unknown>
    ? never
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? Plain<Item>[]
        : { readonly [Key in keyof T]: Plain<T[Key]> };

/** The fields of a block that derivations read. */
export type PlainFields<Fields extends Shape> = Plain<z.output<ReturnType<typeof object<Fields>>>>;

/** A type of Kubernetes as derivations build it: data whose leaves may be placeholders. */
export type Kubernetes<T> = unknown extends T
  ? T
  : T extends Promise<unknown> | OutputInstance<unknown>
    ? never
    : T extends number | boolean
      ? T | Placeholder
      : T extends string | null | undefined
        ? T
        : T extends readonly (infer Item)[]
          ? readonly Kubernetes<Item>[]
          : { readonly [Key in keyof T]: Kubernetes<T[Key]> };

export type Container = Kubernetes<types.input.core.v1.Container>;
export type ContainerPort = Kubernetes<types.input.core.v1.ContainerPort>;
export type DaemonSetSpec = Kubernetes<types.input.apps.v1.DaemonSetSpec>;
export type DaemonSetUpdateStrategy = Kubernetes<types.input.apps.v1.DaemonSetUpdateStrategy>;
export type DeploymentSpec = Kubernetes<types.input.apps.v1.DeploymentSpec>;
export type DeploymentStrategy = Kubernetes<types.input.apps.v1.DeploymentStrategy>;
export type EnvVar = Kubernetes<types.input.core.v1.EnvVar>;
export type HorizontalPodAutoscalerSpec = Kubernetes<types.input.autoscaling.v2.HorizontalPodAutoscalerSpec>;
export type NetworkPolicySpec = Kubernetes<types.input.networking.v1.NetworkPolicySpec>;
export type PersistentVolumeClaim = Kubernetes<types.input.core.v1.PersistentVolumeClaim>;
export type PersistentVolumeClaimSpec = Kubernetes<types.input.core.v1.PersistentVolumeClaimSpec>;
export type PodDisruptionBudgetSpec = Kubernetes<types.input.policy.v1.PodDisruptionBudgetSpec>;
export type PodSecurityContext = Kubernetes<types.input.core.v1.PodSecurityContext>;
export type PodSpec = Kubernetes<types.input.core.v1.PodSpec>;
export type PodTemplateSpec = Kubernetes<types.input.core.v1.PodTemplateSpec>;
export type PolicyRule = Kubernetes<types.input.rbac.v1.PolicyRule>;
export type Probe = Kubernetes<types.input.core.v1.Probe>;
export type ResourceRequirements = Kubernetes<types.input.core.v1.ResourceRequirements>;
export type SecurityContext = Kubernetes<types.input.core.v1.SecurityContext>;
export type ServicePort = Kubernetes<types.input.core.v1.ServicePort>;
export type ServiceSpec = Kubernetes<types.input.core.v1.ServiceSpec>;
export type StatefulSetSpec = Kubernetes<types.input.apps.v1.StatefulSetSpec>;
export type StatefulSetUpdateStrategy = Kubernetes<types.input.apps.v1.StatefulSetUpdateStrategy>;
export type Volume = Kubernetes<types.input.core.v1.Volume>;
export type VolumeMount = Kubernetes<types.input.core.v1.VolumeMount>;

/** A custom resource as a derivation sees it. */
export const plain = <Spec>(resource: CustomResource<Spec>): CustomResource<Plain<Spec>> => resource as CustomResource<Plain<Spec>>;
