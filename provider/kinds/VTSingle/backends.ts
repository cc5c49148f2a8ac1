import { applicationPort, type Backends, single } from "../../vmauth/backend";

/** A single node for traces, as VMUsers and VMAuths refer to it. */
export const backends: Backends = new Map([["VTSingle", single("VTSingle", applicationPort("vtsingle"))]]);
