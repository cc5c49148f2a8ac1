import { fileRules } from "../config/relabel-rules";
import { checkRelabelText } from "../config/relabeling-check";
import { printYaml } from "../config/yaml";
import { type Context, configMapValue, joinedRules } from "../context";
import type { Place } from "../kubernetes/config-map";
import type { ingestionRelabelFields } from "../schema/relabeling-fields";
import type { PlainFields } from "../workload/plain";

type Relabeling = PlainFields<typeof ingestionRelabelFields>;
type Rules = Relabeling["inlineRelabelConfig"];
type Reference = Relabeling["relabelConfig"];

/** The place of files with relabeling rules. */
export const relabelingPlace: Place = {
  role: "relabeling",
  prefix: "relabelings-assets",
  volumeName: "relabelings-assets",
  mountPath: "/etc/vm/relabeling",
};

/** Whether there are rules, in line or by reference. */
export const hasRelabeling = (rules: Rules, reference: Reference): boolean => (rules ?? []).length > 0 || reference !== undefined;

/**
 * A file with relabeling rules: those in line, then those of a ConfigMap, which are checked here for they are known only now. `path` is the field of
 * the reference.
 */
export function relabelingFile(rules: Rules = [], reference: Reference, namespace: string, path: string, context: Context): string {
  const printed = fileRules(rules);
  const inline = printed.length > 0 ? printYaml(printed, context.values) : "";
  if (!reference) return inline;
  const referred = configMapValue(context, namespace, reference, path, joinedRules);
  if (checkRelabelText(referred, path, context) && inline) checkRelabelText(inline + referred, path, context);
  return inline + referred;
}
