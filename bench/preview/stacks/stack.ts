import type { PulumiFn } from "@pulumi/pulumi/automation";
import type { Named } from "../names";
import type { Configuration } from "../stage";

/** A user's change of one value. */
export interface Change<Settings> {
  /** In few words; the name of its file too. */
  readonly name: string;
  readonly edit: (settings: Settings) => void;
  /** Titles of the jobs, groups, receivers and users that change; `job:*` stands for all jobs. */
  readonly shows?: readonly string[];
}

/** A stack and the changes that are made to it. */
export interface Stack<Settings> {
  readonly name: string;
  /** The settings before any change, a new copy for each call. */
  readonly settings: () => Settings;
  readonly configuration: (settings: Settings) => Configuration;
  /** The program with the settings; it may write below the folder. */
  readonly program: (settings: Settings, folder: string) => PulumiFn;
  readonly names: (settings: Settings) => readonly Named[];
  readonly changes: readonly Change<Settings>[];
}
