/** Data that can be printed: maps keep the order of their keys, and keys whose value is undefined are left out. */
export type Tree = string | number | bigint | boolean | null | undefined | readonly Tree[] | { readonly [key: string]: Tree };

/** A map, as opposed to a list or a scalar. */
export const isMap = (tree: Tree): tree is { readonly [key: string]: Tree } =>
  typeof tree === "object" && tree !== null && !Array.isArray(tree);
