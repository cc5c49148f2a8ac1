import type { Ingress, Node, Service } from "./discovered-objects";
import { namespaceOf } from "./discovered-objects";
import { addMetadata, type Labels, labelName, withPort } from "./meta-labels";
import { addNamespace, addService, type View } from "./pod-targets";

/** The targets of role `service`: each port of a Service. */
export function serviceTargets(service: Service, view: View): Labels[] {
  const host = `${service.metadata.name}.${namespaceOf(service)}.svc`;
  return (service.spec?.ports ?? []).map(({ name = "", port, protocol = "TCP" }) => {
    const labels: Labels = {
      __address__: withPort(host, port),
      __meta_kubernetes_service_port_name: name,
      __meta_kubernetes_service_port_number: String(port),
      __meta_kubernetes_service_port_protocol: protocol,
    };
    addService(labels, service, view);
    return labels;
  });
}

/** The kinds of a node's addresses, the preferred one first. */
const addressTypes = ["InternalIP", "InternalDNS", "ExternalIP", "ExternalDNS", "LegacyHostIP", "Hostname"];

/** The target of role `node`: the kubelet. */
export function nodeTargets({ metadata, spec, status }: Node): Labels[] {
  const addresses = status?.addresses ?? [];
  const first = (type: string): string | undefined => addresses.find((address) => address.type === type)?.address;
  const address = addressTypes.map(first).find(Boolean);
  if (!address) return [];
  const labels: Labels = {
    __address__: withPort(address, status?.daemonEndpoints?.kubeletEndpoint?.Port ?? 0),
    instance: metadata.name,
    __meta_kubernetes_node_name: metadata.name,
    __meta_kubernetes_node_provider_id: spec?.providerID ?? "",
  };
  addMetadata(labels, "__meta_kubernetes_node", metadata);
  for (const type of new Set(addresses.map((one) => one.type)))
    labels[labelName(`__meta_kubernetes_node_address_${type}`)] = first(type) ?? "";
  return [labels];
}

/** The targets of role `ingress`: each path of each host. */
export function ingressTargets(ingress: Ingress, view: View): Labels[] {
  const { rules = [], tls = [], ingressClassName = "" } = ingress.spec ?? {};
  const patterns = tls.flatMap(({ hosts = [] }) => hosts);
  return rules.flatMap(({ host = "", http }) => {
    const paths = http?.paths?.length ? http.paths : [{ path: "/" }];
    const scheme = patterns.some((pattern) => isHostOf(pattern, host)) ? "https" : "http";
    return paths.map(({ path }) => {
      const labels: Labels = {
        __address__: host,
        __meta_kubernetes_namespace: namespaceOf(ingress),
        __meta_kubernetes_ingress_name: ingress.metadata.name,
        __meta_kubernetes_ingress_scheme: scheme,
        __meta_kubernetes_ingress_host: host,
        __meta_kubernetes_ingress_path: path || "/",
        __meta_kubernetes_ingress_class_name: ingressClassName,
      };
      addNamespace(labels, namespaceOf(ingress), view);
      addMetadata(labels, "__meta_kubernetes_ingress", ingress.metadata);
      return labels;
    });
  });
}

/** Whether a host is the one of a pattern; `*.` stands for a single name. */
const isHostOf = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith("*.") && host.includes(".") && pattern.slice(2) === host.slice(host.indexOf(".") + 1));
