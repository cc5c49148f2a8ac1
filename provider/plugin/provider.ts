import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { packageFolder } from "../package";
import { version } from "../version";
import { constructibleOf } from "./constructible";
import { givenOptions } from "./given-options";

/** The plugin as the SDK's server runs it: the package's schema, and its components for programs in any language. */
export class Provider implements pulumi.provider.Provider {
  readonly version = version;

  async getSchema(): Promise<string> {
    return readFile(join(packageFolder, "sdk", "schema.json"), "utf8");
  }

  async construct(
    name: string,
    type: string,
    inputs: pulumi.Inputs,
    options: pulumi.ComponentResourceOptions,
  ): Promise<pulumi.provider.ConstructResult> {
    const { create, outputs } = constructibleOf(type);
    const component = new create(name, inputs as never, await givenOptions(options));
    const outcome = await component.outcome();
    if (outcome.state === "failed") throw invalid(outcome.error);
    const state = component as unknown as pulumi.Inputs;
    return { urn: component.urn, state: Object.fromEntries(outputs.map((output) => [output, state[output]])) };
  }
}

/**
 * One error with all problems as its text. It names no property: beside a property the engine prints its value, and a secret one in clear.
 */
const invalid = ({ message }: Error): Error => new pulumi.InputPropertiesError({ message, errors: [] });
