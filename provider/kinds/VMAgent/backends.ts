import { applicationPort, type Backends, remoteWritePath, single } from "../../vmauth/backend";

/** An agent, as VMUsers and VMAuths refer to it. */
export const backends: Backends = new Map([["VMAgent", single("VMAgent", applicationPort("vmagent"), { writePath: remoteWritePath })]]);
