import { item, map, object, string, structural } from "./fields";

/** Labels and annotations for pods and claims. */
export const embeddedMetadata = object("EmbeddedObjectMetadata", "Name, labels and annotations of an object that is derived from a template.", {
  name: structural(string("Name of the object. Pods and the claim of a VMSingle ignore it: their names follow from the resource's.")),
  labels: map("Labels of the object. The labels by which derived objects find each other win over labels of the same name.", item),
  annotations: map("Annotations of the object.", item),
});

/** Labels and annotations for every derived object. */
export const managedMetadata = object("ManagedObjectsMetadata", "Labels and annotations for all objects that are derived, pods excepted.", {
  labels: map(
    "Labels for each derived object, the component's own scrape object included. The labels that identify the component win over these.",
    structural(item),
  ),
  annotations: map("Annotations for each derived object. Secrets that hold generated configuration do not get them.", item),
});
