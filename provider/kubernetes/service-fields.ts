import type { types } from "@pulumi/kubernetes";
import { boolean, item, map, object, required, string, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { PlainFields } from "../workload/plain";

const serviceMetadata = object("AdditionalServiceMetadata", "Name, labels and annotations of the Service.", {
  name: structural(
    string(
      "Name of the further Service. Default: the default Service's name followed by `-additional-service`. The default Service's own name is an " +
        "error; with `useAsDefault` it is ignored.",
    ),
  ),
  labels: map("Labels of the Service. The labels that identify the component win over these.", structural(item)),
  annotations: map("Annotations of the Service.", item),
});

/** A Service beside the derived one, or in its place. */
export const serviceSpec = object("AdditionalServiceSpec", "A further Service for the pods, or the settings of the default one.", {
  useAsDefault: structural(boolean("Changes the default Service instead of making a further one. Default false.")),
  metadata: serviceMetadata,
  spec: required(
    kubernetes<types.input.core.v1.ServiceSpec>(
      "core/v1:ServiceSpec",
      "The Service itself. A further Service takes selector, ports and type from the default one where they are missing; the default one keeps " +
        "its selector and gets the derived ports whose names are missing.",
    ),
  ),
});

/** What a workload says of its Services. */
export type ServiceFields = PlainFields<{ serviceSpec: typeof serviceSpec }>;
