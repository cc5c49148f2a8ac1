import { isRunAsPlugin } from "./plugin/host";

/*
 * The entries of the package, for the files that Node.js loads: `dist/index.js`, `dist/render.js`, `dist/plugin.js` and `dist/cli/cli.js`. All modules
 * lie in one file, `dist/modules.js`, since many files take long to load; each runs when it is first asked for.
 */

/** The library; the plugin alone for Pulumi's host of plugins, which takes a module that exports components for a package without a provider. */
export const index = (loaded: NodeJS.Module): unknown => (isRunAsPlugin(loaded) ? plugin() : named(require("./index")));

export const render = (): unknown => require("./render");

export const plugin = (): unknown => require("./plugin");

export const commandLine = (): unknown => require("./cli/cli");

/** Gives classes the names under which they are exported: in one file only one thing has a name, and others get a number with it. */
function named(exported: Readonly<Record<string, unknown>>): unknown {
  for (const [name, value] of Object.entries(exported))
    if (typeof value === "function") Object.defineProperty(value, "name", { value: name });
  return exported;
}
