import { expect } from "chai";
import type { Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster, LiveObject } from "./cluster";

/** Objects of all kinds that stacks make. */
const kinds =
  "deployments,statefulsets,services,secrets,configmaps,serviceaccounts,roles,rolebindings,persistentvolumeclaims,poddisruptionbudgets";

/** Operations of a run that change something. */
export const changesOf = ({ operations }: Run): [string, string][] =>
  Object.entries(operations).filter(([, operation]) => !["same", "read", "discard"].includes(operation));

/** The plain command converges: it succeeds, and after it there is nothing to do. */
export async function expectConvergence(stack: TestStack): Promise<void> {
  succeeded(await stack.up());
  expect(changesOf(await stack.preview())).to.deep.equal([]);
}

export const nameOf = ({ kind, metadata }: LiveObject): string => `${kind}/${metadata.name}`;

/** The objects of a namespace, without that which each namespace has. */
export const objectsIn = (cluster: Cluster, namespace: string): LiveObject[] =>
  cluster.objects(kinds, namespace).filter(({ metadata }) => metadata.name !== "kube-root-ca.crt");

/** No object is there that the stack does not know of, and none is missing. Of the claims, the stack knows only that of the VMSingle `main`. */
export async function expectWhatTheStackKnows(cluster: Cluster, stack: TestStack, namespace: string): Promise<void> {
  const known = (await stack.state()).filter(
    ({ type, id }) => type.startsWith("kubernetes:") && !type.endsWith("Patch") && id?.includes("/"),
  );
  const live = objectsIn(cluster, namespace).filter(
    ({ kind, metadata }) => kind !== "PersistentVolumeClaim" || metadata.name === "vmsingle-main",
  );
  const inState = known
    .filter(({ id }) => id?.startsWith(`${namespace}/`))
    .map(({ type, id }) => `${type.split(":").at(-1)}/${id?.split("/").at(-1)}`);
  expect(live.map(nameOf).sort()).to.deep.equal(inState.sort());
}

/** The generated passwords of a namespace, by their Secrets. */
export const passwordsIn = (cluster: Cluster, namespace: string): Record<string, string | undefined> =>
  Object.fromEntries(
    objectsIn(cluster, namespace)
      .filter((object) => /^Secret\/vmuser-/.test(nameOf(object)))
      .map((object) => [nameOf(object), object.data?.password]),
  );
