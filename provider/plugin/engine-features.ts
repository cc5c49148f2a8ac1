import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { SupportsFeatureRequest, SupportsFeatureResponse } from "@pulumi/pulumi/proto/resource_pb";
import { perRun } from "../pulumi/per-run";

type Answer = (error: Error | null, response?: SupportsFeatureResponse) => void;

/** The SDK's connection to an engine, for queries of features. */
interface Client {
  supportsFeature(request: SupportsFeatureRequest, answer: Answer): void;
}

/**
 * Asks an engine once for each feature, for any number of components. Older SDKs ask for all features again with every component, which takes more
 * requests than a component without objects itself.
 */
export function rememberFeatures(): void {
  const client = ResourceMonitorClient.prototype as unknown as Client;
  const ask = client.supportsFeature;
  const answersOfRun = perRun(() => new Map<string, Promise<SupportsFeatureResponse | undefined>>());
  client.supportsFeature = function (this: Client, request, answer) {
    const answers = answersOfRun();
    const key = request.getId();
    const asked =
      answers.get(key) ??
      new Promise<SupportsFeatureResponse | undefined>((resolve, reject) => {
        ask.call(this, request, (error, response) => (error ? reject(error) : resolve(response)));
      });
    answers.set(key, asked);
    asked.then(
      (response) => answer(null, response),
      (error: Error) => {
        answers.delete(key);
        answer(error);
      },
    );
  };
}
