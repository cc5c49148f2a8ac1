import type { Manifest } from "../../world/objects";

/** Inputs of a generated configuration that are not files. */
const others = new Set(["contents"]);

/** The file of a workload's readable form. */
export const workloadFile = "workload";

const workloadTitle = "the workload as JSON, with secrets hidden";

/** A workload for readers, in a form that can be read back. */
export const workloadText = (manifest: Manifest): string => `${workloadTitle}\n${JSON.stringify(manifest, undefined, 2)}\n`;

/** The workload that a generated configuration shows. */
export function workloadIn(inputs: Readonly<Record<string, unknown>>): Manifest | undefined {
  const text = inputs[workloadFile];
  return typeof text === "string" && text.startsWith(`${workloadTitle}\n`)
    ? (JSON.parse(text.slice(workloadTitle.length)) as Manifest)
    : undefined;
}

/** The key of the custom resource that a generated configuration is made for: each text begins with it. */
export function ownerIn(inputs: Readonly<Record<string, unknown>> = {}): string | undefined {
  const texts = Object.entries(inputs).flatMap(([name, text]) => (others.has(name) || typeof text !== "string" ? [] : [text]));
  return texts.map((text) => /^([^\s,]+\/[^\s,]+\/[^\s,]+), /.exec(text)?.[1]).find((owner) => owner !== undefined);
}

/** The lines of all files of a generated configuration; the first line of each is its title. */
export function linesOfFiles(inputs: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(inputs)
    .filter(([name, text]) => !others.has(name) && typeof text === "string")
    .flatMap(([, text]) =>
      (text as string)
        .split("\n")
        .slice(1)
        .filter((line) => line !== ""),
    );
}
