import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK keeps for each component that it is asked for, beside its public types. */
interface Store {
  readonly settings: { rpcDone: Promise<unknown> };
}

const { getStore } = state as unknown as { getStore(): Store };
const { waitForRPCs } = settings as unknown as { waitForRPCs(): Promise<void> };

/** Waits until the engine has answered all that was asked of it for the current component. */
export const allRequests = (): Promise<void> => waitForRPCs();

/** Lets the current component be answered without waiting for what the engine will not answer any more. */
export function forgetRequests(): void {
  getStore().settings.rpcDone = Promise.resolve();
}
