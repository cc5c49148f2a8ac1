import { expect } from "chai";
import { rolesFor, rolesForObjects } from "../../provider/inspect/roles";
import { InvalidObjectsError } from "../../provider/render";
import { NoPreviewError, unknownText } from "../../provider/review/sources/preview";
import { objectsOfPreview } from "../../provider/review/sources/preview-objects";
import type { PolicyRule } from "../../provider/workload/plain";
import type { Manifest } from "../../provider/world/objects";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const single = (spec: object = {}): Manifest => ({
  apiVersion,
  kind: "VMSingle",
  metadata: { name: "db", namespace: "data" },
  spec: { retentionPeriod: "1", ...spec },
});
const agent: Manifest = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
};
const storage = { resources: { requests: { storage: "1Gi" } } };
const all = (...objects: Manifest[]) => rolesFor(objects, { name: "deploying" }).roles;
const verbsOf = (roles: readonly Manifest[], place: string | undefined, apiGroup: string, resource: string): string[] =>
  roles
    .filter(({ metadata }) => metadata.namespace === place)
    .flatMap(({ rules }) => rules as PolicyRule[])
    .filter((rule) => rule.apiGroups?.includes(apiGroup) && rule.resources?.includes(resource) && !rule.resourceNames)
    .flatMap(({ verbs }) => verbs as string[]);

describe("the roles of a deploying identity", () => {
  it("are one Role for each namespace, and a ClusterRole only where objects belong to no namespace", () => {
    const named = (roles: readonly Manifest[]) => roles.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ""}`);
    expect(named(all(single()))).to.deep.equal(["Role data"]);
    expect(named(all(single(), agent))).to.deep.equal(["ClusterRole ", "Role data", "Role monitoring"]);
  });

  it("allow to make and watch each kind of object, and to see the pods of a workload, which they may not change", () => {
    const roles = all(single());
    const managing = ["get", "list", "watch", "create", "patch", "delete"];
    expect(verbsOf(roles, "data", "apps", "deployments")).to.deep.equal(managing);
    expect(verbsOf(roles, "data", "", "services")).to.deep.equal(managing);
    expect(verbsOf(roles, "data", "", "pods")).to.deep.equal(["list", "watch"]);
    expect(verbsOf(roles, "data", "apps", "statefulsets")).to.deep.equal([]);
  });

  it("allow to delete claims only where they end with their resource", () => {
    expect(verbsOf(all(single({ storage })), "data", "", "persistentvolumeclaims")).not.to.include("delete");
    expect(verbsOf(all(single({ storage, removePvcAfterDelete: true })), "data", "", "persistentvolumeclaims")).to.include("delete");
  });

  it("hold the rights that are passed on by derived roles, and may bind those roles by name, but never escalate", () => {
    const [inCluster] = all(agent);
    const rules = inCluster?.rules as PolicyRule[];
    expect(verbsOf([inCluster as Manifest], undefined, "", "nodes/metrics")).to.deep.equal(["get", "list", "watch"]);
    expect(rules.flatMap(({ nonResourceURLs }) => nonResourceURLs ?? [])).to.include("/metrics");
    expect(rules.find(({ verbs }) => (verbs as string[]).includes("bind"))).to.deep.equal({
      apiGroups: ["rbac.authorization.k8s.io"],
      resources: ["clusterroles"],
      resourceNames: ["monitoring:monitoring:vmagent-main"],
      verbs: ["bind"],
    });
    expect(JSON.stringify(rules)).not.to.include("escalate");
  });

  it("may read what the manifests refer to and do not hold, by its name", () => {
    const scrape: Manifest = {
      apiVersion,
      kind: "VMStaticScrape",
      metadata: { name: "shop", namespace: "shop" },
      spec: { targetEndpoints: [{ targets: ["shop:80"], basicAuth: { password: { name: "key", key: "password" } } }] },
    };
    const { roles, issues } = rolesFor([agent, scrape], { name: "deploying" });
    const reading = roles.find(({ metadata }) => metadata.namespace === "shop")?.rules;
    expect(reading).to.deep.equal([{ apiGroups: [""], resources: ["secrets"], resourceNames: ["key"], verbs: ["get"] }]);
    expect(issues.map(({ message }) => message).join()).to.include("Secret shop/key");
  });

  it("cover objects that a ConfigGroup makes as they are, by the names of their definitions", () => {
    const definition: Manifest = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "mice.example.com" },
      spec: { group: "example.com", scope: "Cluster", names: { kind: "Mouse", plural: "mice" } },
    };
    const mouse: Manifest = { apiVersion: "example.com/v1", kind: "Mouse", metadata: { name: "jerry" } };
    const policy: Manifest = { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { name: "closed" }, spec: {} };
    const roles = all(definition, mouse, policy);
    expect(verbsOf(roles, undefined, "example.com", "mice")).to.include("patch");
    expect(verbsOf(roles, undefined, "apiextensions.k8s.io", "customresourcedefinitions")).to.include("create");
    expect(verbsOf(roles, "default", "networking.k8s.io", "networkpolicies")).to.include("patch");
  });

  describe("of a preview", () => {
    const step = (op: string, type: string, state: object) => ({ op, urn: `urn:pulumi:a::b::${type}::own`, newState: { type, ...state } });
    const preview = (...steps: object[]): string => `Loading policy packs...\n${JSON.stringify({ steps, changeSummary: { same: 1 } })}`;
    const same = { op: "same", urn: "urn:pulumi:a::b::pulumi:pulumi:Stack::b", newState: { type: "pulumi:pulumi:Stack" } };
    const named = { metadata: { name: "own", namespace: "data" } };

    it("allow to read the objects that the program reads, by their names", () => {
      const { made, read } = objectsOfPreview(
        preview(
          same,
          step("read", "kubernetes:core/v1:Secret", { id: "data/login" }),
          step("read", "kubernetes:networking.k8s.io/v1:IngressClass", { id: "outer" }),
        ),
      );
      const [inCluster, inNamespace] = rolesForObjects(made, read, { name: "deploying" });
      const reading = (apiGroup: string, resource: string, name: string) => [
        { apiGroups: [apiGroup], resources: [resource], resourceNames: [name], verbs: ["get"] },
      ];
      expect(inCluster?.rules).to.deep.equal(reading("networking.k8s.io", "ingressclasses", "outer"));
      expect(inNamespace?.rules).to.deep.equal(reading("", "secrets", "login"));
    });

    it("allow to delete what goes away, and nothing that stays in the cluster", () => {
      const removed = { type: "kubernetes:core/v1:ConfigMap", inputs: named };
      const { made, read } = objectsOfPreview(
        preview(
          same,
          { op: "delete", urn: "urn:pulumi:a::b::kubernetes:core/v1:ConfigMap::own", oldState: removed },
          step("create", "kubernetes:core/v1:PersistentVolumeClaim", { inputs: named, retainOnDelete: true }),
        ),
      );
      const roles = rolesForObjects(made, read, { name: "deploying" });
      expect(verbsOf(roles, "data", "", "configmaps")).to.include("delete");
      expect(verbsOf(roles, "data", "", "persistentvolumeclaims"))
        .to.include("patch")
        .and.not.to.include("delete");
    });

    it("name what a preview does not tell", () => {
      const { made, notes } = objectsOfPreview(
        preview(
          same,
          step("create", "kubernetes:helm.sh/v3:Release", { inputs: { chart: "any" } }),
          step("create", "kubernetes:core/v1:ConfigMap", { inputs: { metadata: { name: "own", namespace: unknownText } } }),
          step("create", "kubernetes:yaml/v2:ConfigGroup", { inputs: {} }),
        ),
      );
      expect(made).to.deep.equal([]);
      expect(notes).to.deep.equal([
        "the Helm release own makes objects that a preview does not show: the rights for them are missing here",
        "the namespace of ConfigMap own is not known yet: the rights for it are missing here",
      ]);
    });

    it("are refused without a preview, and of one that leaves resources out", () => {
      expect(() => objectsOfPreview("{}")).to.throw(NoPreviewError, "expected the output of");
      const partial = preview(step("create", "kubernetes:core/v1:ConfigMap", { inputs: named }));
      expect(() => objectsOfPreview(partial)).to.throw(NoPreviewError, "leaves out 1 resources that do not change");
    });
  });

  it("come with bindings on request", () => {
    const { roles } = rolesFor([single()], { name: "deploying", serviceAccount: "ci/deployer" });
    expect(roles[1]).to.deep.include({
      kind: "RoleBinding",
      metadata: { name: "deploying", namespace: "data" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "deploying" },
      subjects: [{ kind: "ServiceAccount", namespace: "ci", name: "deployer" }],
    });
  });

  it("are not made of invalid objects, since what follows from those is not known", () => {
    expect(() => all(single({ replicaCount: "many" }))).to.throw(InvalidObjectsError, "spec.replicaCount");
  });
});
