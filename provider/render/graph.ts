import { deriveResource, isPaused } from "../derivation";
import { type CustomResource, objectKey } from "../world/objects";
import type { Prepared } from ".";
import { choices } from "./selection";

/** One object that has to do with another. */
interface Relation {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/**
 * The relations between the custom resources as Mermaid: who selects whom, and whose generated objects or configuration name the Services
 * of whom.
 */
export function mermaid(prepared: Prepared): string {
  const keys = prepared.program.resources.map(objectKey);
  const ids = new Map(keys.map((key, index) => [key, `n${index}`]));
  const nodes = keys.map((key) => {
    const [kind, ...name] = key.split("/");
    return `  ${ids.get(key)}["${kind}<br/>${name.join("/")}"]`;
  });
  const edges = relations(prepared).map(({ from, to, label }) => `  ${ids.get(from)} -->|${label}| ${ids.get(to)}`);
  return `${["flowchart LR", ...nodes, ...edges].join("\n")}\n`;
}

function relations({ program, values }: Prepared): Relation[] {
  const { resources } = program;
  const selections = resources.flatMap((object) =>
    choices(object, program)
      .filter(({ isSelected }) => isSelected)
      .map(({ workload }): Relation => ({ from: objectKey(workload), to: objectKey(object), label: "selects" })),
  );
  const derived = resources.filter((resource) => !isPaused(resource)).map((resource) => traces(resource, { program, values }));
  const owners = new Map(derived.flatMap(({ key, services }) => services.map((service): [string, string] => [service, key])));
  const requests = derived.flatMap(({ key, hosts }) => {
    const targets = new Set(hosts.flatMap((host) => owners.get(host) ?? []));
    return [...targets].filter((target) => target !== key).map((target): Relation => ({ from: key, to: target, label: "sends to" }));
  });
  return [...selections, ...requests];
}

/** What a resource's generated objects show of others: the hosts that they name, and the Services by which others name it. */
function traces(resource: CustomResource, { program, values }: Pick<Prepared, "program" | "values">) {
  const { derivation } = deriveResource(program, resource);
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
