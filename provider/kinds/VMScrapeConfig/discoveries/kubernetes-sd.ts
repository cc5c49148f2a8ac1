import { filled, isGiven } from "../../../config/keys";
import { boolean, described, item, list, object, required, string, structural, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { attachMetadata } from "../../../scraping/endpoint-fields";
import { attachedTo } from "../../../scraping/kubernetes-discovery";
import { lowerCase } from "./common";
import { discovery, refusal } from "./discovery";

const roles = ["node", "pod", "service", "endpoints", "endpointslice", "ingress"] as const;

const namespaces = object("NamespaceDiscovery", "Namespaces for discovery. Default: all.", {
  names: list("Names of the namespaces.", item),
  ownNamespace: boolean("Looks in the namespace of the scraper's pod. Default false."),
});

const selector = object("K8SSelectorConfig", "Selection by the Kubernetes API. Empty text means no condition.", {
  role: required(word("Which objects the conditions are for.", roles)),
  label: string("Condition on labels, `app=shop,tier!=cache`."),
  field: string("Condition on fields, `status.phase=Running`."),
});

export const kubernetesSDConfigs = discovery({
  key: "kubernetes_sd_configs",
  description: "Targets from Kubernetes.",
  config: object("KubernetesSDConfig", "Targets from the API of a Kubernetes cluster.", {
    role: required(structural(word("Which objects become targets.", roles))),
    apiServer: string("Address of the API server. Default: that of the cluster that the scraper runs in, with its ServiceAccount."),
    namespaces,
    selectors: list("Conditions on the objects, answered by the Kubernetes API.", selector),
    attach_metadata: described("Metadata to be attached to targets, where the role allows it.", attachMetadata),
    ...discoveryClientFields,
    proxy_client_config: described(
      "The scraper knows no such settings for this discovery and refuses its whole configuration with them: an error.",
      discoveryClientFields.proxy_client_config,
    ),
  }),
  keys: {
    api_server: ({ apiServer }) => filled(apiServer),
    role: ({ role }) => role,
    namespaces: ({ namespaces }) => namespaces && { names: namespaces.names ?? [], own_namespace: namespaces.ownNamespace },
  },
  after: {
    attach_metadata: ({ role, attach_metadata }) => attachedTo(role, attach_metadata),
    selectors: ({ selectors = [] }, _, __, values) =>
      filled(selectors.map(({ role, label = "", field = "" }) => ({ role: lowerCase(role, values), label, field }))),
  },
  check: ({ proxy_client_config }, path, { report }) => {
    if (isGiven(proxy_client_config))
      report.error(`${path}.proxy_client_config`, `${refusal}: leave it out; a proxy's URL may hold user and password`);
  },
});
