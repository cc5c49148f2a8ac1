const units: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12, ki: 2 ** 10, mi: 2 ** 20, gi: 2 ** 30, ti: 2 ** 40 };

/** The bytes of a size as flags of VictoriaMetrics have it, such as `150GiB`; not a number for a text that is none. */
export function parseBytes(size: string): number {
  const [, amount, unit = ""] = /^([0-9.]+)(?:([kmgt]i?)b)?$/i.exec(size) ?? [];
  return Number(amount) * (units[unit.toLowerCase()] ?? 1);
}
