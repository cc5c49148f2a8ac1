import * as kubernetes from "@pulumi/kubernetes";
import * as victoriametrics from "../../../provider";
import type { Declared } from "./table";

/** The namespace of all objects. */
export const namespace = "lives";

const { Deployment, StatefulSet, DaemonSet } = kubernetes.apps.v1;
const plainKinds = { Deployment, StatefulSet, DaemonSet };
type Component = new (name: string, args: object, options?: object) => unknown;
const components = victoriametrics as unknown as Readonly<Record<string, Component>>;

/** Declares resources. A `password` is that of a Secret beside the resource, which selects from it. */
export const program = (resources: readonly Declared[]) => async (): Promise<void> => {
  for (const { kind, name, spec, arguments: further, options } of resources) {
    if (kind in plainKinds) plainWorkload(kind as keyof typeof plainKinds, name, spec);
    else {
      const { password, ...own } = spec;
      const selectFrom = password === undefined ? [] : [rotatedSecret(name, password as string)];
      const given = { metadata: { name, namespace }, spec: own, selectFrom, ...further };
      const component = components[kind];
      if (!component) throw new Error(`the package has no component ${kind}`);
      new component(`${kind}-${name}`, given, options);
    }
  }
};

/** Pulumi would wait for pods that never restart. */
const unawaited = { "pulumi.com/skipAwait": "true" };

function plainWorkload(kind: keyof typeof plainKinds, name: string, spec: object): void {
  new plainKinds[kind](`plain-${name}`, { metadata: { name, namespace, annotations: unawaited }, spec } as never);
}

const rotatedSecret = (owner: string, password: string) =>
  new kubernetes.core.v1.Secret(`${owner}-rotated`, { metadata: { name: "rotated", namespace }, stringData: { password } });
