import type { YAMLParseError } from "yaml";
import { own } from "../text/own";

/** The problem of a text that is not YAML. Templates are the usual reason. */
export function syntaxProblem(error: YAMLParseError, text: string): string {
  const message = own(problems, error.code)?.(text, error) ?? error.message.split("\n")[0] ?? "";
  return isTemplate(text) ? `${message}; the text is a template of Helm: render its chart first (helm template)` : message;
}

/** Common problems, in words that name the remedy. */
const problems: Readonly<Record<string, (text: string, error: YAMLParseError) => string>> = {
  DUPLICATE_KEY: (text, { pos: [start] }) => {
    const [, key = ""] = /^\s*["']?([\w./-]*)/.exec(text.slice(start, start + 200)) ?? [];
    return `the key ${JSON.stringify(key)} is in this map twice: leave one of them out`;
  },
  TAB_AS_INDENT: () => "lines are indented by tabs, which YAML does not allow: use spaces",
};

/** Whether a text has actions of Helm where no value can be, or values of Helm. Templates of alerts only stand within texts. */
const isTemplate = (text: string): boolean =>
  /^\s*\{\{-?\s/m.test(text) || /\{\{-?\s*(\$?\.(Values|Release|Chart|Capabilities|Files)\b|include\b|toYaml\b|tpl\b)/.test(text);
