import { hasPlaceholder } from "../values/values";
import type { Issue } from "../world/issues";
import type { Manifest } from "../world/objects";

/** An object as a cluster knows it. */
export type Named = Pick<Manifest, "apiVersion" | "kind" | "metadata">;

/** An object that a custom resource becomes, and the key of that custom resource. */
export interface Owned {
  readonly owner: string;
  readonly object: Named;
}

/** Several objects of the same name: those that custom resources become, and whether one is given as well. */
interface Shared {
  readonly object: Named;
  readonly owners: Set<string>;
  isGiven: boolean;
}

const groupOf = (apiVersion: string): string => (apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "");
const typeOf = ({ apiVersion, kind }: Named): string => `${groupOf(apiVersion)} ${kind}`;

/** The identity of an object in a cluster, without its version. Undefined while its name is not known. */
export function identityOf(object: Named, namespace = object.metadata.namespace ?? ""): string | undefined {
  const { name } = object.metadata;
  return hasPlaceholder(name) || hasPlaceholder(namespace) ? undefined : `${typeOf(object)} ${namespace}/${name}`;
}

/** `Service monitoring/vmsingle-main`; objects of no namespace are named alone. */
export const shownName = ({ kind, metadata: { namespace, name } }: Named): string => `${kind} ${namespace ? `${namespace}/` : ""}${name}`;

/**
 * The errors of custom resources that become an object of the same name as another one does, or as one that is given: one of the two would take
 * the place of the other. Each of the custom resources gets the error, for nobody can say which one is meant.
 */
export function collisions(owned: readonly Owned[], given: readonly Named[]): Issue[] {
  const shared = new Map<string, Shared>();
  const withoutNamespace = new Set(owned.flatMap(({ object }) => (object.metadata.namespace === undefined ? [typeOf(object)] : [])));
  for (const { owner, object } of owned) {
    const identity = identityOf(object);
    if (identity === undefined) continue;
    const found = shared.get(identity);
    if (found) found.owners.add(owner);
    else shared.set(identity, { object, owners: new Set([owner]), isGiven: false });
  }
  for (const object of given) {
    const namespace = withoutNamespace.has(typeOf(object)) ? "" : (object.metadata.namespace ?? "default");
    const found = shared.get(identityOf(object, namespace) ?? "");
    if (found) found.isGiven = true;
  }
  const all = [...shared.values()];
  return [...betweenOwners(all), ...withGiven(all.filter(({ isGiven }) => isGiven))];
}

/** One error for each two custom resources, from both sides. */
function betweenOwners(shared: readonly Shared[]): Issue[] {
  const pairs = new Map<string, { readonly owner: string; readonly other: string; readonly objects: string[] }>();
  for (const { object, owners } of shared) {
    for (const owner of owners)
      for (const other of owners) {
        if (owner === other) continue;
        const key = `${owner} ${other}`;
        const pair = pairs.get(key) ?? { owner, other, objects: [] };
        pair.objects.push(shownName(object));
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()].map(({ owner, other, objects }) =>
    inTheWay(owner, `becomes ${listed(objects)}, and so does ${other}: give one of the two another name`),
  );
}

const withGiven = (shared: readonly Shared[]): Issue[] =>
  shared.flatMap(({ object, owners }) =>
    [...owners].map((owner) =>
      inTheWay(owner, `becomes ${shownName(object)}, which is given as well: remove the given one, or give one of the two another name`),
    ),
  );

const inTheWay = (object: string, message: string): Issue => ({ object, path: "metadata.name", message, severity: "error" });

const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
