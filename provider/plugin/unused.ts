/**
 * Keeps what only programs need from being loaded with the SDK: the Automation API, which drives stacks, and the npm client by which functions are
 * packed up. Together they would take half of the time that the plugin needs to start. This must be imported before the SDK.
 */
const unused = ["@pulumi/pulumi/automation", "@npmcli/arborist"];

for (const name of unused) {
  const file = require.resolve(name, { paths: [require.resolve("@pulumi/pulumi/package.json")] });
  require.cache[file] ??= Object.assign(Object.create(module) as NodeJS.Module, { id: file, filename: file, exports: {} });
}
