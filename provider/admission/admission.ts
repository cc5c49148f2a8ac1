import type { DerivedObject } from "../derived";
import type { Report } from "../world/issues";
import { type Refusal, refusals } from "./refusals";

/** A refusal and its source. */
interface Found extends Refusal {
  readonly objects: readonly string[];
}

/**
 * Reports derived objects that a cluster would refuse, before anything is applied: the same problem of several objects once. A refusal by server-side
 * apply alone is a warning, since manifests may be applied in other ways.
 */
export function checkAdmission(objects: readonly DerivedObject[], report: Report): void {
  for (const { by, path, message, objects: refused } of findAll(objects)) {
    const text = `makes ${refused.join(", ")}, which ${by} refuses: ${path}: ${message}`;
    if (by === "the API server") report.error("spec", text);
    else report.warning("spec", text);
  }
}

function findAll(objects: readonly DerivedObject[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { manifest } of objects) {
    for (const refusal of refusals(manifest)) {
      const identity = [refusal.by, refusal.path, refusal.message].join("\n");
      const { objects: others = [] } = found.get(identity) ?? {};
      found.set(identity, { ...refusal, objects: [...others, `${manifest.kind} ${manifest.metadata.name}`] });
    }
  }
  return [...found.values()];
}
