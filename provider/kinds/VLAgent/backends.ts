import { applicationPort, type Backends, single } from "../../vmauth/backend";

/** An agent for logs, as VMUsers and VMAuths refer to it. */
export const backends: Backends = new Map([["VLAgent", single("VLAgent", applicationPort("vlagent"))]]);
