import * as pulumi from "@pulumi/pulumi";
import { remembered } from "../text/remembering";

/** The SDK's connection to an engine; Pulumi's mocks have no channel. */
interface Connection {
  getChannel?(): { getTarget(): string };
}

let isPlugin = false;

/**
 * Takes all connections to an engine for one run, for the rest of the process: a plugin has a connection of its own for each component. A program's
 * next run may have the same address.
 */
export function runsByAddress(): void {
  isPlugin = true;
}

const withoutEngine: Connection = {};

/** A value that is made once for each run of a program. Under mocks each setting of them is a run. */
export function perRun<Value>(make: () => Value): () => Value {
  const byConnection = new WeakMap<Connection, Value>();
  const byAddress = new Map<string, Value>();
  return () => {
    const connection = (pulumi.runtime.getMonitor() as unknown as Connection | undefined) ?? withoutEngine;
    const address = isPlugin ? connection.getChannel?.().getTarget() : undefined;
    return address === undefined ? remembered(byConnection, connection, make) : remembered(byAddress, address, make);
  };
}
