import { compareBytes } from "../values/values";
import type { ObjectMetadata } from "./discovered-objects";

/** Labels by their names. A later one replaces an earlier one of the same name. */
export type Labels = Record<string, string>;

/** The labels and annotations of an object, below a prefix. */
export function addMetadata(labels: Labels, prefix: string, { labels: own = {}, annotations = {} }: ObjectMetadata): void {
  addMap(labels, `${prefix}_label`, own);
  addMap(labels, `${prefix}_annotation`, annotations);
}

function addMap(labels: Labels, prefix: string, map: Readonly<Record<string, string>>): void {
  // Two names can become one; the last in this order stays.
  for (const name of Object.keys(map).sort(compareBytes)) {
    labels[labelName(`${prefix}_${name}`)] = map[name] ?? "";
    labels[labelName(`${prefix}present_${name}`)] = "true";
  }
}

/** A text as the name of a label: other characters become underscores. */
export const labelName = (text: string): string => text.replace(/[^a-zA-Z0-9_]/gu, "_");

/** An address with a port; one of IPv6 is put into brackets. */
export const withPort = (host: string, port: number): string => `${bracketed(host)}:${port}`;

/** A host as it stands in addresses. */
export const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);
