import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { rolesFor, rolesForObjects } from "../../provider/inspect/roles";
import { objectsOfPreview } from "../../provider/review/sources/preview-objects";
import type { PolicyRule } from "../../provider/workload/plain";
import type { Manifest } from "../../provider/world/objects";
import { namespace, objectsWithRights } from "../cluster/rights-objects";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const login = { apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace }, stringData: { password: "word" } };
const whole = ["--show-sames", "--show-reads"];
const naming = { name: "deploying" };

const program = async (): Promise<void> => {
  new victoriametrics.ConfigGroup("all", { objs: [...objectsWithRights(), login] });
  const metadata = { name: "own", namespace: "apart" };
  new kubernetes.batch.v1.CronJob("own", {
    metadata,
    spec: {
      schedule: "* * * * *",
      jobTemplate: { spec: { template: { spec: { containers: [{ name: "own", image: "own" }], restartPolicy: "Never" } } } },
    },
  });
  new kubernetes.core.v1.SecretPatch("patched", { metadata, stringData: { word: "planted" } });
};

const rulesIn = (roles: readonly Manifest[], place: string): PolicyRule[] =>
  roles.flatMap(({ metadata, rules }) => (metadata.namespace === place ? (rules as PolicyRule[]) : []));

describe("the roles for the objects of a preview", () => {
  let stack: TestStack;
  const rolesOf = (text: string): Manifest[] => {
    const { made, read, notes } = objectsOfPreview(text);
    expect(notes).to.deep.equal([]);
    return rolesForObjects(made, read, naming);
  };

  before(async () => {
    stack = await TestStack.create(program);
  });
  after(() => stack.remove());

  it("are those for the manifests of its components, and those for the program's own objects", async () => {
    const roles = rolesOf(await stack.previewJson(...whole));
    const { roles: ofManifests } = rolesFor([...objectsWithRights(), login], naming);
    const others = roles.filter(({ metadata }) => metadata.namespace !== "apart");
    expect(others).to.deep.equal(ofManifests);
    const making = ["get", "list", "watch", "create", "patch"];
    expect(rulesIn(roles, "apart")).to.deep.equal([
      { apiGroups: [""], resources: ["events"], verbs: ["list", "watch"] },
      { apiGroups: [""], resources: ["secrets"], verbs: making },
      { apiGroups: ["batch"], resources: ["cronjobs"], verbs: [...making, "delete"] },
    ]);
  });

  it("stay the same when nothing changes any more, and are refused of a preview without what stays the same", async () => {
    const before = rolesOf(await stack.previewJson(...whole));
    succeeded(await stack.up());
    expect(rolesOf(await stack.previewJson(...whole))).to.deep.equal(before);
    const partial = await stack.previewJson();
    expect(() => objectsOfPreview(partial)).to.throw(
      /leaves out \d+ resources that do not change: make it by `pulumi preview --json --show-sames/,
    );
  });
});
