import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

/** The SDK's internal state of a requested component. */
interface Store {
  readonly settings: { rpcDone: Promise<unknown> };
}

const { getStore } = state as unknown as { getStore(): Store };
const { waitForRPCs } = settings as unknown as { waitForRPCs(): Promise<void> };

/** Waits until the engine has answered all requests for the current component. */
export const allRequests = (): Promise<void> => waitForRPCs();

/** Answers the current component without waiting for requests that the engine will never answer. */
export function forgetRequests(): void {
  getStore().settings.rpcDone = Promise.resolve();
}
