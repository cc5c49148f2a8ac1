/** `npm run schema`: makes schema.json and the TypeScript sources that follow from the zod schemas. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));

setup({ build: false }).then(() => {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "provider/generate/main.ts"], { cwd: checkout, stdio: "inherit" });
  process.exitCode = status ?? 1;
}, exitWith);
