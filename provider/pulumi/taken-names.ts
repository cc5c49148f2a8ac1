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

/** Of each run of a program, by its connection to the engine. Under mocks each setting of them is a connection. */
const byConnection = new WeakMap<object, TakenNames>();
const withoutEngine = {};

/** Of each run that a plugin takes part in, by the engine's address: it has a connection of its own for each component. */
const byAddress = new Map<string, TakenNames>();
let isPlugin = false;

/** Has the names taken in one run by all connections to an engine, for the rest of the process. A program's next run may have the same address. */
export function takeNamesByAddress(): void {
  isPlugin = true;
}

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

function takenNames(): TakenNames {
  const connection = (pulumi.runtime.getMonitor() ?? withoutEngine) as object & { getChannel?(): { getTarget(): string } };
  const address = isPlugin ? connection.getChannel?.().getTarget() : undefined;
  const found = address === undefined ? byConnection.get(connection) : byAddress.get(address);
  if (found) return found;
  const made: TakenNames = new Map();
  if (address === undefined) byConnection.set(connection, made);
  else byAddress.set(address, made);
  return made;
}
