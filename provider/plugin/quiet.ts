import * as pulumi from "@pulumi/pulumi";

/**
 * Switches off diagnostics for developers of the SDK. For every step of every resource it sends the engine a debugging message, one after the other
 * over all components, and a component is only ready when its messages have arrived: that takes most of the time, and some messages contain secrets
 * in clear. It also records a stack trace for every promise; only the place of an error is kept here. And it reports the source line of each
 * resource, which in a plugin is never in the user's program.
 */
export function withoutDebugging(): void {
  Object.assign(pulumi.log, { debug: () => Promise.resolve() });
  Object.assign(pulumi.Resource, { callsites: () => [] });
  Error.stackTraceLimit = 1;
  // Set by the SDK's server, with source maps, which the compiled sources do not have.
  Reflect.deleteProperty(Error, "prepareStackTrace");
}
