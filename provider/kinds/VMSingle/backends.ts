import { type Backends, fixedPort, remoteWritePath, single } from "../../vmauth/backend";

/** A single node, as VMUsers and VMAuths refer to it. Whatever port it listens on, its Service has this one. */
export const backends: Backends = new Map([["VMSingle", single("VMSingle", fixedPort("8428"), { writePath: remoteWritePath })]]);
