import "./plugin/unused";
import * as pulumi from "@pulumi/pulumi";
import { rememberFeatures } from "./plugin/engine-features";
import { registerReferences } from "./plugin/made-components";
import { spellingOf } from "./plugin/program-spelling";
import { ownPlace, runtimeOf } from "./plugin/project";
import { Provider } from "./plugin/provider";
import { withoutDebugging } from "./plugin/quiet";
import { becomePlugin } from "./pulumi/plugin-process";
import { spellPaths } from "./pulumi/spelling";

/**
 * Runs the plugin: prints the port that it listens on, on 127.0.0.1, and serves until its process ends.
 *
 * It is the only export, so that Pulumi's Node.js host, which runs a plugin folder with a PulumiPlugin.yaml, calls it. The host would treat a module
 * that exports components as a package without its own provider.
 */
export = async function plugin(): Promise<void> {
  becomePlugin();
  rememberFeatures();
  registerReferences();
  const spelling = spellingOf(runtimeOf(ownPlace()));
  if (spelling) spellPaths(spelling);
  await pulumi.provider.main(new Provider(), process.argv.slice(2));
  withoutDebugging();
};
