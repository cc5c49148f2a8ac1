/**
 * @param {string} text
 * @returns {string | undefined} the first semantic version in the text
 */
export function findVersion(text) {
  return /\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?/.exec(text)?.[0];
}

/**
 * @param {string} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  return compareVersions(version, minimum) >= 0;
}

/**
 * Only as much of semantic versioning as released programs need: a pre-release comes before its release.
 *
 * @param {string} left
 * @param {string} right
 * @returns {number} negative, zero or positive, as for `sort`
 */
export function compareVersions(left, right) {
  const rightKey = sortKey(right);
  const differences = sortKey(left).map((part, index) => part - (rightKey[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/**
 * @param {string} version
 * @returns {number[]}
 */
function sortKey(version) {
  const [release = "", preRelease] = version.split(/-(.*)/s);
  return [...release.split(".").map(Number), preRelease === undefined ? 1 : 0];
}
