import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { rolesFor } from "../../provider/inspect/roles";
import type { PolicyRule } from "../../provider/workload/plain";
import type { Manifest } from "../../provider/world/objects";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { namespace, objectsWithRights } from "./rights-objects";
import { sharedCluster } from "./shared";

type Role = Manifest & { readonly rules: readonly PolicyRule[] };

const account = "deploying/deployer";
const [accountNamespace, accountName] = account.split("/") as [string, string];

describe("a stack of a ServiceAccount with the printed roles alone", () => {
  const { roles } = rolesFor(objectsWithRights(), { name: "deploying", serviceAccount: account });
  let cluster: Cluster;
  let stack: TestStack;

  const program = (changes: number) => async (): Promise<void> =>
    void new victoriametrics.ConfigGroup("all", { objs: objectsWithRights(changes) });
  const succeed = async (run: Promise<Run>): Promise<Run> => {
    const done = succeeded(await run);
    expect(done.output).not.to.match(/forbidden|cannot (get|list|watch)/i);
    return done;
  };
  /** The same roles without a verb for a resource. */
  const without = (resource: string, verb: string): Manifest[] =>
    roles.map((role): Manifest => {
      const { rules } = role as Role;
      if (!rules) return role;
      const rest = rules.flatMap((rule) => {
        if (!rule.resources?.includes(resource)) return [rule];
        const others = rule.resources.filter((other) => other !== resource);
        const less = { ...rule, resources: [resource], verbs: (rule.verbs as readonly string[]).filter((other) => other !== verb) };
        return [...(others.length > 0 ? [{ ...rule, resources: others }] : []), ...(less.verbs.length > 0 ? [less] : [])];
      });
      return { ...role, rules: rest };
    });

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([
      { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
      { apiVersion: "v1", kind: "Namespace", metadata: { name: accountNamespace } },
      { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: accountName, namespace: accountNamespace } },
      { apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace }, stringData: { password: "of the shop" } },
      { apiVersion: "v1", kind: "Secret", metadata: { name: "of-others", namespace: "default" }, stringData: { password: "of others" } },
    ]);
    cluster.apply(roles);
    const kubeconfig = cluster.kubeconfigOf(accountNamespace, accountName);
    stack = await TestStack.create(program(0), { cluster: true, env: { KUBECONFIG: kubeconfig } });
  });
  after(() => stack.remove());

  it("is previewed, made, changed with growing claims, refreshed, and found as it should be", async () => {
    await succeed(stack.preview());
    await succeed(stack.up());
    stack.program = program(1);
    await succeed(stack.up());
    await succeed(stack.refresh());
    const { operations, output } = await succeed(stack.preview());
    expect(
      Object.values(operations).filter((operation) => !["same", "read"].includes(operation)),
      output,
    ).to.deep.equal([]);
  });

  for (const [index, [resource, verb, message]] of (
    [
      ["deployments", "patch", /cannot patch resource "deployments" in API group "apps" in the namespace "limited"/],
      ["secrets", "get", /cannot get resource "secrets" in API group "" in the namespace "limited"/],
      ["clusterroles", "bind", /rolebindings\S* "readers" is forbidden: .* is attempting to grant RBAC permissions not currently held/],
    ] as const
  ).entries()) {
    it(`fails without the right to ${verb} ${resource}, which the error names`, async () => {
      cluster.apply(without(resource, verb));
      try {
        stack.program = program(2 + index);
        const { failed, errors } = await stack.up();
        expect(failed).to.equal(true);
        expect(errors.join("\n")).to.match(message);
      } finally {
        cluster.apply(roles);
        stack.program = program(1);
      }
    });
  }

  it("may not do more: not in other namespaces, and nothing that no object needs", () => {
    const may = (...what: string[]): string =>
      cluster.tryKubectl(["auth", "can-i", ...what, `--as=system:serviceaccount:${account.replace("/", ":")}`]).stdout.trim();
    expect(may("get", "secrets", "--namespace=default")).to.equal("no");
    expect(may("patch", "deployments.apps", "--namespace=default")).to.equal("no");
    expect(may("delete", "pods", `--namespace=${namespace}`)).to.equal("no");
    expect(may("create", "cronjobs.batch", `--namespace=${namespace}`)).to.equal("no");
    expect(may("delete", "namespaces")).to.equal("no");
    expect(may("escalate", "clusterroles.rbac.authorization.k8s.io")).to.equal("no");
    expect(may("patch", "deployments.apps", `--namespace=${namespace}`)).to.equal("yes");
  });

  it("is destroyed", async () => {
    await succeed(stack.destroy());
    await cluster.settle(namespace);
    expect(cluster.objects("deployments,statefulsets,daemonsets,services", namespace)).to.deep.equal([]);
  });
});
