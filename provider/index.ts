import { isRunAsPlugin } from "./plugin/host";

export { type Conversions, convert } from "./convert";
export * from "./generated/components";
export type * from "./generated/inputs";
export type { DefaultsInput } from "./generated/settings";
export { Component } from "./pulumi/component";
export { ConfigGroup } from "./pulumi/config-group";
export { GeneratedConfig } from "./pulumi/generated-config";
export type { Selectable } from "./pulumi/selectable";
export { InvalidObjectsError, type Rendered, type RenderedConfig, type RenderOptions, render } from "./render";
export type { Issue } from "./world/issues";
export type { CustomResource, Manifest } from "./world/objects";

// The host treats a module that exports components as a package without its own provider, so it gets the plugin alone.
if (isRunAsPlugin(module)) Object.assign(module, { exports: require("./plugin") });
