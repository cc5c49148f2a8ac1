import * as pulumi from "@pulumi/pulumi";
import { remembered } from "../text/remembering";
import { isPlugin } from "./plugin-process";

/** The SDK's connection to an engine; Pulumi's mocks have no channel. */
interface Connection {
  getChannel?(): { getTarget(): string };
}

const withoutEngine: Connection = {};

/**
 * A value that is made once for each run of a program. Under mocks each setting of them is a run. A plugin has a connection of its own for each
 * component, all with one address; the next run of a program may have the address of the last one.
 */
export function perRun<Value>(make: () => Value): () => Value {
  const byConnection = new WeakMap<Connection, Value>();
  const byAddress = new Map<string, Value>();
  return () => {
    const connection = (pulumi.runtime.getMonitor() as unknown as Connection | undefined) ?? withoutEngine;
    const address = isPlugin() ? connection.getChannel?.().getTarget() : undefined;
    return address === undefined ? remembered(byConnection, connection, make) : remembered(byAddress, address, make);
  };
}
