import type { Values } from "../values/values";

/** A release of a program: `v0.31.0` is 0 and 31. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  /** The tag of the image that says so. */
  readonly tag: string;
}

/** The release that an image's tag names; undefined for tags of other forms, digests and tags that are not known yet. */
export function versionOf(tag: string, values: Values): Version | undefined {
  const numbers = values.check(tag, (text) => /^v?([0-9]+)\.([0-9]+)(?:[.-].*)?$/.exec(String(text))?.slice(1));
  return numbers && { major: Number(numbers[0]), minor: Number(numbers[1]), tag: values.mask(tag) };
}

/** Whether a release is older than another, `0.32`. */
export function isOlder({ major, minor }: Version, than: string): boolean {
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
