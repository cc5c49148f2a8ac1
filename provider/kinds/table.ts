import type { Backends } from "../vmauth/backend";
import type { Kind, Kinds } from "./kind";
import { otherKinds } from "./other-kinds";

/** The combined knowledge of all kinds. `foreign` are backends of kinds that can only be referred to. */
export function kindTable(all: readonly Kind[], foreign: Backends): Kinds {
  const byName = new Map(all.map((kind) => [kind.kind, kind]));
  const sources = all.flatMap((result) => (result.convertedFrom ? [{ source: result.convertedFrom, result }] : []));
  return {
    all,
    of: (name) => byName.get(name),
    scraped: all.flatMap(({ kind, scraped }) => (scraped ? [{ kind, ...scraped }] : [])).sort((left, right) => left.place - right.place),
    backends: new Map([...all.flatMap(({ backends }) => [...(backends ?? [])]), ...foreign]),
    foreign: new Set(
      [...[...foreign.values()].map(({ kind }) => kind), ...otherKinds["operator.victoriametrics.com"]].filter((kind) => !byName.has(kind)),
    ),
    applications: new Map(
      all.flatMap(({ kind, applications = {} }) =>
        Object.entries(applications).map(([name, application]) => [name, { ...application, kind }] as const),
      ),
    ),
    sources: new Map(sources.map(({ source, result: { kind, apiVersion } }) => [source.kind, { source, result: { kind, apiVersion } }])),
  };
}
