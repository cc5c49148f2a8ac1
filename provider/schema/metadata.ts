import { item, map, object, required, string, structural } from "./fields";

/** Labels and annotations for pods and claims. */
export const embeddedMetadata = object(
  "EmbeddedObjectMetadata",
  "Name, labels and annotations of an object that is derived from a template.",
  {
    name: structural(
      string("Name of the object. Pods and the claim of a VMSingle ignore it: their names follow from the resource's name."),
    ),
    labels: map("Labels of the object. The labels used by selectors of derived objects win over labels of the same name.", item),
    annotations: map("Annotations of the object.", item),
  },
);

/** Labels and annotations for every derived object. */
export const managedMetadata = object("ManagedObjectsMetadata", "Labels and annotations for all derived objects except pods.", {
  labels: map(
    "Labels for each derived object, the component's own scrape object included. The labels that identify the component win over these.",
    structural(item),
  ),
  annotations: map("Annotations for each derived object. Secrets with generated configuration do not get them.", item),
});

const dnsName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const objectName = {
  pattern: dnsName,
  expected: "expected a DNS name: lower-case letters, digits, - and .",
  example: "main",
};
const name = string("Name of the custom resource; derived objects are named after it. Default: the component's name.", objectName);
const otherMetadata = {
  namespace: string(
    "Namespace of the custom resource and of all derived objects. Default: the provider's, else the stack's `kubernetes:namespace`, else `default`.",
    { ...objectName, example: "monitoring" },
  ),
  labels: map("Labels of the custom resource, for selectors.", item),
  annotations: map(
    'Annotations. `operator.victoriametrics.com/skip-validation: "true"` switches off all checks except those of the fields\' types.',
    item,
  ),
};

/** `metadata` of a component. */
export const componentMetadata = object("ObjectMetadata", "Name, namespace, labels and annotations of the custom resource.", {
  name,
  ...otherMetadata,
});

/** `metadata` of a custom resource. */
export const resourceMetadata = object("ResourceMetadata", "Name, namespace, labels and annotations.", {
  name: required(name),
  ...otherMetadata,
});
