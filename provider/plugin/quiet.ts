import * as pulumi from "@pulumi/pulumi";

/**
 * Switches off what the SDK does for its own developers. For every step of every resource it sends the engine a debugging message, one after the
 * other over all components, and a component is only ready when its messages have arrived: that takes longer than all else, and some of them hold
 * secrets in clear. It takes a stack trace for every promise; the place of an error alone is kept of them. And it tells the engine where each
 * resource is made, which in a plugin is never a place in the user's program.
 */
export function withoutDebugging(): void {
  Object.assign(pulumi.log, { debug: () => Promise.resolve() });
  Object.assign(pulumi.Resource, { callsites: () => [] });
  Error.stackTraceLimit = 1;
  // Set by the SDK's server, with source maps, which the compiled sources do not have.
  Reflect.deleteProperty(Error, "prepareStackTrace");
}
