export { type Conversions, convert } from "./convert";
export type { DefaultsInput } from "./defaults";
export * from "./generated/components";
export type * from "./generated/inputs";
export { Component } from "./pulumi/component";
export { GeneratedConfig } from "./pulumi/generatedConfig";
export { InvalidObjectsError, type Rendered, type RenderedConfig, type RenderOptions, render } from "./render";
export type { Issue } from "./world/issues";
export type { CustomResource, Manifest } from "./world/objects";
