/** The guard of the script in the tests of the guard; its argument is the end of the script. */
import { fileURLToPath } from "node:url";
import { runGuarded } from "../../../tools/local-cluster/guard.mjs";

process.exitCode = await runGuarded(fileURLToPath(new URL("guarded-script.mjs", import.meta.url)), { end: process.argv[2] });
