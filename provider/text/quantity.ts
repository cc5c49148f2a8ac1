/** An amount of a resource, exact: billionths, and the kind of suffix that it was written with. */
interface Quantity {
  readonly nano: bigint;
  readonly format: "decimal" | "binary" | "exponent";
}

const decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const shape = /^([-+]?)([0-9]*)\.?([0-9]*)(?:[eE]([-+]?[0-9]+)|([numkMGTPE]|[KMGTPE]i))?$/;
const unit = 10n ** 9n;

/** Reads an amount as Kubernetes writes them: `500m`, `1.5Gi`, `2`, `1e3`. */
function parse(text: string): Quantity | undefined {
  const [, sign, whole = "", fraction = "", exponent, suffix = ""] = shape.exec(text) ?? [];
  if (whole + fraction === "") return undefined;
  const binary = binarySuffixes.indexOf(suffix);
  const power = exponent === undefined ? 3 * (decimalSuffixes.indexOf(suffix) - 3) : Number(exponent);
  const scale = suffix !== "" && binary > 0 ? 1024n ** BigInt(binary) : 1n;
  const shift = BigInt((scale > 1n ? 0 : power) + 9 - fraction.length);
  const digits = BigInt(whole + fraction) * scale;
  const nano = shift >= 0n ? digits * 10n ** shift : ceilDivide(digits, 10n ** -shift);
  return { nano: sign === "-" ? -nano : nano, format: exponent !== undefined ? "exponent" : scale > 1n ? "binary" : "decimal" };
}

const ceilDivide = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor;

/** Whether an amount is more than another; false if one of them is not an amount. */
export function isMore(quantity: string | number, than: string | number): boolean {
  const [left, right] = [quantity, than].map((text) => parse(String(text).trim()));
  return left !== undefined && right !== undefined && left.nano > right.nano;
}

/** The one form in which Kubernetes writes an amount: `0.5` is `500m`, `1024Mi` is `1Gi`. Other text stays as it is. */
export function canonicalQuantity(quantity: string | number): string {
  const parsed = parse(String(quantity).trim());
  if (!parsed) return String(quantity);
  const { nano, format } = parsed;
  const magnitude = nano < 0n ? -nano : nano;
  const sign = nano < 0n ? "-" : "";
  if (magnitude === 0n) return "0";
  if (format === "binary" && magnitude >= 1024n * unit && magnitude % unit === 0n) return sign + printBinary(magnitude / unit);
  const [mantissa, power] = reduce(magnitude, 1000n, decimalSuffixes.length - 1);
  const suffix = format === "exponent" ? exponentSuffix(3 * (power - 3)) : decimalSuffixes[power];
  return `${sign}${mantissa}${suffix}`;
}

const exponentSuffix = (exponent: number): string => (exponent === 0 ? "" : `e${exponent}`);

function printBinary(value: bigint): string {
  const [mantissa, power] = reduce(value, 1024n, binarySuffixes.length - 1);
  return `${mantissa}${binarySuffixes[power]}`;
}

/** The greatest power of the base that divides the value, and what is left of it. */
function reduce(value: bigint, base: bigint, highest: number): [mantissa: bigint, power: number] {
  let mantissa = value;
  let power = 0;
  for (; power < highest && mantissa % base === 0n; power++) mantissa /= base;
  return [mantissa, power];
}

/** The amount in whole units, rounded up: the bytes of a size. Undefined for other text. */
export function quantityValue(quantity: string | number): bigint | undefined {
  const parsed = parse(String(quantity).trim());
  if (!parsed) return undefined;
  return parsed.nano > 0n ? ceilDivide(parsed.nano, unit) : parsed.nano / unit;
}
