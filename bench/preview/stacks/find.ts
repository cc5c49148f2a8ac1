/** The first that fits. A change must not pass because there is nothing left that it changes. */
export function find<Item>(items: readonly Item[], fits: (item: Item) => boolean): Item {
  const found = items.find(fits);
  if (found === undefined) throw new Error(`nothing fits ${fits}`);
  return found;
}

/** The value of a key or an index, which has to be there. */
export function at<Value>(values: readonly Value[] | Readonly<Record<string, Value>>, key: string | number): Value {
  const value = (values as Readonly<Record<string, Value>>)[key];
  if (value === undefined) throw new Error(`there is no ${key}`);
  return value;
}
