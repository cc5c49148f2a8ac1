import { expect } from "chai";
import fc from "fast-check";
import { nearestMiss } from "../../provider/discovery/nearest-miss";
import { scraperTargets } from "../../provider/inspect/scraper-targets";
import { lookedAt, searchesOf, untargetedObjects } from "../../provider/inspect/untargeted";
import { prepare } from "../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const namespace = fc.constantFrom("shop", "mon");
const app = fc.constantFrom("shop", "Shop", "cart", "a.b", "axb");
const labels = fc.dictionary(fc.constantFrom("app", "x/app", "x_app"), app, { maxKeys: 2 });
const portName = fc.option(fc.constantFrom("http", "metrics", "m.trics"), { nil: undefined });
const number = fc.constantFrom(80, 8080);

const selector = fc.oneof(
  fc.record({ matchLabels: labels }),
  fc.record({
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: fc.constant("app"),
          operator: fc.constantFrom("In", "NotIn"),
          values: fc.array(app, { minLength: 1, maxLength: 2 }),
        }),
        fc.record({ key: fc.constant("app"), operator: fc.constantFrom("Exists", "DoesNotExist") }),
      ),
      { maxLength: 1 },
    ),
  }),
);
const namespaceSelector = fc.constantFrom(undefined, undefined, { any: true }, { matchNames: ["shop"] }, { matchNames: ["shop", "mon"] });
const targetPort = fc.oneof(number, portName, fc.constant("8080"));

const container = fc.record({
  name: fc.constantFrom("a", "b"),
  image: fc.constant("image"),
  ports: fc.option(
    fc.uniqueArray(fc.record({ name: portName, containerPort: number }), { maxLength: 2, selector: (one) => one.containerPort }),
    {
      nil: undefined,
    },
  ),
});
const template = fc.record({
  metadata: fc.record({ labels }),
  spec: fc.record({ containers: fc.uniqueArray(container, { minLength: 1, maxLength: 2, selector: ({ name }) => name }) }),
});

const object = fc.oneof(
  fc.record({
    apiVersion: fc.constant("v1"),
    kind: fc.constant("Service"),
    metadata: fc.record({ name: fc.constantFrom("a", "b", "shop"), namespace, labels }),
    spec: fc.record({
      type: fc.constantFrom("ClusterIP", "ClusterIP", "ExternalName"),
      selector: labels,
      ports: fc.array(fc.record({ name: portName, port: number, targetPort: fc.oneof(number, portName) }), { maxLength: 2 }),
    }),
  }),
  fc.record({
    apiVersion: fc.constant("apps/v1"),
    kind: fc.constantFrom("Deployment", "StatefulSet", "DaemonSet"),
    metadata: fc.record({ name: fc.constantFrom("a", "b"), namespace, labels }),
    spec: fc.record({ template }),
  }),
  fc.record({
    apiVersion: fc.constant("networking.k8s.io/v1"),
    kind: fc.constant("Ingress"),
    metadata: fc.record({ name: fc.constantFrom("a", "b"), namespace, labels }),
    spec: fc.constant({ rules: [{ host: "a.example" }] }),
  }),
);

const scrapeObject = fc.oneof(
  fc.record({
    apiVersion: fc.constant(apiVersion),
    kind: fc.constant("VMServiceScrape"),
    metadata: fc.record({ name: fc.constantFrom("a", "b"), namespace }),
    spec: fc.record({
      selector,
      namespaceSelector,
      discoveryRole: fc.constantFrom(undefined, "endpointslice", "service"),
      endpoints: fc.array(fc.record({ port: portName, targetPort }), { minLength: 1, maxLength: 2 }),
    }),
  }),
  fc.record({
    apiVersion: fc.constant(apiVersion),
    kind: fc.constant("VMPodScrape"),
    metadata: fc.record({ name: fc.constantFrom("a", "b"), namespace }),
    spec: fc.record({
      selector,
      namespaceSelector,
      podMetricsEndpoints: fc.array(fc.record({ port: portName, targetPort, portNumber: fc.option(number, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  }),
  fc.record({
    apiVersion: fc.constant(apiVersion),
    kind: fc.constant("VMProbe"),
    metadata: fc.record({ name: fc.constantFrom("a", "b"), namespace }),
    spec: fc.record({
      vmProberSpec: fc.constant({ url: "prober:9115" }),
      targets: fc.record({
        kubernetes: fc.array(fc.record({ role: fc.constantFrom("service", "pod", "ingress"), selector, namespaceSelector }), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
    }),
  }),
);

const agent = fc.constantFrom({}, {}, { ignoreNamespaceSelectors: true }).map((more) => ({
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "mon" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }], disableSelfServiceScrape: true, ...more },
}));

const unique = <Value extends { kind: string; metadata: { name: string; namespace: string } }>(
  one: fc.Arbitrary<Value>,
  maxLength: number,
) => fc.uniqueArray(one, { minLength: 1, maxLength, selector: ({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}` });

const world = fc
  .tuple(agent, unique(object, 6), unique(scrapeObject, 4))
  .map(([first, objects, scrapes]) => JSON.parse(JSON.stringify([first, ...objects, ...scrapes])) as object[]);

describe("the nearest misses in random worlds", function () {
  this.timeout(300_000);

  it("are told only of jobs that VictoriaMetrics' relabeling leaves without targets, and of many of these", () => {
    const found = { missed: 0, empty: 0, withTargets: 0 };
    fc.assert(
      fc.property(world, (objects) => {
        const prepared = prepare(objects);
        const targets = new Map(
          scraperTargets(prepared, objects).flatMap(({ jobs }) => jobs.map(({ job, targets: ofJob }) => [job, ofJob.length] as const)),
        );
        const looked = lookedAt(prepared.program);
        const all = searchesOf(prepared.program);
        for (const {
          object: { kind, metadata },
          number: index,
          search,
        } of numbered(all)) {
          const job = jobOf(kind, metadata, index);
          const count = targets.get(job);
          expect(count, job).not.to.equal(undefined);
          const miss = nearestMiss(
            search,
            looked,
            all.map((one) => one.search),
          );
          if (miss) expect(count, `${job}: ${miss.message}`).to.equal(0);
          if (miss) found.missed += 1;
          if (count === 0) found.empty += 1;
          else found.withTargets += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(found.withTargets).to.be.greaterThan(300);
    expect(found.missed / found.empty, JSON.stringify(found)).to.be.greaterThan(0.3);
    if (this.ctx.test) this.ctx.test.title += ` (${JSON.stringify(found)})`;
  });

  it("leave out every world in which nothing is looked at", () => {
    fc.assert(
      fc.property(agent, unique(scrapeObject, 4), (first, scrapes) => {
        expect(untargetedObjects(prepare(JSON.parse(JSON.stringify([first, ...scrapes]))).program)).to.deep.equal([]);
      }),
    );
  });
});

type Searched = ReturnType<typeof searchesOf>[number];

/** Each search with its number in its object. */
function numbered(all: readonly Searched[]): (Searched & { readonly number: number })[] {
  const counts = new Map<unknown, number>();
  return all.map((one) => {
    const number_ = counts.get(one.object) ?? 0;
    counts.set(one.object, number_ + 1);
    return { ...one, number: number_ };
  });
}

const prefixes: Readonly<Record<string, string>> = { VMServiceScrape: "serviceScrape", VMPodScrape: "podScrape", VMProbe: "probe" };

function jobOf(kind: string, { namespace: own, name }: { readonly namespace: string; readonly name: string }, index: number): string {
  const job = `${prefixes[kind]}/${own}/${name}`;
  return kind === "VMProbe" && index === 0 ? job : `${job}/${index}`;
}
