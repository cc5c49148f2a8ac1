const mask = 0xffff_ffff_ffff_ffffn;
const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;
const prime3 = 0x165667b19e3779f9n;
const prime4 = 0x85ebca77c2b2ae63n;
const prime5 = 0x27d4eb2f165667c5n;

const rotate = (value: bigint, bits: bigint): bigint => ((value << bits) | (value >> (64n - bits))) & mask;
const round = (lane: bigint, input: bigint): bigint => (rotate((lane + input * prime2) & mask, 31n) * prime1) & mask;

/** XXH64 with seed 0, in hexadecimal without leading zeros. https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export function xxhash64(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  const stripes = bytes.length - (bytes.length % 32);
  const start = stripes > 0 ? merged(lanesOf(bytes, stripes)) : prime5;
  return avalanche(withTail((start + BigInt(bytes.length)) & mask, bytes, stripes)).toString(16);
}

/** Four sums over blocks of 32 bytes. */
function lanesOf(bytes: Buffer, end: number): bigint[] {
  let lanes = [(prime1 + prime2) & mask, prime2, 0n, -prime1 & mask];
  for (let offset = 0; offset < end; offset += 32) {
    const at = offset;
    lanes = lanes.map((lane, index) => round(lane, bytes.readBigUInt64LE(at + 8 * index)));
  }
  return lanes;
}

function merged(lanes: readonly bigint[]): bigint {
  const bits = [1n, 7n, 12n, 18n];
  const sum = lanes.reduce((total, lane, index) => total + rotate(lane, bits[index] ?? 0n), 0n) & mask;
  return lanes.reduce((hash, lane) => ((hash ^ round(0n, lane)) * prime1 + prime4) & mask, sum);
}

/** The bytes after the last block: by eight, by four, one by one. */
function withTail(start: bigint, bytes: Buffer, from: number): bigint {
  let hash = start;
  let offset = from;
  for (; offset + 8 <= bytes.length; offset += 8) {
    hash = (rotate(hash ^ round(0n, bytes.readBigUInt64LE(offset)), 27n) * prime1 + prime4) & mask;
  }
  if (offset + 4 <= bytes.length) {
    hash = (rotate(hash ^ ((BigInt(bytes.readUInt32LE(offset)) * prime1) & mask), 23n) * prime2 + prime3) & mask;
    offset += 4;
  }
  for (; offset < bytes.length; offset++) hash = (rotate(hash ^ ((BigInt(bytes.readUInt8(offset)) * prime5) & mask), 11n) * prime1) & mask;
  return hash;
}

function avalanche(start: bigint): bigint {
  const second = ((start ^ (start >> 33n)) * prime2) & mask;
  const third = ((second ^ (second >> 29n)) * prime3) & mask;
  return third ^ (third >> 32n);
}
