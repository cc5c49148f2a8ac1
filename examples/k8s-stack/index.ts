import * as kubernetes from "@pulumi/kubernetes";
import * as victoriametrics from "pulumi-victoriametrics";
import { createAccess } from "./access";
import { createAlerting } from "./alerting";
import { createClusterScrapes } from "./cluster-scrapes";
import { readConfiguration } from "./configuration";
import { createKubeStateMetrics, createNodeExporter } from "./exporters";
import { createGrafana } from "./grafana";
import { createStorage } from "./storage";

const configuration = readConfiguration();
const namespace = new kubernetes.core.v1.Namespace("monitoring", {
  metadata: {
    name: configuration.namespace,
    // The node exporter looks at the machine that it runs on.
    labels: { "pod-security.kubernetes.io/enforce": "privileged" },
  },
}).metadata.name;
const metadata = { namespace };

const storage = createStorage(configuration, metadata);
const { alert, alertmanager } = createAlerting(configuration, metadata, storage);
const { auth, reader, writer } = createAccess(configuration, metadata, { storage: storage.component, alertmanager });
const grafana = createGrafana(configuration, namespace, { queryUrl: storage.queryUrl, alertmanagerUrl: alertmanager.url });
const scrapes = [
  ...createClusterScrapes(metadata, configuration.controlPlane),
  createNodeExporter(namespace),
  createKubeStateMetrics(namespace),
  grafana.scrape,
];

// The agent scrapes what it is shown: the objects above, and each component of VictoriaMetrics by the scrape object that comes with it.
// Scrape objects of your applications go here too.
new victoriametrics.VMAgent("main", {
  metadata,
  spec: {
    selectAllByDefault: true,
    scrapeInterval: configuration.scrapeInterval,
    externalLabels: { cluster: configuration.clusterName },
    remoteWrite: [{ url: storage.remoteWriteUrl }],
  },
  selectFrom: [storage.component, alert, alertmanager, auth, ...scrapes],
});

export const grafanaService = grafana.service.metadata.name;
export const accessUrl = auth.url;
export const readerSecret = reader.secretName;
export const writerSecret = writer.secretName;
export const queryUrl = storage.queryUrl;
export const remoteWriteUrl = storage.remoteWriteUrl;
