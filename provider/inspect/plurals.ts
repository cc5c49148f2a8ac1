import { own } from "../text/own";
import { groupOf, type Manifest } from "../world/objects";

/** Kinds whose resources are called otherwise than the rules of English have it. */
const irregular: Readonly<Record<string, string>> = { Endpoints: "endpoints", EndpointSlice: "endpointslices", Gateway: "gateways" };

const endings: readonly (readonly [ending: RegExp, plural: string])[] = [
  [/(s|x|ch|sh)$/, "$1es"],
  [/([^aeiou])y$/, "$1ies"],
  [/$/, "s"],
];

/** The names of the resources of objects: `networkpolicies` for a NetworkPolicy; those of custom kinds as the definitions among `objects` have them. */
export function pluralsOf(objects: readonly Manifest[]): (manifest: Pick<Manifest, "apiVersion" | "kind">) => string {
  const defined = new Map(
    objects
      .filter(({ kind }) => kind === "CustomResourceDefinition")
      .map(({ spec }) => spec as { group?: string; names?: { kind?: string; plural?: string } } | undefined)
      .map((spec) => [`${spec?.group}/${spec?.names?.kind}`, spec?.names?.plural] as const),
  );
  return ({ apiVersion, kind }) => defined.get(`${groupOf(apiVersion)}/${kind}`) ?? own(irregular, kind) ?? plural(kind.toLowerCase());
}

function plural(word: string): string {
  const [ending, more] = endings.find(([pattern]) => pattern.test(word)) as (typeof endings)[number];
  return word.replace(ending, more);
}
