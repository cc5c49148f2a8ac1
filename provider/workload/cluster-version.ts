/** Whether a cluster's version, `1.33` or `v1.33.2`, is at least the given one. */
export function atLeast(version: string, major: number, minor: number): boolean {
  const [, givenMajor = "0", givenMinor = "0"] = /^v?([0-9]+)\.([0-9]+)/.exec(version) ?? [];
  return Number(givenMajor) > major || (Number(givenMajor) === major && Number(givenMinor) >= minor);
}
