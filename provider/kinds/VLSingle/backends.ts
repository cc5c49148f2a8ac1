import { applicationPort, type Backends, single } from "../../vmauth/backend";

/** A single node for logs, as VMUsers and VMAuths refer to it. */
export const backends: Backends = new Map([["VLSingle", single("VLSingle", applicationPort("vlsingle"))]]);
