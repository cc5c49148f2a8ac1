import { compareBytes } from "../values/values";

type Map<Value> = Readonly<Record<string, Value>>;

/** A map with its keys in the order of their bytes. */
export function sortedByBytes<Value>(map: Map<Value>): Map<Value> {
  return sorted(map, compareBytes);
}

/** A map with its keys in natural order: numbers by their value, other characters before letters, capitals before small letters. */
export function sortedNaturally<Value>(map: Map<Value>): Map<Value> {
  return sorted(map, compareNaturally);
}

function sorted<Value>(map: Map<Value>, compare: (left: string, right: string) => number): Map<Value> {
  return Object.fromEntries(Object.entries(map).sort(([left], [right]) => compare(left, right)));
}

/** Runs of digits, and all other characters one by one. */
const pieces = (text: string): string[] => text.match(/[0-9]+|./gsu) ?? [];
const rank = (piece: string): number => (/^\p{L}/u.test(piece) ? 2 : /^[0-9]/.test(piece) ? 1 : 0);

function compareNaturally(left: string, right: string): number {
  const others = pieces(right);
  for (const [index, piece] of pieces(left).entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    if (piece !== other) return rank(piece) - rank(other) || Number(piece) - Number(other) || compareBytes(piece, other);
  }
  return left.length - right.length;
}
