import { expect } from "chai";
import { parseAllDocuments } from "yaml";
import type { Manifest } from "../../provider/render";
import { createStack } from "../engine/k8s-stack";
import { succeeded } from "../succeeded";
import { alertmanagerConfigurations, refusalOf as refusalOfAlertmanager } from "./amtool";
import { scrapeConfigurations, verdictOf } from "./vmagent";
import { refusalOf as refusalOfAlert, starts } from "./vmalert";
import { authConfigurations, refusalOf as refusalOfAuth } from "./vmauth";

/** Whose metrics are there, whatever the database. */
const scraped = [
  "nodeScrape/monitoring/cadvisor",
  "nodeScrape/monitoring/kubelet",
  "nodeScrape/monitoring/kubelet-probes",
  "nodeScrape/monitoring/kubelet-resource",
  "podScrape/monitoring/node-exporter/0",
  ...[
    "apiserver/0",
    "coredns/0",
    "etcd/0",
    "grafana/0",
    "kube-controller-manager/0",
    "kube-proxy/0",
    "kube-scheduler/0",
    "kube-state-metrics/0",
    "kube-state-metrics/1",
    "vmagent-main/0",
    "vmagent-main/1",
    "vmalert-main/0",
    "vmalert-main/1",
    "vmalertmanager-main/0",
    "vmalertmanager-main/1",
    "vmauth-main/0",
    "vmauth-main/1",
  ].map((name) => `serviceScrape/monitoring/${name}`),
];

const databases = {
  single: ["vmsingle-main/0"],
  cluster: ["vminsert-main/0", "vmselect-main/0", "vmstorage-main/0"],
};

describe("what examples/k8s-stack becomes", () => {
  for (const [storage, jobs] of Object.entries(databases)) {
    describe(`with storage ${storage}`, () => {
      let objects: readonly Manifest[] = [];
      before(async () => {
        objects = await objectsOf(storage);
      });

      it("is scraped by vmagent as a whole", () => {
        const configurations = scrapeConfigurations(objects);
        expect(configurations.map(verdictOf)).to.deep.equal([{ leftOut: [] }]);
        const names = [...(configurations[0]?.main ?? "").matchAll(/^- job_name: (\S+)$/gm)].map(([, name]) => name);
        expect(names).to.have.members([...scraped, ...jobs.map((name) => `serviceScrape/monitoring/${name}`)]);
      });

      it("is evaluated by vmalert", () => {
        const found = starts(objects);
        expect(found.map(({ name, files }) => [name, Object.keys(files)])).to.deep.equal([["vmalert-main", ["rules-src-0"]]]);
        expect(found.map(refusalOfAlert)).to.deep.equal([undefined]);
      });

      it("is taken by Alertmanager, with both receivers", () => {
        const configurations = alertmanagerConfigurations(objects);
        expect(configurations.map(refusalOfAlertmanager)).to.deep.equal([undefined]);
        expect(configurations[0]).to.include("/etc/vm/secrets/alertmanager-receivers/slack").and.to.include("/heartbeat");
      });

      it("is taken by vmauth, with both users", () => {
        const configurations = authConfigurations(objects);
        expect(configurations.map(refusalOfAuth)).to.deep.equal([undefined]);
        expect(configurations[0]).to.include("username: reader").and.to.include("username: writer");
      });
    });
  }
});

/** The objects that a run of the program applies. */
async function objectsOf(storage: string): Promise<Manifest[]> {
  const stack = await createStack({ storage });
  try {
    const run = await stack.up();
    succeeded(run);
    return Object.values(stack.manifests()).flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Manifest));
  } finally {
    stack.remove();
  }
}
