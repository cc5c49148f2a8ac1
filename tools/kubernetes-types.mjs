#!/usr/bin/env node
// Extracts the Kubernetes types that custom resources embed from the schema of the Kubernetes package (found in the Go module that the
// toolchain builds): node tools/kubernetes-types.mjs PATH/TO/schema.json > provider/schema/kubernetes-types.json
import { readFileSync } from "node:fs";

const roots = [
  "core/v1:Affinity",
  "core/v1:Container",
  "core/v1:EnvFromSource",
  "core/v1:EnvVar",
  "core/v1:HostAlias",
  "core/v1:LocalObjectReference",
  "core/v1:PersistentVolumeClaim",
  "core/v1:PersistentVolumeClaimSpec",
  "core/v1:PodDNSConfig",
  "core/v1:PodReadinessGate",
  "core/v1:PodSecurityContext",
  "core/v1:Probe",
  "core/v1:ResourceRequirements",
  "core/v1:SecurityContext",
  "core/v1:ServiceSpec",
  "core/v1:Toleration",
  "core/v1:TopologySpreadConstraint",
  "core/v1:Volume",
  "core/v1:VolumeMount",
  "core/v1:EmptyDirVolumeSource",
  "core/v1:SecretKeySelector",
  "core/v1:ConfigMapKeySelector",
  "meta/v1:LabelSelector",
  "apps/v1:RollingUpdateDeployment",
  "apps/v1:RollingUpdateDaemonSet",
  "apps/v1:StatefulSetPersistentVolumeClaimRetentionPolicy",
  "autoscaling/v2:MetricSpec",
  "autoscaling/v2:HorizontalPodAutoscalerBehavior",
  "networking.k8s.io/v1:NetworkPolicyIngressRule",
  "networking.k8s.io/v1:NetworkPolicyEgressRule",
  "networking.k8s.io/v1:IngressTLS",
  "networking.k8s.io/v1:IngressRule",
];
// Maps and texts that hold quantities: manifests may give a number there.
const quantities = new Set([
  "core/v1:ResourceRequirements.limits",
  "core/v1:ResourceRequirements.requests",
  "core/v1:VolumeResourceRequirements.limits",
  "core/v1:VolumeResourceRequirements.requests",
  "core/v1:EmptyDirVolumeSource.sizeLimit",
  "core/v1:ResourceFieldSelector.divisor",
  "autoscaling/v2:MetricTarget.averageValue",
  "autoscaling/v2:MetricTarget.value",
  "autoscaling/v2:HPAScalingRules.tolerance",
  "core/v1:PersistentVolumeClaimStatus.allocatedResources",
  "core/v1:PersistentVolumeClaimStatus.capacity",
]);
// Required by Kubernetes, but filled in by the derivation where probes leave it out.
const filledIn = new Set(["core/v1:HTTPGetAction.port", "core/v1:TCPSocketAction.port"]);
// Kept by the Kubernetes package for old clusters; Kubernetes itself knows them no more and refuses them as unknown.
const removed = new Set([
  "core/v1:EphemeralVolumeSource.readOnly",
  "core/v1:PersistentVolumeClaimStatus.resizeStatus",
  "core/v1:ServiceSpec.ipFamily",
  "core/v1:ServiceSpec.topologyKeys",
  "meta/v1:ObjectMeta.clusterName",
]);

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const short = (ref) => decodeURIComponent(ref.replace("#/types/kubernetes:", ""));

const typeOf = (property) => {
  if (property.oneOf) return "integer|string";
  if (property.$ref === "pulumi.json#/Json" || property.$ref === "pulumi.json#/Any") return "any";
  if (property.$ref) return short(property.$ref);
  if (property.type === "array") return `[]${typeOf(property.items)}`;
  if (property.type === "object") return `{}${typeOf(property.additionalProperties ?? { type: "string" })}`;
  return property.type;
};

const types = {};
const visit = (name) => {
  if (types[name]) return;
  const type = schema.types[`kubernetes:${name}`];
  if (type === undefined) throw new Error(`the schema has no type ${name}`);
  const { properties, required = [] } = type;
  types[name] = {};
  for (const key of Object.keys(properties).sort()) {
    if (removed.has(`${name}.${key}`)) continue;
    let type = typeOf(properties[key]);
    if (quantities.has(`${name}.${key}`)) type = type.replace("string", "quantity");
    types[name][key] = required.includes(key) && !filledIn.has(`${name}.${key}`) ? `${type}!` : type;
    const referenced = type.replace(/^(\[\]|\{\})+/, "");
    if (referenced.includes(":")) visit(referenced);
  }
};
roots.forEach(visit);
const lines = Object.keys(types)
  .sort()
  .map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(types[name])}`);
process.stdout.write(`{\n${lines.join(",\n")}\n}\n`);
