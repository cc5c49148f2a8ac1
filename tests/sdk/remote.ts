import * as pulumi from "@pulumi/pulumi";
import type * as victoriametrics from "../../provider";
import { type KindName, kinds } from "../../provider/kinds";
import { outputNames } from "../../provider/pulumi/component-base";

/** A component that the plugin makes, as the SDKs of all languages ask for it. */
class Remote extends pulumi.ComponentResource {
  constructor(type: string, outputs: readonly string[], name: string, args: object, options?: pulumi.ComponentResourceOptions) {
    const blank = Object.fromEntries(outputs.map((output) => [output, undefined]));
    super(`victoriametrics:index:${type}`, name, { ...blank, ...args }, options, true);
  }
}

/** A class such as a generated SDK has. */
const remoteClass = (type: string, outputs: readonly string[]) =>
  class extends Remote {
    constructor(name: string, args: object = {}, options?: pulumi.ComponentResourceOptions) {
      super(type, outputs, name, args, options);
    }
  };

const classes = Object.entries(kinds).map(([kind, entry]) => [kind, remoteClass(kind, outputNames(entry))]);

/** The components of the package, in the plugin instead of in the program: everything else about them is the same. */
export const remote = {
  ...Object.fromEntries(classes),
  ConfigGroup: remoteClass("ConfigGroup", ["customResources"]),
} as unknown as Pick<typeof victoriametrics, KindName | "ConfigGroup">;
