import type { Consequences } from "../consequences";
import { accessRisks } from "./access";
import { availabilityRisks } from "./availability";
import { dataRisks } from "./data";
import { monitoringRisks } from "./monitoring";
import type { Risk } from "./risk";

/** A risk of a change and its places. */
export interface FoundRisk extends Omit<Risk, "find"> {
  readonly findings: readonly string[];
}

/** All risks that a review checks, in the order of its output. */
export const risks: readonly Risk[] = [...dataRisks, ...availabilityRisks, ...monitoringRisks, ...accessRisks];

/** The risks of a change. */
export function risksOf(consequences: Consequences): FoundRisk[] {
  return risks.flatMap(({ find, ...risk }) => {
    const findings = [...new Set(find(consequences))];
    return findings.length > 0 ? [{ ...risk, findings }] : [];
  });
}
