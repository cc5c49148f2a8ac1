import type * as pulumi from "@pulumi/pulumi";
import { identityOf, type Named, shownName } from "../admission/collisions";
import { perRun } from "./per-run";
import { contentOf } from "./resolve";

/** A component, and what messages call it. */
interface Owner {
  readonly urn: string;
  readonly title: string;
}

/** The owners of the names that were taken in a run. */
const takenNames = perRun(() => new Map<string, Owner>());

/**
 * Takes the names of a component's objects, and says which of them another component of the program has taken already: in the same cluster, as far
 * as that shows, which is through the same provider. What the engine itself would refuse, a component that is there twice, is left to it.
 */
export async function takeNames(component: pulumi.ComponentResource, title: string, objects: readonly Named[]): Promise<string[]> {
  const provider = component.getProvider("kubernetes:core/v1:Secret");
  const cluster = provider ? String(await contentOf(provider.urn)) : "";
  const urn = String(await contentOf(component.urn));
  const taken = takenNames();
  return objects.flatMap((object) => {
    const identity = identityOf(object);
    if (identity === undefined) return [];
    const key = `${cluster} ${identity}`;
    const owner = taken.get(key);
    if (owner && owner.urn !== urn) return [collision(object, owner)];
    taken.set(key, { urn, title });
    return [];
  });
}

const collision = (object: Named, { title }: Owner): string =>
  `${shownName(object)} belongs to ${title} already: give one of the two another metadata.name, or its own provider if it is for another cluster`;
