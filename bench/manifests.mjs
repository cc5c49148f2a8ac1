import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const apiVersion = "operator.victoriametrics.com/v1beta1";

/** The objects of a bench are spread over so many namespaces. */
export const namespaces = 50;

/** @param {number} index */
export const namespaceOf = (index) => `team-${index % namespaces}`;

/**
 * Works with a folder for manifests that is gone afterwards.
 *
 * @template Result
 * @param {(folder: string) => Result} work
 * @returns {Result}
 */
export function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-bench-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
