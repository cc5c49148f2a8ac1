import type { types } from "@pulumi/kubernetes";
import type { z } from "zod";
import { reloaderFields } from "../../features/config-reloader";
import { programFields } from "../../features/program-fields";
import { workloadFields } from "../../features/workload-fields";
import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { arbitraryFileAccess } from "../../schema/arbitrary-file-access";
import { any, boolean, described, integer, item, list, map, object, required, string, stringOrList, structural } from "../../schema/fields";
import { secretKey } from "../../schema/key-references";
import { kubernetes } from "../../schema/kubernetes-types";
import { portText } from "../../schema/port-text";
import { labelSelector } from "../../schema/selector-fields";
import { metricLabels, targetRef, urlMap, userOptionFields } from "../../vmauth/access-fields";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
import { resourceFields } from "../../workload/resource-fields";

const unauthorizedUserAccess = object(
  "VMAuthUnauthorizedUserAccessSpec",
  "Requests without credentials: where they go. Either `targetRefs`, or `url_map` and `url_prefix`.",
  {
    targetRefs: list("Where requests go. The first that fits a request gets it.", targetRef),
    url_map: list("Routes; the first match gets the request.", urlMap),
    url_prefix: stringOrList("URL for requests without a match in `url_map`, or several that share them."),
    ...userOptionFields,
    metric_labels: metricLabels,
  },
);

const externalConfig = object("ExternalConfig", "A configuration given by the user. VMUsers are ignored then.", {
  secretRef: described("The configuration, in a Secret, which is mounted. Not together with `localPath`.", secretKey),
  localPath: structural(
    string(
      "Path of the configuration in the container, on a volume of one's own; it is read again every minute. Not together with `secretRef`.",
    ),
  ),
});

const metadataFields = (thing: string) => ({
  name: string(`Has no effect: the ${thing} is called like the other derived objects.`),
  labels: map(`Labels of the ${thing}. The labels that identify the component win over these.`, item),
  annotations: map(`Annotations of the ${thing}.`, item),
});

const ingress = object("EmbeddedIngress", "An Ingress that leads to the Service.", {
  ...metadataFields("Ingress"),
  class_name: string("Class of the Ingress, which selects its controller. Default: the cluster's default class."),
  host: string("Host name of requests. Default: all. No effect with `tlsSecretName`."),
  paths: list("Prefixes of the paths of requests. Default `/`.", item),
  tlsHosts: list("Host names that TLS is served for; each gets a rule. Needs `tlsSecretName`.", item),
  tlsSecretName: string("Secret with the certificate for `tlsHosts`, which it needs."),
  extraRules: list(
    "Further rules, taken as they stand.",
    kubernetes<types.input.networking.v1.IngressRule>("networking.k8s.io/v1:IngressRule", "A rule."),
  ),
  extraTls: list(
    "Further settings for TLS, taken as they stand.",
    kubernetes<types.input.networking.v1.IngressTLS>("networking.k8s.io/v1:IngressTLS", "Host names and their certificate."),
  ),
});

const dnsName = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

const parentReference = object("ParentReference", "Parent of the route.", {
  group: string("API group of it. Default `gateway.networking.k8s.io`.", {
    pattern: new RegExp(`^$|^${dnsName}$`),
    expected: "expected an API group such as gateway.networking.k8s.io",
    example: "gateway.networking.k8s.io",
  }),
  kind: string("Kind of it. Default `Gateway`.", {
    pattern: /^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/,
    expected: "expected a kind such as Gateway",
    example: "Gateway",
  }),
  name: required(string("Name of it.", { minLength: 1, example: "public" })),
  namespace: string("Namespace of it. Default: the resource's own.", {
    pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    expected: "expected the name of a namespace",
    example: "gateways",
  }),
  port: integer("Port of it. Default: all that fit.", { minimum: 1, maximum: 65535 }),
  sectionName: string("Listener or port of it, by name. Default: the whole of it.", {
    pattern: new RegExp(`^${dnsName}$`),
    expected: "expected the name of a listener such as https",
    example: "https",
  }),
});

const httpRoute = object(
  "EmbeddedHTTPRoute",
  "An HTTPRoute of the Gateway API (`gateway.networking.k8s.io/v1`) that leads to the Service.",
  {
    ...metadataFields("HTTPRoute"),
    hostnames: list(
      "Host names that requests come to. Default: those of the listener.",
      string("A host name; `*.` in front matches all subdomains.", {
        pattern: new RegExp(`^(\\*\\.)?${dnsName}$`),
        expected: "expected a host name such as vm.example.com",
        example: "vm.example.com",
      }),
    ),
    parentRefs: list("Gateways that serve the route.", parentReference),
    extraRules: list(
      "Rules instead of the one for all requests. Their `backendRefs` are always replaced by the derived Service.",
      map("A rule of an HTTPRoute, taken as it stands.", any("A field of the rule.")),
    ),
  },
);

/** Sources of routes. */
const configurationFields = {
  selectAllByDefault: structural(
    boolean("Selects all VMUsers of all namespaces if both selectors are left out. Default false: no VMUsers are selected then."),
  ),
  userSelector: described(
    "Selector of the VMUsers by their labels; `{}` means all. Without `userNamespaceSelector` only those of the resource's namespace.",
    labelSelector,
  ),
  userNamespaceSelector: described("Namespaces of the VMUsers, by the labels of the Namespaces; `{}` means all namespaces.", labelSelector),
  defaultTargetRefs: list(
    "Targets for VMUsers, and for `unauthorizedUserAccessSpec`, to refer to by `name`. Each needs a name of its own.",
    targetRef,
  ),
  unauthorizedUserAccessSpec: unauthorizedUserAccess,
  externalConfig,
  configSecret: structural(
    string("Secret of the namespace with the user's own configuration, under the key `config.yaml`.", {
      deprecated: "use externalConfig.secretRef",
    }),
  ),
  arbitraryFSAccessThroughSMs: described(
    "Whether VMUsers may make vmauth read files of its container, for certificates.",
    arbitraryFileAccess,
  ),
  waitForConfigReload: boolean("Has no effect: the operator only waits with it before it reports users as applied."),
};

/** Older ways to treat requests without credentials. The options only affect `unauthorizedAccessConfig`. */
const deprecatedFields = {
  unauthorizedAccessConfig: list("Routes for requests without credentials.", urlMap, { deprecated: "use unauthorizedUserAccessSpec" }),
  ...(Object.fromEntries(
    Object.entries(userOptionFields).map(([name, field]) => [
      name,
      described("An option for `unauthorizedAccessConfig`, without which it has no effect.", field as z.ZodType, {
        deprecated: `use unauthorizedUserAccessSpec.${name}`,
      }),
    ]),
  ) as typeof userOptionFields),
};

export const spec = object("VMAuthSpec", "A proxy that authenticates requests, and forwards them to the allowed targets.", {
  ...resourceFields,
  ...configurationFields,
  ...deprecatedFields,
  ...workloadFields,
  ...programFields("vmauth"),
  internalListenPort: portText(
    "Port, in quotes, for metrics, health and reloads, apart from that for requests. Default: they are on the same port.",
  ),
  useProxyProtocol: structural(
    boolean(
      "Expects connections by the proxy protocol, which passes on the client's address behind a load balancer. Without `internalListenPort` " +
        "vmauth cannot be scraped then. Default false.",
    ),
  ),
  ...deploymentFields,
  hpa,
  vpa,
  podDisruptionBudget,
  ingress,
  httpRoute,
  ...loggingFields,
  ...reloaderFields,
  license,
});

export type VMAuthSpec = z.output<typeof spec>;
