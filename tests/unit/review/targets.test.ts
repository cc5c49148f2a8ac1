import { expect } from "chai";
import { reviewFormats } from "../../../provider/review/format";
import { reviewOf } from "../../../provider/review/review-of-change";
import { changeOfManifests } from "../../../provider/review/sources/manifest-change";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const metadata = { name: "shop", namespace: "shop" };
const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "mon" },
  spec: { selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
};
const scrape = (spec: object = {}) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata,
  spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics" }], ...spec },
});
const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { ...metadata, labels: { app: "shop", team: "web" } },
  spec: { selector: { app: "shop" }, ports: [{ name: "metrics", port: 9090 }] },
};
const workload = (replicas: number) => ({
  apiVersion: "apps/v1",
  kind: "StatefulSet",
  metadata,
  spec: { replicas, template: { metadata: { labels: { app: "shop" } }, spec: { containers: [{ name: "shop", image: "shop:1" }] } } },
});

const reviewOfChange = (old: readonly object[], now: readonly object[], live?: readonly object[]) =>
  reviewOf(changeOfManifests({ manifests: old }, { manifests: now }, live));
/** The section about targets, without its title. */
const section = (review: ReturnType<typeof reviewOf>): string[] =>
  /\n\nTargets\n(.*?)\n\n/s
    .exec(`${reviewFormats.text(review)}\n`)?.[1]
    ?.split("\n")
    .map((line) => line.trim()) ?? [];

const job = "VMAgent mon/main: serviceScrape/shop/shop/0";
const url = (pod: string): string => `http://shop-${pod}.predicted:9090/metrics`;

describe("the targets in a review", () => {
  it("are those that come with pods, and those that go", () => {
    const [two, three] = [2, 4].map((replicas) => [agent, scrape(), service, workload(replicas)]);
    const more = reviewOfChange(two ?? [], three ?? []);
    expect(section(more)).to.deep.equal([`${job}, 2 gained`, `gained: ${url("2")}, ${url("3")}`]);
    expect(more.headline).to.include(" Targets: 2 gained. ");
    const fewer = reviewOfChange(three ?? [], two ?? []);
    expect(section(fewer)).to.deep.equal([`${job}, 2 lost`, `lost: ${url("2")}, ${url("3")}`]);
  });

  it("are those that a selector finds no more", () => {
    const wrong = scrape({ selector: { matchLabels: { app: "Shop" } } });
    const review = reviewOfChange([agent, scrape(), service, workload(1)], [agent, wrong, service, workload(1)]);
    expect(section(review)).to.deep.equal([`${job}, 1 lost`, `lost: ${url("0")}`]);
  });

  it("are told once for all that get the same labels", () => {
    const labeled = scrape({ targetLabels: ["team"] });
    const review = reviewOfChange([agent, scrape(), service, workload(2)], [agent, labeled, service, workload(2)]);
    expect(section(review)).to.deep.equal([`${job}, 2 with other labels`, `label team nothing → "web": ${url("0")}, ${url("1")}`]);
  });

  it("are named up to ten", () => {
    const review = reviewOfChange([agent, scrape(), service, workload(0)], [agent, scrape(), service, workload(12)]);
    expect(section(review)[0]).to.equal(`${job}, 12 gained`);
    expect(section(review)[1]).to.match(/^gained: .*shop-7\.predicted:9090\/metrics and 2 more$/);
  });

  it("are those of a cluster where its objects are given", () => {
    const pod = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "live", namespace: "shop" },
      spec: { containers: [{ name: "shop", ports: [{ name: "metrics", containerPort: 1 }] }] },
      status: { phase: "Running", podIP: "10.0.0.1" },
    };
    const pods = { ...scrape(), kind: "VMPodScrape", spec: { podMetricsEndpoints: [{ port: "metrics" }] } };
    const review = reviewOfChange([agent, workload(1)], [agent, pods, workload(1)], [pod]);
    expect(review.targets.map(({ change, url: found }) => `${change} ${found}`)).to.deep.equal(["gained http://10.0.0.1:1/metrics"]);
  });

  it("are not looked for where the manifests are custom resources only", () => {
    const review = reviewOfChange([agent], [agent, scrape(), { ...agent, metadata: { name: "other", namespace: "mon" } }]);
    expect(review.targets).to.deep.equal([]);
  });

  it("of a database that is paused stay scraped as before", () => {
    const database = (paused: boolean) => ({
      apiVersion: "operator.victoriametrics.com/v1beta1",
      kind: "VMSingle",
      metadata: { name: "db", namespace: "monitoring" },
      spec: { retentionPeriod: "1", ...(paused && { paused }) },
    });
    const { parts, headline } = reviewOfChange([agent, database(false)], [agent, database(true)]);
    expect([parts, headline]).to.deep.equal([[], "No pod restarts. No risk found."]);
    expect(reviewOfChange([agent, database(true)], [agent, database(true)]).parts).to.deep.equal([]);
    expect(reviewOfChange([agent], [agent, database(true)]).parts).to.deep.equal([]);
  });

  it("of a paused agent stay as they are", () => {
    const paused = { ...agent, spec: { ...agent.spec, paused: true } };
    expect(reviewOfChange([paused, scrape(), service, workload(1)], [paused, service, workload(1)]).targets).to.deep.equal([]);
  });

  it("are the same in whatever order the manifests come", () => {
    const [old, now] = [
      [agent, scrape(), service, workload(1)],
      [agent, scrape({ targetLabels: ["team"] }), service, workload(3)],
    ];
    const [text, reversed] = [reviewOfChange(old, now), reviewOfChange(old.toReversed(), now.toReversed())].map(reviewFormats.text);
    expect(text).to.equal(reversed);
  });
});
