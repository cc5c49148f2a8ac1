import { joinPath } from "../world/issues";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import type { Place, Value } from "./value-table";

interface Listening {
  readonly name: string;
  readonly port: string;
  readonly flags?: Data;
}

/** Flags that every chart sets. */
const chartFlags: Data = { "envflag.enable": true, "envflag.prefix": "VM_", loggerFormat: "json" };

/** A flag's value as text; several values are separated by commas, and those with commas are quoted. */
function flagText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.map((item) => (/[,"]/.test(String(item)) ? JSON.stringify(String(item)) : String(item))).join(",");
}

/** Names of flags with credentials; files of credentials are none. */
const credential = /(password|token|secret|authkey|licen[cs]e|credentials|apikey)$/i;

export const isCredential = (name: string): boolean => credential.test(name);

/** The flags. The address is the custom resource's port. */
export const extraArgs = ({ port, flags = {} }: Listening): Value => ({
  byDefault: { ...chartFlags, ...flags },
  always: true,
  becomes: (value, place) => {
    const { httpListenAddr, ...others } = dataOf(value);
    const given = Object.entries(others).filter(([, flag]) => flag !== null && flag !== undefined);
    for (const [name, flag] of given)
      if (isCredential(name) && !isEmpty(flag) && !String(flag).startsWith("%{") && !String(flag).startsWith("file://"))
        place.warn("is a credential in clear, and stays one: put it into a Secret, and refer to it by env", joinPath("", name));
    const args = Object.fromEntries(given.map(([name, flag]) => [name, flagText(flag)]));
    return { ...listening(httpListenAddr, port), ...(Object.keys(args).length > 0 && { extraArgs: args }) };
  },
});

function listening(address: unknown, port: string): Data | undefined {
  if (isEmpty(address)) return undefined;
  const [first] = Array.isArray(address) ? address : [address];
  const own = portIn(first, port);
  const isPlain = !Array.isArray(address) && String(address) === `:${own}`;
  return { ...(own !== port && { port: own }), ...(!isPlain && { extraArgs: { httpListenAddr: flagText(address) } }) };
}

/** The port of an address. */
export const portIn = (address: unknown, otherwise: string): string => /:(\d+)$/.exec(String(address))?.[1] ?? otherwise;

/** The listeners. Each field of an item is a flag; names and the mark of the primary one are the chart's. */
export const listeners = ({ port }: Listening): Value => ({
  byDefault: [{ name: "http", value: `:${port}`, primary: true }],
  becomes: (value, place) => {
    const items = listOf(value).map(dataOf);
    const primary = items.find((item) => item.primary === true) ?? items[0] ?? {};
    const own = portIn(primary.value, port);
    if (items.length > 1)
      place.warn("the Service and probes know the primary listener alone: give further ports by serviceSpec.spec.ports");
    const isPlain = items.length === 1 && String(primary.value) === `:${own}`;
    const flags = {
      ...(!isPlain && { httpListenAddr: flagText(items.map((item) => item.value)) }),
      ...positional(items.map(({ name: _name, value: _value, primary: _primary, ...flags }) => flags)),
    };
    return { ...(own !== port && { port: own }), ...(Object.keys(flags).length > 0 && { extraArgs: flags }) };
  },
});

/** Flags of several items, each with a value for every item up to the last one that has it. */
export function positional(items: readonly Data[], prefix = ""): Record<string, string> {
  const names = [...new Set(items.flatMap((item) => Object.keys(item).filter((name) => !isEmpty(item[name]) && item[name] !== false)))];
  return Object.fromEntries(
    names.map((name) => {
      const last = items.findLastIndex((item) => !isEmpty(item[name]));
      return [`${prefix}${name}`, flagText(items.slice(0, last + 1).map((item) => item[name] ?? ""))];
    }),
  );
}

/** The port that the program listens on, by the values around a place. */
export function portAt(around: Data, { port }: Listening): string {
  const address = dataOf(around.extraArgs).httpListenAddr;
  const items = listOf(around.http).map(dataOf);
  const primary = items.find((item) => item.primary === true) ?? items[0] ?? {};
  return portIn(isEmpty(address) ? primary.value : address, port);
}

/** The values around a section. */
export function around({ path, all }: Place): Data {
  const keys = path.split(".").slice(0, -1);
  return dataOf(keys.reduce<unknown>((inner, key) => dataOf(inner)[key], all));
}
