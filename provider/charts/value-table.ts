import type { Manifest } from "../world/objects";
import { type Data, filled, isEmpty, nested } from "./plain-data";

/** The release of a chart. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** The place of a value, with the rest that its conversion needs. */
export interface Place {
  /** Path of the value, `server.image`. */
  readonly path: string;
  /** The fields of the value's custom resource that come with the program: its flag names, its container … */
  readonly release: Release;
  /** All values of the chart, the given ones over the chart's own. */
  readonly all: Data;
  /** Tells of something that has no counterpart; `below` is a path below the value. */
  readonly warn: (message: string, below?: string) => void;
  /** Adds an object to the result. */
  readonly add: (manifest: Manifest) => void;
  /** Puts an entry into the release's Secret of a purpose, and returns the reference to it. */
  readonly secret: (purpose: string, key: string, text: string) => { readonly name: string; readonly key: string };
}

/** Conversion of a value into fields of the custom resource's spec. */
type Becomes = (value: unknown, place: Place) => Data | undefined;

/** A value of a chart: the chart's own value, and what becomes of it. */
export interface Value {
  /** The chart's own value; for a section it follows from its values. */
  readonly byDefault?: unknown;
  /** Values below it. */
  readonly values?: Values;
  readonly becomes?: Becomes;
  /** Whether the chart's own value is converted as well, since the program does something else without it. */
  readonly always?: boolean;
  /** The reason why the value has no counterpart, and the remedy. */
  readonly without?: string;
  /** Whether the section counts only if its `enabled` is true. */
  readonly switched?: boolean;
  /** The field that results join, below that of the section around; `/` for the spec itself. */
  readonly into?: string;
  /** The resource whose spec results join, if it is another one than that of the section around. */
  readonly resource?: string;
}

/** Values of a chart by their names. */
export type Values = Readonly<Record<string, Value>>;

/** A custom resource that a chart becomes. */
export interface Resource {
  readonly kind: string;
  readonly apiVersion: string;
  /** Whether the values ask for it. */
  readonly when?: (all: Data) => boolean;
  /** End of its name, after the name of the release. */
  readonly suffix?: string;
  /** Fields that it has in any case. */
  readonly base?: Data;
}

/** A chart: its values, and the custom resources that they become. */
export interface Chart {
  /** The state of the chart that its values were learnt from. */
  readonly learntFrom: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly values: Values;
}

type Change = (value: unknown, place: Place) => unknown;

const unchanged: Change = (value) => value;

/** A value that becomes a field. A path with dots leads to a field of a field. */
export const field = (byDefault: unknown, to: string, by: Change = unchanged): Value => ({
  byDefault,
  becomes: (value, place) => at(to, by(value, place)),
});

/** The same, for the chart's own value as well. */
export const always = (byDefault: unknown, to: string, by: Change = unchanged): Value => ({ ...field(byDefault, to, by), always: true });

const at = (to: string, value: unknown): Data | undefined =>
  value === undefined || isEmpty(value) ? undefined : (nested(to, value) as Data);

/** A value that the conversion of the section around it reads. */
export const part = (byDefault: unknown): Value => ({ byDefault });

/** A value without a counterpart, with the reason and the remedy. */
export const without = (byDefault: unknown, reason: string): Value => ({ byDefault, without: reason });

/** A group of values. */
export const section = (values: Values, more: Omit<Value, "values"> = {}): Value => ({ ...more, values });

/** A group of values that become something together, whatever of it is given. */
export const together = (values: Values, by: (value: Data, place: Place) => Data | undefined, more: Omit<Value, "values"> = {}): Value => ({
  ...more,
  values,
  becomes: (value, place) => by(value as Data, place),
});

/** Several fields as one object, without empty ones. */
export const fieldsOf = (fields: Data): Data | undefined => filled(fields);
