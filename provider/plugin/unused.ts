import { Module } from "node:module";

/**
 * Prevents the SDK from loading modules that only programs need: the Automation API, and the serialization of functions with the TypeScript compiler
 * and an npm client. Together they would take more than half of the time that the plugin needs to start. This must be imported before the SDK.
 */
const unused = ["@pulumi/pulumi/automation", "@npmcli/arborist", "@pulumi/pulumi/runtime/closure/serializeClosure"];

for (const name of unused) {
  const file = require.resolve(name, { paths: [require.resolve("@pulumi/pulumi/package.json")] });
  require.cache[file] ??= Object.assign(new Module(file), { filename: file, loaded: true });
}
