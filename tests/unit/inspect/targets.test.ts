import { expect } from "chai";
import { scraperTargets } from "../../../provider/inspect/scraper-targets";
import { targetChanges } from "../../../provider/inspect/targets-formats";
import { prepare } from "../../../provider/render";
import { processorTimeOf, quickest } from "../../processor-time";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "mon" },
  spec: { selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
};
const scrape = {
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name: "shop", namespace: "shop" },
  spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics" }] },
};
const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "shop", namespace: "shop", labels: { app: "shop" } },
  spec: {
    selector: { app: "shop" },
    ports: [
      { name: "http", port: 80, targetPort: 8080 },
      { name: "metrics", port: 81, targetPort: "m" },
    ],
  },
};
const workload = (kind: string, replicas?: number) => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name: "shop", namespace: "shop" },
  spec: {
    replicas,
    template: {
      metadata: { labels: { app: "shop" } },
      spec: { containers: [{ name: "shop", image: "shop", ports: [{ containerPort: 8080 }, { name: "m", containerPort: 9090 }] }] },
    },
  },
});

const targetsOf = (...objects: object[]) => scraperTargets(prepare(objects), objects);
const urlsOf = (...objects: object[]) =>
  targetsOf(...objects).flatMap(({ jobs }) => jobs.flatMap(({ targets }) => targets.map(({ url }) => url)));

describe("targets", () => {
  it("are predicted from a template and its replicas", () => {
    const urls = ["http://shop-1.predicted:9090/metrics", "http://shop-2.predicted:9090/metrics"];
    expect(urlsOf(agent, scrape, service, workload("Deployment", 2))).to.deep.equal(urls);
    expect(urlsOf(agent, scrape, service, workload("StatefulSet"))).to.deep.equal(["http://shop-0.predicted:9090/metrics"]);
  });

  it("say which rule drops the others", () => {
    const [job] = targetsOf(agent, scrape, service, workload("Deployment", 1))[0]?.jobs ?? [];
    expect(job?.from).to.equal("VMServiceScrape/shop/shop");
    expect(job?.targets[0]).to.include({ object: "Endpoints/shop/shop", isPredicted: true });
    expect(job?.targets[0]?.labels).to.include({ job: "shop", namespace: "shop", pod: "shop-(1)", endpoint: "metrics" });
    expect(job?.dropped.map(({ rule }) => rule)).to.deep.equal([
      { action: "keep", source_labels: ["__meta_kubernetes_endpoint_port_name"], regex: "metrics" },
    ]);
  });

  it("of other discoveries are known at run time only", () => {
    const inlineScrapeConfig = "- job_name: consul\n  consul_sd_configs: [{server: consul}]\n";
    const [job] = targetsOf({ ...agent, spec: { ...agent.spec, inlineScrapeConfig } })[0]?.jobs ?? [];
    expect(job).to.deep.equal({ job: "consul", targets: [], dropped: [], droppedCount: 0, atRunTime: ["consul_sd_configs"] });
  });

  it("of an agent on each node are those of all nodes together", () => {
    const daemon = { ...agent, spec: { ...agent.spec, daemonSetMode: true } };
    const pods = { ...scrape, kind: "VMPodScrape", spec: { podMetricsEndpoints: [{ port: "m" }] } };
    const pod = (name: string, nodeName?: string) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name, namespace: "shop" },
      spec: { nodeName, containers: [{ name, ports: [{ name: "m", containerPort: 1 }] }] },
      status: { phase: "Running", podIP: name },
    });
    const urls = urlsOf(daemon, pods, pod("a", "one"), pod("b", "two"), pod("c"));
    expect(urls).to.deep.equal(["http://a:1/metrics", "http://b:1/metrics"]);
  });

  it("that the scraper cannot take are told with its reason", () => {
    const given = { ...scrape, kind: "VMStaticScrape", spec: { targetEndpoints: [{ targets: ["a:b:c", "fine"] }] } };
    const [job] = targetsOf(agent, given)[0]?.jobs ?? [];
    expect(job?.targets.map(({ url }) => url)).to.deep.equal(["http://fine/metrics"]);
    expect(job?.dropped.map(({ reason }) => reason)).to.deep.equal([
      'the scraper refuses it: parse "http://a:b:c/metrics": invalid port ":b:c" after host',
    ]);
  });

  it("are compared by job and URL", () => {
    const before = targetsOf(agent, scrape, service, workload("Deployment", 1));
    const more = targetsOf(agent, scrape, service, workload("Deployment", 2));
    const labeled = targetsOf(agent, { ...scrape, spec: { ...scrape.spec, jobLabel: "app" } }, service, workload("Deployment", 1));
    const changes = (from: typeof before, to: typeof before) => targetChanges(from, to).map(({ change, url }) => `${change} ${url}`);
    expect(changes(before, before)).to.deep.equal([]);
    expect(changes(before, more)).to.deep.equal(["gained http://shop-2.predicted:9090/metrics"]);
    expect(changes(more, before)).to.deep.equal(["lost http://shop-2.predicted:9090/metrics"]);
    const other = targetsOf(agent, { ...scrape, spec: { ...scrape.spec, targetLabels: ["app"] } }, service, workload("Deployment", 1));
    expect(changes(before, other)).to.deep.equal(["relabeled http://shop-1.predicted:9090/metrics"]);
    expect(changes(before, labeled)).to.deep.equal([]);
  });

  it("of 5,000 pods and 1,000 Services with a scrape object each take 5 s of a processor at most", async function () {
    const many = Array.from({ length: 1000 }, (_, index) => {
      const name = `app-${index}`;
      const labels = { app: name };
      const metadata = { name, namespace: "shop", labels };
      const pods = Array.from({ length: 5 }, (_, number) => ({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { ...metadata, name: `${name}-${number}` },
        spec: workload("Deployment").spec.template.spec,
        status: { phase: "Running", podIP: `10.${index >> 8}.${index & 255}.${number}` },
      }));
      const addresses = pods.map((pod) => ({
        ip: pod.status.podIP,
        targetRef: { kind: "Pod", name: pod.metadata.name, namespace: "shop" },
      }));
      const endpoints = {
        apiVersion: "v1",
        kind: "Endpoints",
        metadata,
        subsets: [{ addresses, ports: [{ name: "metrics", port: 9090 }] }],
      };
      const own = { ...scrape, metadata, spec: { ...scrape.spec, selector: { matchLabels: labels } } };
      return [own, { ...service, metadata, spec: { ...service.spec, selector: labels } }, endpoints, ...pods];
    }).flat();
    const objects = [agent, ...many];
    const prepared = prepare(objects);
    const round = () => processorTimeOf(() => scraperTargets(prepared, objects, { areLive: true }));
    const { seconds, result } = await quickest(5, round, 3);
    expect(result[0]?.jobs.flatMap(({ targets }) => targets).length).to.equal(5000);
    expect(seconds).to.be.below(5);
    if (this.test) this.test.title += ` (${seconds.toFixed(1)} s)`;
  });
});
