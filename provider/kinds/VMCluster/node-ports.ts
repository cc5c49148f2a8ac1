import { containerPort } from "../../features/cluster/cluster-containers";
import type { ContainerPort } from "../../workload/plain";
import type { StorageSpec } from "./members";

/** The port of a storage node for vminsert. */
export const insertNodePort = ({ vmInsertPort }: StorageSpec): string => vmInsertPort || "8400";

/** The port of a storage node for vmselect. */
export const selectNodePort = ({ vmSelectPort }: StorageSpec): string => vmSelectPort || "8401";

/** The port of a part that clusters of a higher level ask. */
export const clusterNativePorts = (port: string | undefined): ContainerPort[] => (port ? [containerPort("clusternative", port)] : []);
