import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Manifests that something is derived from. */
export interface Input {
  /** Folder and file, without its ending. */
  readonly name: string;
  readonly text: string;
}

const root = join(__dirname, "..", "..");
const goldens = join(root, "tests", "golden", "input");
/** More inputs, where a checkout lies beside them. */
const corpora = ["conformance", "conformance-logs"].map((corpus) => join(root, "..", "shared", corpus, "cases"));

const read = (group: string, folder: string): Input[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ name: `${group}/${file.replace(/\.yaml$/, "")}`, text: readFileSync(join(folder, file), "utf8") }));

/** Every golden's input, and every conformance case that there is. */
export function inputs(): Input[] {
  const areas = corpora
    .filter((cases) => existsSync(cases))
    .flatMap((cases) =>
      readdirSync(cases)
        .sort()
        .map((area) => read(area, join(cases, area))),
    );
  return [...read("golden", goldens), ...areas.flat()];
}
