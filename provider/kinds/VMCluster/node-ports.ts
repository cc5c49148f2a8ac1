import type { StorageSpec } from "./members";

/** The port of a storage node for vminsert. */
export const insertNodePort = ({ vmInsertPort }: StorageSpec): string => vmInsertPort || "8400";

/** The port of a storage node for vmselect. */
export const selectNodePort = ({ vmSelectPort }: StorageSpec): string => vmSelectPort || "8401";
