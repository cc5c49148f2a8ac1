import { boolean, described, item, list, object, required, string, structural, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { attachMetadata } from "../../../scraping/endpoint-fields";

const roles = ["node", "pod", "service", "endpoints", "endpointslice", "ingress"] as const;

const namespaces = object("NamespaceDiscovery", "In which namespaces is looked. Left out, it is all of them.", {
  names: list("Names of the namespaces.", item),
  ownNamespace: boolean("Looks in the namespace of the scraper's pod. Default false."),
});

const selector = object("K8SSelectorConfig", "What the Kubernetes API is asked to choose. No text stands for no condition.", {
  role: required(word("Which objects the conditions are for.", roles)),
  label: string("Condition on labels, `app=shop,tier!=cache`."),
  field: string("Condition on fields, `status.phase=Running`."),
});

export const kubernetesSDConfig = object("KubernetesSDConfig", "Targets from the API of a Kubernetes cluster.", {
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
});
