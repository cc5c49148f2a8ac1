import type { Context } from "../../context";
import { describeProblem } from "../../upstream/problem-text";
import { joinPath } from "../../world/issues";
import { parsersOf } from "./expression";

/** Reports texts of labels or annotations that are no templates for vmalert. Only those with both brackets are taken for templates. */
export function checkTemplates(texts: Readonly<Record<string, string>> = {}, path: string, context: Context): void {
  for (const [name, text] of Object.entries(texts)) checkTemplate(text, joinPath(path, name), context);
}

function checkTemplate(text: string, path: string, context: Context): void {
  const { values, report } = context;
  const isTemplate = values.check(text, (known) => String(known).includes("{{") && String(known).includes("}}"));
  if (!isTemplate) return;
  const parsers = parsersOf(context);
  const problem = values.check(text, (known) => parsers?.template(String(known)));
  if (problem) report.error(path, `is not a template for vmalert: ${describeProblem(problem, values.isSecret(text))}`);
}
