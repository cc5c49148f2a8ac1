import type { Context } from "../../provider/context";
import { type DefaultsInput, defaultsWith } from "../../provider/defaults";
import { loadParsers } from "../../provider/upstream/module";
import { Values } from "../../provider/values/values";
import { Report } from "../../provider/world/issues";
import { World } from "../../provider/world/world";

/** A context with an empty world. */
export function contextWith(defaults: DefaultsInput = {}): Context {
  const values = new Values();
  return {
    world: new World(values, [], []),
    defaults: defaultsWith(defaults),
    values,
    arguments: {},
    parsers: loadParsers,
    report: new Report("VMSingle/default/main"),
  };
}
