import { isMore } from "../text/quantity";
import { hasPlaceholder } from "../values/values";

/** The reason why a value is refused; undefined if it is not. */
export interface Check {
  (value: unknown): string | undefined;
  /** Of texts: the number of characters that a value has too many, where that alone is wrong with it. */
  readonly excess?: (value: string) => number;
}

/** A text of a pattern and of a limited length. */
function text(name: string, pattern: RegExp, length: number): Check {
  const check = (value: unknown): string | undefined =>
    typeof value === "string" && value.length <= length && pattern.test(value)
      ? undefined
      : `${JSON.stringify(value)} is not a valid ${name}`;
  return Object.assign(check, { excess: (value: string) => (pattern.test(value) ? Math.max(0, value.length - length) : 0) });
}

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const qualified = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

/** The texts that OpenAPI takes for any string, as `k8s.io/apimachinery/pkg/util/validation` has them. */
export const dnsLabel = text("DNS-1123 label", new RegExp(`^${label}$`), 63);
export const serviceName = text("DNS-1035 label", /^[a-z]([-a-z0-9]*[a-z0-9])?$/, 63);
export const dnsSubdomain = text("DNS-1123 subdomain", new RegExp(`^${label}(\\.${label})*$`), 253);
export const hostName = text("DNS-1123 subdomain or wildcard", new RegExp(`^(\\*\\.)?${label}(\\.${label})*$`), 253);
/** The controller labels the pods with the name, a dash and a hash of ten characters. */
export const statefulSetName = text("DNS-1123 subdomain of at most 52 characters", new RegExp(`^${label}(\\.${label})*$`), 52);
export const pathSegment = text("path segment", /^(?!\.{1,2}$)[^/%]+$/, Number.POSITIVE_INFINITY);
export const labelKey = text("qualified name", new RegExp(`^(?:(?=.{1,253}/)${label}(\\.${label})*/)?(?=[^/]{1,63}$)${qualified}$`), 317);
export const labelValue = text("label value", new RegExp(`^(${qualified})?$`), 63);
export const portName = text("port name", /^(?!.*--)(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 15);
export const environmentName = text("name of an environment variable", /^[ -<>-~]+$/, Number.POSITIVE_INFINITY);
export const dataKey = text("key of data", /^(?!\.{1,2}$)[-._a-zA-Z0-9]+$/, 253);
export const absolutePath = text("absolute path", /^\//, Number.POSITIVE_INFINITY);
export const relativePath = text("relative path without ..", /^(?!\/)(?!(.*\/)?\.\.(\/|$)).+$/, Number.POSITIVE_INFINITY);
export const filled = text("non-blank text", /\S/, Number.POSITIVE_INFINITY);

/** Like a label's key, in letters of any case. */
export const annotationKey: Check = (value) => labelKey(String(value).toLowerCase());

/** A port's number, or its name. */
export const numberOrName: Check = (value) => (typeof value === "number" ? port(value) : portName(value));

/** A number in a range, both ends included. */
export const between =
  (minimum: number, maximum = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    typeof value === "number" && value >= minimum && value <= maximum
      ? undefined
      : `${JSON.stringify(value)} is not ${maximum === Number.POSITIVE_INFINITY ? `at least ${minimum}` : `within ${minimum} and ${maximum}`}`;

export const port = between(1, 65535);

/** One of some texts; an empty one stands for the default. */
export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    value === "" || values.includes(value as string) ? undefined : `${JSON.stringify(value)} is not one of ${values.join(", ")}`;

/** The fields of an object that have a value. */
const fieldsOf = (value: unknown): string[] =>
  Object.entries(value as object).flatMap(([field, content]) => (content === undefined ? [] : [field]));

/** An object that has exactly one of the fields; without names, exactly one field. */
export const exactlyOne =
  (...fields: readonly string[]): Check =>
  (value) => {
    const given = fieldsOf(value).filter((field) => fields.length === 0 || fields.includes(field));
    return given.length === 1
      ? undefined
      : `one of ${fields.join(", ") || "the fields"} must be given, found ${given.join(", ") || "none"}`;
  };

/** An object that has at least one of the fields. */
export const anyOf =
  (...fields: readonly string[]): Check =>
  (value) =>
    fieldsOf(value).some((field) => fields.includes(field)) ? undefined : `${fields.join(" or ")} must be given`;

/** An object that has at most one of two fields. */
export const notBoth =
  (one: string, other: string): Check =>
  (value) =>
    fieldsOf(value).includes(one) && fieldsOf(value).includes(other) ? `${one} and ${other} exclude each other` : undefined;

/** A text that may also be empty. */
export const orEmpty = (check: Check): Check =>
  Object.assign((value: unknown) => (value === "" ? undefined : check(value)), check.excess && { excess: check.excess });

export const notEmpty: Check = (value) => (Object.keys(value as object).length > 0 ? undefined : "must not be empty");

/** A list or a map with a limited number of bytes. */
export const bytes =
  (maximum: number): Check =>
  (value) => {
    const size = Object.entries(value as Record<string, string>).reduce(
      (sum, [key, part]) => sum + key.length + Buffer.byteLength(part),
      0,
    );
    return size <= maximum ? undefined : `has ${size} bytes, at most ${maximum} are allowed`;
  };

/** A list whose items differ in at least one of the fields, each given with its default. Items with unknown values do not count. */
export const uniqueBy =
  (defaults: Readonly<Record<string, string | undefined>>): Check =>
  (value) => {
    const identities = (value as readonly Readonly<Record<string, unknown>>[]).flatMap((item) => {
      const identity = Object.entries(defaults).map(([field, fallback]) => item[field] ?? fallback);
      return identity.some((part) => part === undefined || hasPlaceholder(part)) ? [] : [identity.join(" ")];
    });
    const repeated = identities.find((one, index) => identities.indexOf(one) !== index);
    return repeated === undefined ? undefined : `two items have the same ${Object.keys(defaults).join(" and ")} ${repeated}`;
  };

/** A list whose items all have a field, if there is more than one item. */
export const eachHas =
  (field: string): Check =>
  (value) => {
    const items = value as readonly Readonly<Record<string, unknown>>[];
    const isRight = items.length < 2 || items.every((item) => item[field] !== undefined);
    return isRight ? undefined : `every item needs a ${field} if there is more than one`;
  };

/** Requests within their limits. */
export const requestsWithinLimits: Check = (value) => {
  const { requests = {}, limits = {} } = value as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const above = Object.entries(requests).flatMap(([name, amount]) => (isMore(amount, limits[name] ?? amount) ? [name] : []));
  return above.length === 0 ? undefined : `the request of ${above.join(", ")} is above the limit`;
};
