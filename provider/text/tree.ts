/** Data that can be printed: maps keep the order of their keys, and keys whose value is undefined are left out. */
export type Tree = string | number | bigint | boolean | null | undefined | readonly Tree[] | { readonly [key: string]: Tree };
