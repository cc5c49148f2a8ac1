import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { parse } from "yaml";
import { type ObjectTargets, scraperTargets } from "../../provider/inspect/scraper-targets";
import { targetFormats } from "../../provider/inspect/targets-formats";
import { prepare, type Rendered, render } from "../../provider/render";
import { readCluster } from "../../provider/sources/cluster";
import { RunningVmagent, type SeenTargets } from "../binaries/running-vmagent";
import { seenTargets, type TargetLines, targetLines } from "../binaries/target-lines";
import { scrapeConfigurations } from "../binaries/vmagent";
import { runCommandLine } from "../command-line";
import type { Cluster } from "./cluster";
import { kubeconfigWith, readingRole } from "./reading-role";
import { scrapeObjects, scraperNamespace, scrapers } from "./scrape-objects";
import { changedObjects, namespaceObjects, namespaces, objects, relabeled, removed, statuses } from "./scraped-objects";
import { sharedCluster } from "./shared";

const keyOf = ({ kind, metadata }: (typeof scrapers)[number]): string => `${kind}/${metadata.namespace}/${metadata.name}`;
const manifests = [...namespaceObjects, ...scrapers, ...scrapeObjects];
const prepared = prepare(manifests);

describe(`the targets of ${scrapeObjects.length} scrape objects`, () => {
  const running = new Map<string, RunningVmagent>();
  /** The URLs of each scraper in the state before. */
  const urls = new Map<string, readonly string[]>();
  let cluster: Cluster;
  let rendered: Rendered;
  let reader: string;

  before(async function () {
    this.timeout(120_000);
    cluster = await sharedCluster();
    cluster.apply([...namespaceObjects, { apiVersion: "v1", kind: "Namespace", metadata: { name: scraperNamespace } }]);
    rendered = await render(manifests);
    cluster.apply(rendered.objects.filter(({ kind }) => ["ServiceAccount", "ClusterRole", "ClusterRoleBinding"].includes(kind)));
    cluster.apply(objects);
    await settled();
    setStatuses();
    await settled();
    reader = kubeconfigWith(cluster, readingRole());
    await startAll();
  });
  after(async function () {
    this.timeout(60_000);
    await stopAll();
    cluster.kubectl(["delete", "nodes", "--selector=tests/other", "--wait=false"]);
    cluster.kubectl(["delete", "namespaces", ...Object.values(namespaces), scraperNamespace, "--wait=false"]);
  });

  function setStatuses(): void {
    for (const { of, status } of statuses)
      cluster.kubectl(["patch", ...of, "--subresource=status", "--type=merge", "-p", JSON.stringify({ status })]);
  }

  /** Starts a vmagent for each scraper, with its configuration and its rights. */
  async function startAll(): Promise<void> {
    for (const scraper of scrapers) {
      const own = rendered.objects.filter((object) => rendered.owners.get(object) === keyOf(scraper));
      const [{ main } = expect.fail("there is no configuration")] = scrapeConfigurations(own);
      const account = own.find(({ kind }) => kind === "ServiceAccount")?.metadata.name ?? expect.fail("there is no account");
      const configuration = withKubeconfig(parse(main) as Configuration, cluster.kubeconfigOf(scraperNamespace, account));
      running.set(keyOf(scraper), await RunningVmagent.start(configuration, { KUBE_NODE_NAME: "simulated" }));
    }
  }
  async function stopAll(): Promise<void> {
    await Promise.all([...running.values()].map((vmagent) => vmagent.stop()));
    running.clear();
  }

  /** Waits until all workloads have their pods, and nothing that is looked at changes any more. */
  async function settled(): Promise<void> {
    let last = "";
    for (let attempt = 0; attempt < 100; attempt++) {
      const workloads = cluster.objects("deployments,statefulsets", namespaces.shop);
      const areReady = workloads.every(
        ({ metadata, spec, status }) =>
          status?.observedGeneration === metadata.generation &&
          [status?.replicas, status?.readyReplicas, status?.updatedReplicas].every((count) => count === spec.replicas),
      );
      const watched = [
        "pods,services,endpoints,endpointslices,ingresses",
        "-A",
        "-o",
        "jsonpath={.items[*].metadata['uid','resourceVersion']}",
      ];
      const now = cluster.kubectl(["get", ...watched]);
      if (areReady && now === last) return;
      last = now;
      await sleep(500);
    }
    throw new Error("the objects do not come to rest");
  }

  /** The jobs of each scraper, as `targets --cluster` finds them. */
  async function jobsByScraper(): Promise<Map<string, readonly ObjectTargets[]>> {
    const live = await readCluster(reader);
    return new Map(scraperTargets(prepared, live, { areLive: true }).map(({ scraper, jobs }) => [scraper, jobs]));
  }

  /** Compares each scraper's targets with those of its vmagent, as `seen` takes them. */
  async function compareAll(seen: (targets: SeenTargets, jobs: readonly ObjectTargets[]) => Map<string, TargetLines>): Promise<void> {
    for (const [scraper, jobs] of await jobsByScraper()) {
      const expected = new Map(jobs.map((job) => [job.job, targetLines(job)]));
      const vmagent = running.get(scraper) ?? expect.fail(`${scraper} does not run`);
      const found = seen(await vmagent.targets((now) => isDeepStrictEqual(seen(now, jobs), expected)), jobs);
      expect(Object.fromEntries(found), scraper).to.deep.equal(Object.fromEntries(expected));
      const all = jobs.flatMap(({ targets }) => targets.map(({ url }) => url));
      expect(all, `${scraper} has targets`).to.have.lengthOf.above(50);
      expect(all, `${scraper} has other targets than before`).to.not.deep.equal(urls.get(scraper));
      urls.set(scraper, all);
    }
  }

  it("are those of real vmagents", () => compareAll(seenTargets));

  it("are those that the command line prints", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-targets-"));
    try {
      writeFileSync(join(folder, "all.json"), JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests }));
      const args = ["targets", "-f", folder, "--cluster", "--format", "json"];
      const { stdout, stderr, status } = runCommandLine(args, { KUBECONFIG: reader });
      expect(status, stderr).to.equal(0);
      const scrapersOfCluster = [...(await jobsByScraper())].map(([scraper, jobs]) => ({ scraper, jobs }));
      expect(stdout).to.equal(targetFormats.json(scrapersOfCluster));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  describe("after changes of the objects", () => {
    before(async function () {
      this.timeout(60_000);
      cluster.apply(changedObjects);
      for (const change of relabeled) cluster.kubectl(["label", "--overwrite", ...change]);
      for (const objects of removed) cluster.kubectl(["delete", ...objects]);
      await settled();
    });

    it("are those of vmagents that saw the changes", () => compareAll(withoutRemembered));

    it("are those of vmagents that start with the changed objects", async () => {
      await stopAll();
      await startAll();
      urls.clear();
      await compareAll(seenTargets);
    });
  });
});

/** A vmagent that has run for a while also tells the targets that it dropped before: of those it tells only ours are looked at. */
function withoutRemembered(targets: SeenTargets, jobs: readonly ObjectTargets[]): Map<string, TargetLines> {
  const ours = new Map(jobs.map((job) => [job.job, new Set(targetLines(job).dropped)]));
  const seen = seenTargets(targets, jobs);
  return new Map(
    [...seen].map(([job, { active, dropped }]) => [job, { active, dropped: dropped.filter((line) => ours.get(job)?.has(line)) }]),
  );
}

interface Configuration {
  readonly scrape_configs?: readonly { readonly kubernetes_sd_configs?: readonly object[] }[];
}

/** vmagent gets the API server and its account from a file here: in a pod both are in a folder that this machine does not have. */
const withKubeconfig = (configuration: Configuration, file: string): Configuration => ({
  ...configuration,
  scrape_configs: configuration.scrape_configs?.map(({ kubernetes_sd_configs: discoveries, ...job }) => ({
    ...job,
    ...(discoveries && { kubernetes_sd_configs: discoveries.map((discovery) => ({ ...discovery, kubeconfig_file: file })) }),
  })),
});
