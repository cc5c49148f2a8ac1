import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { readCluster } from "../../provider/sources/cluster";
import type { Cluster } from "./cluster";
import { kubeconfigWith, type Role, readingRole } from "./reading-role";
import { sharedCluster } from "./shared";

describe("the rights that the targets of a cluster take", () => {
  const role = readingRole();
  const rights = role.rules.flatMap(({ apiGroups: [group = ""], resources }) =>
    resources.map((resource) => (group ? `${resource}.${group}` : resource)),
  );
  let cluster: Cluster;

  before(async () => {
    cluster = await sharedCluster();
  });

  /** The role with another name, without some of its rights. */
  const without = (...missing: readonly string[]): Role => ({
    ...role,
    metadata: { name: `without-${missing.join("-") || "nothing"}` },
    rules: role.rules.flatMap((rule) => {
      const resources = rule.resources.filter((resource) => !missing.some((one) => one.split(".")[0] === resource));
      return resources.length > 0 ? [{ ...rule, resources }] : [];
    }),
  });

  /** The rights that an account lacks, as the error names them. The API server takes a moment to see a new role. */
  async function lacking(own: Role): Promise<string[]> {
    const kubeconfig = kubeconfigWith(cluster, own);
    const expected = rights.length - own.rules.flatMap(({ resources }) => resources).length;
    let lacks: string[] = [];
    for (let attempt = 0; attempt < 50; attempt++) {
      lacks = await readCluster(kubeconfig).then(
        () => [],
        ({ message }: Error) => (/this user list (.*) in all namespaces: /.exec(message)?.[1] ?? message).split(", "),
      );
      if (lacks.length <= expected) break;
      await sleep(100);
    }
    return lacks;
  }

  it("are those of its page", async () => {
    expect(rights).to.have.lengthOf(7);
    expect(await lacking(without())).to.deep.equal([]);
  });

  for (const right of rights)
    it(`lack ${right} where the error says so`, async () => {
      expect(await lacking(without(right))).to.deep.equal([right]);
    });

  it("are all named where all are missing", async () => {
    expect(await lacking(without(...rights))).to.have.members(rights);
  });
});
