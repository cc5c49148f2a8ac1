/** A placeholder in a text that another program replaces first: a variable, or a template of Helm. */
export interface Unfinished {
  /** The part of the text that shows it. */
  readonly marker: string;
  readonly remedy: string;
}

const variable = /\$\{[A-Za-z_][A-Za-z0-9_]*(:?[-=+?][^}]*)?\}/;
const helmAction = /\{\{-?\s*(\$?\.(Values|Release|Chart|Capabilities|Files)\b|(include|tpl|toYaml)\s)[^}]*(\}\})?/;

const ofVariable = (marker: string): Unfinished => ({
  marker,
  remedy: "a variable that nobody has substituted: substitute it first, as Flux does (flux envsubst)",
});
const ofHelm = (marker: string): Unfinished => ({ marker, remedy: "a template of Helm: render its chart first (helm template)" });

/** A text that any program may have meant as it stands, unless it has a variable, or an action of Helm that no other template knows. */
export function unfinished(text: string): Unfinished | undefined {
  const [action] = helmAction.exec(text) ?? [];
  if (action !== undefined) return ofHelm(action);
  const [name] = variable.exec(text) ?? [];
  return name === undefined ? undefined : ofVariable(name);
}

/** The same of a value that is wrong where it stands: then any action counts, and so does `{{ … }}` without quotes, which YAML takes for a map. */
export function unfinishedValue(value: unknown): Unfinished | undefined {
  if (typeof value === "string") return unfinished(value) ?? (value.includes("{{") ? ofHelm(value) : undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const [only, ...others] = Object.entries(value);
  return only && others.length === 0 && only[0].startsWith("{") && only[1] === null ? ofHelm(`{${only[0]}}`) : undefined;
}

/** Whether a text is a value that SOPS has encrypted. */
export const isCiphertext = (text: string): boolean => /^ENC\[[A-Z0-9_]+,data:/.test(text);
