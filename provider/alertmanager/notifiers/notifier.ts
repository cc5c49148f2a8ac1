import { boolean, type Rule, text } from "../../config/checker";
import { httpConfig } from "../http";
import type { Releases } from "../releases";

/** A setting of a receiver that the global section may give instead; one of the keys of either must have a value. */
export interface Fallback {
  readonly keys: readonly string[];
  readonly global: readonly string[];
}

/** A kind of receivers as Alertmanager has it. */
export interface Notifier {
  readonly config: Rule;
  readonly fallbacks?: readonly Fallback[];
  /** The release of Alertmanager from which on it knows this kind of receivers; undefined before 0.26. */
  readonly since?: string;
  readonly releases?: Releases;
}

export const texts = text();

/** Settings of all notifiers. */
export const common = { send_resolved: boolean };

/** Settings of notifiers that send by HTTP. */
export const byHTTP = { ...common, http_config: httpConfig };

/** The keys of a receiver and of the global section, as two lists of names. */
export const fallback = (keys: string, global: string): Fallback => ({ keys: keys.split(" "), global: global.split(" ") });
