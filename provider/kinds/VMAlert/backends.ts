import { applicationPort, type Backends, single } from "../../vmauth/backend";

/** A VMAlert, as VMUsers and VMAuths refer to it. */
export const backends: Backends = new Map([["VMAlert", single("VMAlert", applicationPort("vmalert"))]]);
