import * as pulumi from "@pulumi/pulumi";
import { identityOf, type Named, shownName } from "../admission/collisions";
import { contentOf } from "./resolve";

/** A component, and what messages call it. */
interface Owner {
  readonly urn: string;
  readonly title: string;
}

/** The owners of the names that were taken in a run. */
type TakenNames = Map<string, Owner>;

/** Of each engine that this process has worked for. Under mocks each setting of them is an engine. */
const byEngine = new WeakMap<object, TakenNames>();
const byAddress = new Map<string, TakenNames>();
const withoutEngine = {};

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

/** The names that were taken in this run. A plugin has a connection of its own to the engine for each component. */
function takenNames(): TakenNames {
  const engine = (pulumi.runtime.getMonitor() ?? withoutEngine) as object & { getChannel?(): { getTarget(): string } };
  const address = engine.getChannel?.().getTarget();
  const found = address === undefined ? byEngine.get(engine) : byAddress.get(address);
  if (found) return found;
  const made: TakenNames = new Map();
  if (address === undefined) byEngine.set(engine, made);
  else byAddress.set(address, made);
  return made;
}
