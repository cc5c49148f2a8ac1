import { deriveResource } from "../derivation";
import type { Derivation } from "../derived";
import type { Prepared } from "../render";
import type { CustomResource } from "../world/objects";
import { objectKey } from "../world/objects";
import { type AlertRouting, alertWay, labelsIn } from "./alert-way";
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
  const alertmanager = findWorkload(prepared.program, reference, "VMAlertmanager", "--alert");
  const pairs = Object.entries(asked.labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const lines = [
    `${objectKey(alertmanager)} routes an alert with ${pairs.length > 0 ? pairs.join(", ") : "no labels"}:`,
    ...alertWay(routingOf(alertmanager, prepared), asked.labels).map((line) => (line === "" ? line : `  ${line}`)),
  ];
  return `${prepared.values.mask(lines.join("\n"))}\n`;
}

/** The configuration of a VMAlertmanager, with placeholders. */
export function routingOf(alertmanager: CustomResource, { program, values }: Prepared): AlertRouting {
  const { derivation } = deriveResource(program, alertmanager);
  const parts = derivation.configs.flatMap(({ files }) => Object.values(files).flatMap((file) => file.parts ?? []));
  return { parts, read: (value) => String(values.evaluate(String(value))), isStrict: isStrict(derivation) };
}

/** Whether Alertmanager is started with its UTF-8 syntax alone. */
function isStrict({ objects }: Derivation): boolean {
  return objects.some(({ manifest }) => manifest.kind === "StatefulSet" && JSON.stringify(manifest.spec).includes("utf8-strict-mode"));
}
