import { expect } from "chai";
import { parseAllDocuments } from "yaml";
import { succeeded } from "../succeeded";
import { createStack, ownWarnings, secret } from "./k8s-stack";
import type { Run, TestStack } from "./stack";

/** The resources of the stack with each database, beside the common ones. */
const databases = {
  single: {
    children: ["apps/v1:Deployment::main-vmsingle-deployment", "core/v1:PersistentVolumeClaim::main-vmsingle-claim"],
    queryUrl: "http://vmsingle-main.monitoring.svc:8429",
  },
  cluster: {
    children: [
      "apps/v1:StatefulSet::main-vmcluster-vmstorage-stateful-set",
      "apps/v1:StatefulSet::main-vmcluster-vmselect-stateful-set",
      "apps/v1:Deployment::main-vmcluster-vminsert-deployment",
    ],
    queryUrl: "http://vmselect-main.monitoring.svc:8481/select/0/prometheus",
  },
};

const common = [
  "core/v1:Namespace::monitoring",
  "core/v1:Service::kube-scheduler-metrics",
  "core/v1:Service::etcd-metrics",
  "core/v1:Service::coredns-metrics",
  "apps/v1:DaemonSet::node-exporter",
  "apps/v1:Deployment::kube-state-metrics",
  "apps/v1:Deployment::grafana",
  "core/v1:ConfigMap::grafana-dashboard-cluster",
  "core/v1:ConfigMap::main-vmalert-rules-0",
  "apps/v1:StatefulSet::main-vmalertmanager-stateful-set",
  "core/v1:Secret::reader-vmuser-secret",
];

/** Resources that a run would change, and how. */
const changes = ({ operations }: Run): Record<string, string> =>
  Object.fromEntries(Object.entries(operations).filter(([, operation]) => operation !== "same"));

describe("examples/k8s-stack", () => {
  let stack: TestStack;
  const startsWith = (config: Readonly<Record<string, string>>): void => {
    before(async () => {
      stack = await createStack(config);
    });
    after(() => stack.remove());
  };

  for (const [storage, { children, queryUrl }] of Object.entries(databases)) {
    describe(`with storage ${storage}`, () => {
      startsWith({ storage });

      it("comes up without a warning and shows no secret", async () => {
        const preview = succeeded(await stack.preview());
        expect(ownWarnings(preview)).to.deep.equal([]);
        const first = succeeded(await stack.up());
        expect(ownWarnings(first)).to.deep.equal([]);
        expect(Object.keys(first.operations)).to.include.members([...common, ...children].map((child) => `kubernetes:${child}`));
        expect((await stack.outputs()).queryUrl?.value).to.equal(queryUrl);
        expect(preview.output + first.output + stack.stateText()).not.to.include(secret);
      });

      it("is unchanged the second time", async () => {
        expect(changes(succeeded(await stack.up()))).to.deep.equal({});
      });

      it("gives Grafana a new Secret and new pods when its password changes, and changes nothing else", async () => {
        await stack.setSecret("tests:grafanaPassword", "another");
        expect(changes(succeeded(await stack.preview()))).to.deep.equal({
          "kubernetes:core/v1:Secret::grafana-admin": "delete-replaced",
          "kubernetes:apps/v1:Deployment::grafana": "update",
        });
      });
    });
  }

  describe("with a hidden control plane and host names", () => {
    startsWith({ controlPlane: '["kube-proxy"]', grafanaHost: "grafana.example.com", metricsHost: "metrics.example.com" });

    it("leaves out the components that are not named, with their Services and alerts", async () => {
      const names = Object.keys(succeeded(await stack.up()).operations);
      expect(names).to.include("kubernetes:core/v1:Service::kube-proxy-metrics");
      expect(names.filter((name) => /etcd|kube-scheduler|kube-controller-manager/.test(name))).to.deep.equal([]);
      const rules = await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmalert-rules-0");
      expect(JSON.stringify(rules.inputs))
        .to.include("KubeProxyIsDown")
        .and.not.to.match(/EtcdHasNoLeader|KubeSchedulerIsDown/);
    });

    it("adds an Ingress for each host name", () => {
      const hosts = Object.values(stack.manifests())
        .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()))
        .filter(({ kind }) => kind === "Ingress")
        .map(({ spec }) => spec.rules[0].host);
      expect(hosts).to.have.members(["grafana.example.com", "metrics.example.com"]);
    });
  });

  describe("with a component that there is not", () => {
    startsWith({ controlPlane: '["kube-dns"]' });

    it("names the key of the configuration", async () => {
      const { errors } = await stack.preview();
      expect(errors.join("\n")).to.include("controlPlane: unknown component kube-dns: expected some of kube-controller-manager");
    });
  });
});
