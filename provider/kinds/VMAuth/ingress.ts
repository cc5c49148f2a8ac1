import type { types } from "@pulumi/kubernetes";
import type { DerivedObject } from "../../derived";
import type { Kubernetes } from "../../workload/plain";
import type { Manifest } from "../../world/objects";
import { frontMetadata } from "./front";
import type { Gateway, Spec } from "./model";

type IngressSpec = Kubernetes<types.input.networking.v1.IngressSpec>;
type Settings = NonNullable<Spec["ingress"]>;

/** The Ingress of a proxy, if it is asked for. */
export function ingresses({ workload }: Gateway): DerivedObject[] {
  const { ingress } = workload.spec;
  if (!ingress) return [];
  const { class_name, extraRules = [], extraTls = [] } = ingress;
  const tls = [...(ingress.tlsSecretName ? [{ secretName: ingress.tlsSecretName, hosts: ingress.tlsHosts }] : []), ...extraTls];
  const spec: IngressSpec = {
    ...(class_name && { ingressClassName: class_name }),
    rules: [...rules(ingress, workload.name), ...extraRules],
    ...(tls.length > 0 && { tls }),
  };
  const manifest: Manifest = {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: frontMetadata(workload, ingress),
    spec,
  };
  return [{ role: "ingress", manifest }];
}

/** A rule for each host with a certificate; without certificates one for the host, or for all hosts. */
function rules({ tlsSecretName, tlsHosts = [], host, paths = [] }: Settings, service: string): IngressSpec["rules"] & object {
  const http = {
    paths: (paths.length > 0 ? paths : ["/"]).map((path) => ({
      path,
      pathType: "Prefix",
      backend: { service: { name: service, port: { name: "http" } } },
    })),
  };
  if (tlsSecretName) return tlsHosts.map((tlsHost) => ({ host: tlsHost, http }));
  return [{ ...(host && { host }), http }];
}
