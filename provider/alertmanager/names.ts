import { type Checker, given } from "../config/checker";
import { isMap, type Tree } from "../text/tree";

/** The names of receivers or times, in their order. */
export function namesOf(items: Tree, checker: Checker): string[] {
  return Array.isArray(items)
    ? items.map((item: Tree) => given(item, "name", checker)).filter((name): name is string => typeof name === "string")
    : [];
}

/** Reports repeated names. */
export function checkDistinctNames(items: Tree, path: string, { values, error }: Checker): void {
  const names = Array.isArray(items) ? items.map((item: Tree) => (isMap(item) ? item.name : undefined)) : [];
  names.forEach((name, index) => {
    if (typeof name !== "string") return;
    const before = names.slice(0, index).findIndex((other) => typeof other === "string" && values.isEqual(other, name));
    if (before >= 0) error(`${path}[${index}].name`, `is the name of ${path}[${before}] too: it must be unique`);
  });
}
