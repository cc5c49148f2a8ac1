import type { z } from "zod";
import { described, integer, item, list, map, object, required, string, structural, word } from "../../schema/fields";
import { relabelConfigs } from "../../schema/relabeling-fields";
import { labelSelector, namespaceSelector } from "../../schema/selector-fields";
import { scrapeEndpointFields, scrapeObjectFields } from "../../scraping/endpoint-fields";

const targetRelabeling = relabelConfigs("Relabeling of these targets, after the rules that come with them.");

const staticTargets = object("VMProbeTargetStatic", "Addresses to be probed.", {
  targets: required(list("The addresses: URLs or hosts, in the form of the prober's module.", item)),
  labels: map("Labels of the targets.", item),
  relabelingConfigs: targetRelabeling,
});

const kubernetesTargets = object("VMProbeTargetKubernetes", "Objects of the cluster to be probed.", {
  role: structural(
    word(
      "Kind of the probed objects. Services, pods and nodes may set path and scheme by the annotations `operator.victoriametrics.com/probe-path` and `probe-scheme`; " +
        "default `/` and `http`. Required, except in `ingress`.",
      ["service", "ingress", "pod", "node"],
    ),
  ),
  selector: described("Which of them are probed, by their labels. Default: all.", labelSelector),
  namespaceSelector: described("Namespaces of the objects. Default: the object's own namespace.", namespaceSelector),
  relabelingConfigs: targetRelabeling,
});

const targets = object("VMProbeTargets", "The probed targets; several of the fields may be given.", {
  static: staticTargets,
  kubernetes: list("Objects of the cluster to be probed.", kubernetesTargets),
  staticConfig: described("The same as `static`. Both together are an error.", staticTargets, { deprecated: "use static" }),
  ingress: described("Ingresses to be probed, after the targets of `kubernetes`. `role` has no effect here.", kubernetesTargets, {
    deprecated: "use kubernetes with the role ingress",
  }),
});

const prober = object("VMProberSpec", "The exporter that probes the targets, the blackbox exporter for example.", {
  url: required(string("Address of the prober, `host:port`.", { example: "blackbox-exporter.monitoring.svc:9115" })),
  scheme: word("Protocol of requests to the prober. Default: `scheme` of the probe, else `http`.", ["http", "https"]),
  path: string("Path on the prober that results are asked of. Default `/probe`."),
});

export const spec = object("VMProbeSpec", "Probing of targets from outside, by way of a prober.", {
  vmProberSpec: required(prober),
  targets,
  module: string("Module of the prober, its kind of probe. It wins over a `module` among `params`. Default: the prober's own."),
  jobName: string("The label `job` of the samples. Default: the name of the job in the configuration."),
  ...scrapeEndpointFields,
  path: described("Has no effect: the prober's path is `vmProberSpec.path`.", scrapeEndpointFields.path),
  ...scrapeObjectFields,
  scrapeClass: described(
    "Scrape class of the scraper that fills in TLS and authentication; its relabeling is not for probes. Default: its default class. An " +
      "unknown name is an error.",
    scrapeObjectFields.scrapeClass,
  ),
  sampleLimit: integer("Most samples that a probe may bring; with more it fails. 0, the default, is no limit."),
  seriesLimit: integer("Most different series that a target may bring in a day; more are dropped. 0, the default, is no limit."),
});

export type VMProbeSpec = z.output<typeof spec>;
