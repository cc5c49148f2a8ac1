import type * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";
import type { Configuration } from "./configuration";

/** Where samples are kept, and how to reach it. */
export interface Storage {
  readonly component: victoriametrics.VMSingle | victoriametrics.VMCluster;
  /** Address of the Prometheus API. */
  readonly queryUrl: pulumi.Output<string>;
  /** Address of Prometheus's remote write protocol. */
  readonly remoteWriteUrl: pulumi.Output<string>;
}

type Create = (configuration: Configuration, metadata: victoriametrics.ObjectMetadataArgs) => Storage;

/** The database that the configuration asks for. */
export function createStorage(configuration: Configuration, metadata: victoriametrics.ObjectMetadataArgs): Storage {
  return databases[configuration.storage](configuration, metadata);
}

/** The claim of a volume. */
export const volumeClaim = (size: string, { storageClass }: Pick<Configuration, "storageClass">) => ({
  ...(storageClass !== "" && { storageClassName: storageClass }),
  resources: { requests: { storage: size } },
});

const databases: Readonly<Record<Configuration["storage"], Create>> = {
  single: (configuration, metadata) => {
    const component = new victoriametrics.VMSingle("main", {
      metadata,
      spec: {
        retentionPeriod: configuration.retention,
        storage: volumeClaim(configuration.volumeSize, configuration),
        // Scraping is the agent's.
        ingestOnlyMode: true,
        extraArgs: showAlerts(configuration),
      },
    });
    return { component, queryUrl: component.url, remoteWriteUrl: component.remoteWriteUrl };
  },
  cluster: (configuration, metadata) => {
    const component = new victoriametrics.VMCluster("main", {
      metadata,
      spec: {
        retentionPeriod: configuration.retention,
        // With every sample on two of three nodes, one of them may be away.
        replicationFactor: 2,
        vmstorage: {
          replicaCount: 3,
          storage: { volumeClaimTemplate: { spec: volumeClaim(configuration.volumeSize, configuration) } },
          podDisruptionBudget: { maxUnavailable: 1 },
        },
        vmselect: { replicaCount: 2, extraArgs: showAlerts(configuration), podDisruptionBudget: { maxUnavailable: 1 } },
        vminsert: { replicaCount: 2, podDisruptionBudget: { maxUnavailable: 1 } },
      },
    });
    return { component, queryUrl: component.queryUrl, remoteWriteUrl: component.remoteWriteUrl };
  },
};

/** Shows rules and alerts in vmui and Grafana. The VMAlert needs the database, so the database knows it only by its address. */
const showAlerts = ({ namespace }: Configuration) => ({ "vmalert.proxyURL": `http://vmalert-main.${namespace}.svc:8080` });
