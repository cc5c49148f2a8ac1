import type { YAMLParseError } from "yaml";

/** The problem of a text that is not YAML. Templates are the usual reason. */
export function syntaxProblem(error: YAMLParseError, text: string): string {
  const [message = ""] = error.message.split("\n");
  return isTemplate(text) ? `${message}; the text is a template of Helm: render its chart first (helm template)` : message;
}

/** Whether a text has actions of Helm where no value can be, or values of Helm. Templates of alerts only stand within texts. */
const isTemplate = (text: string): boolean =>
  /^\s*\{\{-?\s/m.test(text) || /\{\{-?\s*(\$?\.(Values|Release|Chart|Capabilities|Files)\b|include\b|toYaml\b|tpl\b)/.test(text);
