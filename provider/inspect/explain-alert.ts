import { deriveResource } from "../derivation";
import type { Derivation } from "../derived";
import type { Prepared } from "../render";
import type { Values } from "../values/values";
import { objectKey } from "../world/objects";
import { type AlertRouting, alertWay, labelsIn } from "./alert-way";
import { partsOf } from "./generated-parts";
import { findWorkload } from "./reference";
import { UsageError } from "./usage";

/**
 * The way of an alert through the routes of a VMAlertmanager, see `alertWay`, with secrets masked.
 *
 * @param alert Labels of the alert, `severity="critical",team="a"`.
 * @throws UsageError when the object is no VMAlertmanager, or the labels cannot be read.
 */
export function explainAlert(prepared: Prepared, reference: string, alert: string): string {
  const asked = labelsIn(alert);
  if ("problem" in asked) throw new UsageError(`--alert ${asked.problem}`);
  const { program, values } = prepared;
  const alertmanager = findWorkload(program, reference, "VMAlertmanager", "--alert");
  const pairs = Object.entries(asked.labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const lines = [
    `${objectKey(alertmanager)} routes an alert with ${pairs.length > 0 ? pairs.join(", ") : "no labels"}:`,
    ...alertWay(routingOf(deriveResource(program, alertmanager).derivation, values), asked.labels).map((line) =>
      line === "" ? line : `  ${line}`,
    ),
  ];
  return `${values.mask(lines.join("\n"))}\n`;
}

/** The configuration of a VMAlertmanager, with placeholders. */
export function routingOf(derivation: Derivation, values: Values): AlertRouting {
  return { parts: partsOf(derivation), read: (value) => String(values.evaluate(String(value))), isStrict: isStrict(derivation) };
}

/** Whether Alertmanager is started with its UTF-8 syntax alone. */
function isStrict({ objects }: Derivation): boolean {
  return objects.some(({ manifest }) => manifest.kind === "StatefulSet" && JSON.stringify(manifest.spec).includes("utf8-strict-mode"));
}
