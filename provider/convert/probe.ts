import { joinPath } from "../world/issues";
import { endpointAuthenticationFields } from "./authentication-fields";
import { type Conversion, count, field, fields, lowerCase, parameters, same, withDefaults } from "./conversion";
import { selectorFields } from "./monitors";
import { relabeling } from "./relabeling-conversion";
import type { SourceKind } from "./source";

const relabelingConfigs = field("relabelingConfigs", relabeling);

const prober = fields({
  url: field("vmProberSpec.url"),
  scheme: field("vmProberSpec.scheme", lowerCase),
  path: field("vmProberSpec.path"),
  proxyUrl: field("proxyURL"),
});

const ingressTargets = withDefaults({ role: "ingress" }, fields({ ...selectorFields, relabelingConfigs }));

const ingress: Conversion = (value, place) => [ingressTargets(value, { ...place, target: joinPath(place.target, 0) })];

const targets = fields({
  staticConfig: field("static", fields({ static: field("targets"), ...same("labels"), relabelingConfigs })),
  ingress: field("kubernetes", ingress),
});

export const Probe: SourceKind = {
  kind: "Probe",
  apiVersion: "monitoring.coreos.com/v1",
  setting: "probe",
  spec: fields({
    ...same("jobName", "module", "scrapeClass", "interval", "scrapeTimeout"),
    // Only this kind has them as a list.
    params: field("params", parameters),
    followRedirects: field("follow_redirects"),
    sampleLimit: field("sampleLimit", count),
    prober: field("", prober, "vmProberSpec"),
    targets: field("targets", targets),
    metricRelabelings: field("metricRelabelConfigs", relabeling),
    ...endpointAuthenticationFields,
  }),
};
