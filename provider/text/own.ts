/** The value of a key that a map has itself: keys such as `constructor` are not looked up in its prototype. */
export const own = <Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
