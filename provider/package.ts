import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the package, or of the bundled plugin: the nearest with a `package.json` above this file. */
export const packageFolder: string = nearest(__dirname);

function nearest(folder: string): string {
  return existsSync(join(folder, "package.json")) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
