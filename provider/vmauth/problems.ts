import { isIP } from "node:net";
import { regularExpressionProblem } from "../text/regular-expression";
import { parseUrl } from "../text/url";

/** The problem of a text for vmauth; undefined if it is valid. The text is not quoted. */
export type Problem = (text: string) => string | undefined;

/** A URL of a target. */
export const backendUrlProblem: Problem = (text) => {
  const url = parseUrl(text);
  if ("problem" in url) return url.problem;
  if (url.scheme !== "http" && url.scheme !== "https") return "expected a URL that begins with http:// or https://";
  return url.host === "" ? "has no host name: expected a URL such as http://vmsingle-main.monitoring.svc:8428" : undefined;
};

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** A header and its value. */
export const headerProblem: Problem = (text) => {
  const colon = text.indexOf(":");
  if (colon <= 0) return "expected a header and its value, with a colon between them: `Name: value`";
  return headerName.test(text.slice(0, colon).trim())
    ? undefined
    : "has characters before its colon that are not allowed in a header's name";
};

/** A regular expression for the whole of a path or host name. */
export const patternProblem: Problem = (text) => regularExpressionProblem(`^(?:${text})$`);

/** A query argument with the value that it must have. */
export const queryArgumentProblem: Problem = (text) => {
  const [, value] = /^[^=]*=(.*)$/s.exec(text) ?? [];
  if (value === undefined) return "expected `name=value` or `name=~expression`";
  return value.startsWith("~") ? patternProblem(value.slice(1)) : undefined;
};

/** An address, or a network such as `10.0.0.0/8`. */
export const addressProblem: Problem = (text) => {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  const isNetwork = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  return version && isNetwork && rest.length === 0 ? undefined : "expected an IP address or a network such as 10.0.0.0/8";
};

/** Labels of metrics. */
export const labelNameProblem: Problem = (text) =>
  /^[a-zA-Z_:.][a-zA-Z0-9_:.]*$/.test(text) ? undefined : "is not the name of a label: expected letters, digits, _, : and .";

const placeholders = [
  ...["Tenant", "AccountID", "ProjectID", "ExtraLabels", "ExtraFilters"].map((name) => `{{.Metrics${name}}}`),
  ...["AccountID", "ProjectID", "ExtraFilters", "ExtraStreamFilters"].map((name) => `{{.Logs${name}}}`),
];

/** Placeholders for claims of a token, in URLs and headers of users with tokens. */
export const placeholderProblem: Problem = (text) => {
  const rest = placeholders.reduce((left, placeholder) => left.replaceAll(placeholder, ""), text);
  return rest.includes("{{") ? `has an unknown placeholder: expected ${placeholders.join(", ")}` : undefined;
};

/** The same without a token. */
export const noPlaceholderProblem: Problem = (text) =>
  text.includes("{{") ? "has a placeholder, which only users with jwt can have: leave it out" : undefined;
