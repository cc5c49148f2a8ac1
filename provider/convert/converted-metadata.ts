import type { Defaults } from "../defaults";
import type { Manifest, Metadata } from "../world/objects";

type Texts = Readonly<Record<string, string>>;

/** Annotations that make Argo CD ignore the results of a conversion. */
const argoCD: Texts = {
  "argocd.argoproj.io/compare-options": "IgnoreExtraneous",
  "argocd.argoproj.io/sync-options": "Prune=false",
};

/** Name, namespace, labels and annotations of a conversion: those of the source, except those that the settings exclude. */
export function convertedMetadata({ metadata }: Manifest, defaults: Defaults): Metadata {
  const { name, namespace = "default" } = metadata;
  const labels = without(defaults.filterPrometheusConverterLabelPrefixes, metadata.labels);
  const kept = without(defaults.filterPrometheusConverterAnnotationPrefixes, metadata.annotations);
  const annotations = { ...kept, ...(defaults.prometheusConverterAddArgoCDIgnoreAnnotations && argoCD) };
  return { name, namespace, ...nonEmpty("labels", labels), ...nonEmpty("annotations", annotations) };
}

function without(prefixes: readonly string[], texts: Texts | undefined): Texts {
  return Object.fromEntries(
    Object.entries(texts ?? {}).filter(([key]) => !prefixes.some((prefix) => prefix !== "" && key.startsWith(prefix))),
  );
}

const nonEmpty = (field: "labels" | "annotations", texts: Texts): Partial<Metadata> =>
  Object.keys(texts).length === 0 ? {} : { [field]: texts };
