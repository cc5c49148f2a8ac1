import type { ConfigChange, ObjectChange } from "../change-model";

/**
 * One change for each object, in a fixed order. An object that one resource creates and another removes is replaced: Pulumi deletes the old one last.
 */
export function mergedObjects(changes: readonly ObjectChange[]): ObjectChange[] {
  const merged = new Map<string, ObjectChange>();
  for (const change of changes) {
    const before = merged.get(change.key);
    merged.set(change.key, before ? mergedObject(before, change) : change);
  }
  return inOrder([...merged.values()], ({ key }) => key);
}

function mergedObject(before: ObjectChange, after: ObjectChange): ObjectChange {
  const [old, now] = [before.old ?? after.old, before.now ?? after.now];
  const isReplaced = before.isReplaced || after.isReplaced || (old !== undefined && now !== undefined);
  return {
    key: before.key,
    ...(old && { old }),
    ...(now && { now }),
    ...(isReplaced && { isReplaced }),
    ...(before.isKept && after.isKept && { isKept: true }),
    ...((before.isScaled || after.isScaled) && { isScaled: true }),
    hidden: [...before.hidden, ...after.hidden].filter((keys, index, all) => all.findIndex((other) => `${other}` === `${keys}`) === index),
  };
}

/** One change for each custom resource's configuration, in a fixed order. */
export function mergedConfigs(changes: readonly ConfigChange[]): ConfigChange[] {
  const merged = new Map<string, ConfigChange>();
  for (const { owner, old, now } of changes) {
    const before = merged.get(owner) ?? { owner, old: [], now: [] };
    merged.set(owner, { owner, old: [...before.old, ...old], now: [...before.now, ...now] });
  }
  return inOrder([...merged.values()], ({ owner }) => owner);
}

export const inOrder = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  items.toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
