import { expect } from "chai";
import fc from "fast-check";
import type { ClusterObject } from "../../provider/discovery/discovered-objects";
import { targetsOfJobs } from "../../provider/discovery/job-targets";
import { KubernetesTargets } from "../../provider/discovery/kubernetes-targets";
import type { ScrapeJob } from "../../provider/discovery/target-types";
import { loadRelabeling } from "../../provider/upstream/module";
import { serveWorlds } from "./kubernetes-lists";
import { world } from "./random-worlds";
import { RunningVmagent } from "./running-vmagent";
import { seenTargets, sizeOf, targetLines } from "./target-lines";

const count = 200;
const roles = ["pod", "service", "endpoints", "endpointslice", "node", "ingress"];

const name = fc.constantFrom("a", "b", "c");

/** Rules of the kinds that scrape objects become, and some that users write. */
const rule = fc.oneof(
  fc.record({
    action: fc.constantFrom("keep", "drop"),
    source_labels: fc.constantFrom(["__meta_kubernetes_namespace"], ["__meta_kubernetes_pod_name", "__meta_kubernetes_service_name"]),
    regex: fc.constantFrom("a", "a|b", "a;.*", "a;b", "c.?"),
  }),
  fc.record({
    source_labels: fc.constantFrom(["__meta_kubernetes_endpoint_port_name"], ["__address__"], ["__meta_kubernetes_pod_container_name"]),
    target_label: fc.constantFrom("job", "port", "__address__", "__metrics_path__", "__param_module"),
    regex: fc.constantFrom("(.+)", "([^:]+)(?::\\d+)?"),
    replacement: fc.constantFrom("$1", "x-${1}", "${1}:80", ""),
  }),
  fc.record({ action: fc.constant("labelmap"), regex: fc.constantFrom("__meta_kubernetes_(?:pod|service)_label_(.+)", "__meta_(.+)") }),
  fc.record({ action: fc.constant("drop"), if: fc.constantFrom('{__meta_kubernetes_pod_phase="Failed"}', '{__address__=~".+:81"}') }),
);

const job = fc.record({
  role: fc.constantFrom(...roles),
  namespaces: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  label: fc.option(fc.constantFrom("app=a", "app=b"), { nil: undefined, freq: 2 }),
  attach: fc.record({ node: fc.boolean(), namespace: fc.boolean() }),
  rules: fc.array(rule, { maxLength: 4 }),
});

const jobsOfWorlds = fc.sample(fc.array(job, { minLength: 3, maxLength: 3 }), { numRuns: count, seed: 15 });
const worlds = fc.sample(world, { numRuns: count, seed: 15 }) as readonly (readonly ClusterObject[])[];

/** The jobs of a world, for the API server at `url`. */
const jobsFor = (url: string, index: number): ScrapeJob[] =>
  (jobsOfWorlds[index] ?? []).map(({ role, namespaces, label, attach, rules }, place) => ({
    job_name: `${index}/${place}`,
    ...(place === 1 && { scrape_interval: "90s", params: { module: ["one", "two"] }, scheme: "HTTPS" }),
    kubernetes_sd_configs: [
      {
        api_server: `${url}/${index}`,
        role,
        ...(namespaces && { namespaces: { names: namespaces } }),
        ...(label && { selectors: [{ role, label }] }),
        attach_metadata: attach,
      },
    ],
    relabel_configs: rules as unknown as readonly Record<string, unknown>[],
  }));

describe(`the targets in ${count} random worlds`, () => {
  it("are those of a real vmagent", async () => {
    const relabeling = loadRelabeling() ?? expect.fail("there is no relabeling: run npm run build");
    const server = await serveWorlds(worlds);
    const jobs = worlds.flatMap((_, index) => jobsFor(server.url, index));
    const vmagent = await RunningVmagent.start({ scrape_configs: jobs });
    try {
      const expected = worlds.flatMap((objects, index) => {
        const kubernetes = new KubernetesTargets(objects);
        return targetsOfJobs(jobsFor("", index), { global: {}, kubernetes, namespace: "a", relabeling });
      });
      const seen = seenTargets(
        await vmagent.targets((now) => sizeOf(seenTargets(now, expected).values()) >= sizeOf(expected.map(targetLines))),
        expected,
      );
      for (const one of expected) expect(seen.get(one.job), one.job).to.deep.equal(targetLines(one));
      expect(expected.flatMap(({ targets }) => targets).length, "so few targets show nothing").to.be.above(count);
      expect(expected.flatMap(({ dropped }) => dropped).length, "so few dropped targets show nothing").to.be.above(count);
    } finally {
      await vmagent.stop();
      await server.stop();
    }
  });
});
