import type { Derivation, DerivedObject, GeneratedFiles } from "../../derived";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import { deployment } from "../../kubernetes/deployment";
import { horizontalPodAutoscalers, scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { requiredRbac, requiredRbacOutput, secretPermissions } from "../../kubernetes/rbac";
import { generatedSecret, secretData } from "../../kubernetes/secret";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { serviceUrl } from "../../workload/http-server";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { configuration } from "./auth-file";
import { httpRoutes } from "./http-route";
import { ingresses } from "./ingress";
import { type Gateway, gatewayOf, internalPort, type Spec } from "./model";
import { configFile, pods } from "./pods";
import type { VMAuthSpec } from "./schema";

/** What a VMAuth becomes. */
export function derive(resource: CustomResource<VMAuthSpec>, context: KindContext): Derivation {
  const gateway = gatewayOf(resource, context);
  const { workload, service, secretName } = gateway;
  const { updateStrategy: type, rollingUpdate, hpa, vpa, podDisruptionBudget } = workload.spec;
  const permissions = secretPermissions(workload);
  const config = configFiles(gateway, context);
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? permissions : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...ingresses(gateway),
    ...httpRoutes(gateway),
    ...horizontalPodAutoscalers(workload, hpa, "Deployment"),
    ...verticalPodAutoscalers(workload, vpa, "Deployment"),
    ...networkPolicies(workload),
    ...podDisruptionBudgets(workload, podDisruptionBudget),
    ...config.objects,
    scaled(deployment(workload, { type, rollingUpdate }, pods(gateway, context)), hpa, context),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: config.configs,
    outputs: { ...addresses(gateway, context), requiredRbac: requiredRbac(workload, secretName ? permissions : [], context) },
  };
}

/** The Secret with the configuration, and with the files that it refers to. */
function configFiles(gateway: Gateway, context: KindContext): { objects: DerivedObject[]; configs: GeneratedFiles[] } {
  const { workload, secretName } = gateway;
  if (!secretName) return { objects: [], configs: [] };
  const { values } = context;
  const { file, assets } = configuration(gateway, context);
  const data = { [`${configFile}.gz`]: values.apply("gzipBase64", file.text), ...secretData(assets, values) };
  return {
    objects: [{ role: "config", manifest: generatedSecret(workload, secretName, data) }],
    configs: [{ role: "config", files: { [configFile]: file } }],
  };
}

/** The scrape object for the proxy itself. Behind the proxy protocol nobody can scrape it, unless it has another port for that. */
export function selfScrapes(resource: CustomResource<VMAuthSpec>, context: KindContext): readonly SelfScrape[] {
  const { workload, internal, service, secretName } = gatewayOf(resource, context);
  if (internal.usesProxyProtocol) return [];
  const hasOwnPort = Boolean(workload.spec.internalListenPort);
  const scraped = { service, server: internal, hasReloader: secretName !== undefined, ...(hasOwnPort && { port: internalPort }) };
  const spec = hasOwnPort ? withInternalEndpoint(workload.spec) : workload.spec;
  return selfScrapesOf({ ...workload, spec }, scraped, context);
}

/** The user's endpoint for the default port is meant for the one that has the metrics, unless there is one for that too. */
function withInternalEndpoint(spec: Spec): Spec {
  const { endpoints = [], ...others } = spec.serviceScrapeSpec ?? {};
  const hasInternal = endpoints.some(({ port }) => port === internalPort);
  const moved = endpoints
    .filter(({ port }) => port !== "http" || !hasInternal)
    .map((endpoint) => (endpoint.port === "http" ? { ...endpoint, port: internalPort } : endpoint));
  return { ...spec, serviceScrapeSpec: { ...others, endpoints: moved } };
}

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the proxy in the cluster.",
  requiredRbac: requiredRbacOutput,
};

function addresses({ service, server }: Gateway, context: KindContext) {
  return { serviceName: service.metadata.name, url: serviceUrl(service, server, context) };
}
