import { type Assembly, type Derived, deriveAll } from "../assemble";
import { isPaused, type Program } from "../derivation";
import type { LookedAt } from "../discovery/looked-at";
import { foundBy } from "../discovery/nearest-miss";
import type { Prepared } from "../render";
import type { Values } from "../values/values";
import { type CustomResource, objectKey } from "../world/objects";
import { choices } from "./choices";
import { searchesOf } from "./untargeted";

/** A relation of one object to another, both by their keys. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Custom resources and their relations. */
export interface Graph {
  /** Keys, `Kind/namespace/name`. */
  readonly objects: readonly string[];
  readonly relations: readonly Relation[];
}

/** The relations of custom resources: selections, and Services of others in generated objects or configuration. */
export function graphOf(prepared: Prepared, assembly: Assembly = deriveAll(prepared.program)): Graph {
  return { objects: prepared.program.resources.map(objectKey), relations: relations(prepared, assembly) };
}

/** The Services, pods and the like that scrape objects find, as far as selectors and ports tell. */
export function findings(program: Program, looked: LookedAt): Relation[] {
  if (looked.isEmpty) return [];
  const all = searchesOf(program).flatMap(({ object, search }) =>
    foundBy(search, looked).map(({ key }): Relation => ({ from: objectKey(object), to: key, label: "finds" })),
  );
  return [...new Map(all.map((relation) => [`${relation.from} ${relation.to}`, relation])).values()];
}

/** The two lines by which a picture shows an object: its kind, and its namespace and name. */
export function caption(key: string): [kind: string, name: string] {
  const [kind = "", ...name] = key.split("/");
  return [kind, name.join("/")];
}

/** A graph as Mermaid. */
export function mermaid({ objects, relations }: Graph): string {
  const ids = new Map(objects.map((key, index) => [key, `n${index}`]));
  const nodes = objects.map((key) => `  ${ids.get(key)}["${caption(key).join("<br/>")}"]`);
  const edges = relations.map(({ from, to, label }) => `  ${ids.get(from)} -->|${label}| ${ids.get(to)}`);
  return `${["flowchart LR", ...nodes, ...edges].join("\n")}\n`;
}

function relations({ program, values }: Prepared, assembly: Assembly): Relation[] {
  const { resources } = program;
  const selections = resources.flatMap((object) =>
    choices(object, program)
      .filter(({ isSelected }) => isSelected)
      .map(({ workload }): Relation => ({ from: objectKey(workload), to: objectKey(object), label: verbOf(object, program) })),
  );
  const derived = [...assembly.derived.values()].filter(({ resource }) => !isPaused(resource)).map((one) => traces(one, values));
  const owners = new Map(derived.flatMap(({ key, services }) => services.map((service): [string, string] => [service, key])));
  const requests = derived.flatMap(({ key, hosts }) => {
    const targets = new Set(hosts.flatMap((host) => owners.get(host) ?? []));
    return [...targets].filter((target) => target !== key).map((target): Relation => ({ from: key, to: target, label: "sends to" }));
  });
  return [...selections, ...requests];
}

/** The use of a selected object by a workload. */
function verbOf({ kind }: CustomResource, { context }: Program): string {
  const { verb, scraped } = context.kinds.of(kind) ?? {};
  return verb ?? (scraped ? "scrapes" : "selects");
}

/** The names in a resource's generated objects: hosts of others, and its own Services. */
function traces({ resource, derivation }: Derived, values: Values) {
  const manifests = derivation.objects.map(({ manifest }) => manifest);
  const files = derivation.configs.flatMap((config) => Object.values(config.files).map(({ text }) => text));
  const text = values.mask([JSON.stringify(manifests), ...files].join("\n"));
  const { namespace } = resource.metadata;
  const full = [...text.matchAll(/(?<![a-z0-9-])(?=([a-z0-9-]+)\.([a-z0-9-]+))/g)].map(
    ([, name, itsNamespace]) => `${name}.${itsNamespace}`,
  );
  const short = [...text.matchAll(/\/\/([a-z0-9-]+)(?=[:/"]|$)/gm)].map(([, name]) => `${name}.${namespace}`);
  const services = manifests
    .filter(({ kind }) => kind === "Service")
    .map(({ metadata }) => `${metadata.name}.${metadata.namespace ?? namespace}`);
  return { key: objectKey(resource), hosts: [...new Set([...full, ...short])], services };
}
