/** The value of a map's own key: keys such as `constructor` are not looked up in the prototype. */
export const own = <Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
