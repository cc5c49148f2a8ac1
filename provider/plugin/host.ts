import { join } from "node:path";

/** The file of Pulumi's SDK that runs a plugin's folder: it loads `main` of package.json, and calls it if it is a function. */
const runner = join("@pulumi", "pulumi", "cmd", "run-plugin", "run.js");

/**
 * Whether Pulumi's Node.js host loads a module as the plugin. `main` of package.json names the library, and the host knows no other entry; a program
 * or another plugin that imports the library is its parent itself.
 */
export const isRunAsPlugin = ({ parent }: NodeJS.Module): boolean => parent?.filename?.endsWith(runner) ?? false;
