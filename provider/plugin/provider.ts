import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { packageFolder } from "../package";
import { contentOf } from "../pulumi/resolve";
import { version } from "../version";
import { constructibleOf } from "./constructible";
import { Failures, whichProcess } from "./failures";
import { givenOptions } from "./given-options";
import { remember } from "./made-components";
import { allRequests, forgetRequests } from "./requests";

/** The plugin as the SDK's server runs it: the package's schema, and its components for programs in any language. */
export class Provider implements pulumi.provider.Provider {
  readonly version = version;
  readonly #failures = new Failures();

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
    const unknown = Object.fromEntries(outputs.map((output) => [output, pulumi.unknown]));
    const { ending } = this.#failures;
    if (ending) {
      await this.#failures.while(async () => forgetRequests());
      return { urn: ending.urn, state: unknown };
    }
    const component = new create(name, inputs as never, await givenOptions(options));
    const state = component as unknown as pulumi.Inputs;
    const outcome = await this.#failures.while(async () => {
      const result = await component.outcome();
      if (result.state !== "failed") await allRequests();
      return result;
    });
    const urn = String(await contentOf(component.urn));
    remember(urn, component);
    if (outcome.state !== "failed") return { urn, state: Object.fromEntries(outputs.map((output) => [output, state[output]])) };
    const { message } = outcome.error;
    if (!(await this.#failures.tell({ name, type, urn, message }))) throw invalid(message);
    forgetRequests();
    return { urn, state: unknown };
  }

  /** The only function of the package lets the plugin find its own process. */
  async invoke(token: string): Promise<pulumi.provider.InvokeResult> {
    if (token !== whichProcess) throw new Error(`${token} is not a function of this package`);
    this.#failures.found();
    return { outputs: {} };
  }

  /** The engine checks only the resource that reports failures. */
  async check(): Promise<pulumi.provider.CheckResult> {
    return { failures: [{ property: "", reason: await this.#failures.check() }] };
  }
}

/**
 * One error with all problems as its text. It names no property: beside a property the engine prints its value, and a secret one in clear.
 */
const invalid = (message: string): Error => new pulumi.InputPropertiesError({ message, errors: [] });
