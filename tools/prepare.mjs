/**
 * What npm runs after `npm install` and before `npm pack`: compiles the package unless it is compiled already. After an installation npm runs it
 * twice, because the package is a link in its own node_modules, by which the examples find it.
 */
import { ensureBuilt } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

ensureBuilt().catch(exitWith);
