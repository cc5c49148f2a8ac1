import { type ChildProcess, spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { freePort } from "../../tools/ports.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { programOf } from "../engine/examples";
import { TestStack } from "../engine/stack";
import { type HttpServer, startHttpServer } from "../http-server";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { PodFiles } from "./pod-files";
import { sharedCluster } from "./shared";

const platformNamespace = "platform";
const deployer = { kind: "ServiceAccount", name: "deployer" } as const;
const checks = { "promscrape.configCheckInterval": "1s" };

/** Target, database and Alertmanager in one. */
class Stub {
  readonly scraped = new Set<string>();
  /** Labels of alerts, by their names. */
  readonly alerts = new Map<string, Readonly<Record<string, string>>>();
  /** Texts of written samples as far as they are readable. */
  written = "";

  answer(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () =>
      response.end(this.#answer(request.url ?? "", request.headers["content-encoding"], Buffer.concat(parts), response)),
    );
  }

  #answer(
    url: string,
    encoding: string | undefined,
    body: Buffer,
    response: { statusCode: number; setHeader(name: string, value: string): unknown },
  ) {
    const { pathname } = new URL(url, "http://stub");
    response.setHeader("content-type", "application/json");
    if (pathname.endsWith("/metrics")) {
      this.scraped.add(pathname);
      response.setHeader("content-type", "text/plain");
      return 'orders{team="bank"} 1\n';
    }
    if (pathname.endsWith("/alerts")) {
      for (const { labels } of JSON.parse(body.toString("utf8")) as { labels: Record<string, string> }[])
        this.alerts.set(labels.alertname ?? "", labels);
      return "";
    }
    if (pathname.endsWith("/query")) {
      const result = [{ metric: { __name__: "orders", team: "bank" }, value: [Date.now() / 1000, "1"] }];
      return JSON.stringify({ status: "success", data: { resultType: "vector", result } });
    }
    // Readable only without zstd, of which vmagent is told to do without.
    if (encoding === "zstd") response.statusCode = 415;
    else this.written += body.toString("latin1");
    return "";
  }
}

/** The objects of a team: paths of targets, and names of alerts. */
interface Brought {
  readonly paths?: readonly string[];
  readonly alerts?: readonly string[];
  readonly namespace?: string;
  readonly adopt?: boolean;
}

/** A program of a team on this machine, with the files of its pod. */
class Program {
  readonly files: PodFiles;
  readonly #unpacked: string;
  #process: ChildProcess | undefined;

  constructor(cluster: Cluster, deployment: string, unpacked: string) {
    this.files = new PodFiles(cluster, "deployment", deployment, platformNamespace);
    this.#unpacked = unpacked;
    this.sync();
  }

  sync(): void {
    this.files.sync(this.#unpacked);
  }

  async start(executable: string, further: readonly string[]): Promise<void> {
    const replaced = ["-httpListenAddr=", "-remoteWrite.tmpDataPath="];
    const own = this.files.args.filter((argument) => replaced.every((name) => !argument.startsWith(name)));
    this.#process = spawn(executable, [...own, `-httpListenAddr=127.0.0.1:${await freePort()}`, ...further], { stdio: "ignore" });
  }

  get isRunning(): boolean {
    return this.#process?.exitCode === null;
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.files.remove();
  }
}

describe("teams that bring their own jobs and rules", () => {
  let cluster: Cluster;
  let platform: TestStack;
  let shop: TestStack;
  const stub = new Stub();
  let server: HttpServer;
  let pods: string[];
  const programs: Program[] = [];

  const team = (name: string) => ({
    namespaces: [name],
    labels: { team: name, price: "5$1" },
    deployers: [deployer],
    kinds: ["VMStaticScrape", "VMServiceScrape"],
  });
  const platformProgram = async (): Promise<void> => {
    for (const name of ["shop", "bank"]) {
      const metadata = { name, namespace: platformNamespace };
      new victoriametrics.VMAgent(name, {
        metadata,
        spec: { remoteWrite: [{ url: `http://${server.host}/${name}/write` }], extraArgs: checks, scrapeInterval: "1s" },
        team: team(name),
      });
      new victoriametrics.VMAlert(name, {
        metadata,
        spec: {
          datasource: { url: `http://${server.host}/db` },
          notifiers: [{ url: `http://${server.host}/${name}/am` }],
          evaluationInterval: "1s",
          extraArgs: { configCheckInterval: "1s" },
        },
        team: team(name),
      });
    }
  };
  /** The program of a team. */
  const teamProgram =
    (name: string, { paths = [], alerts = [], namespace = name, adopt = false }: Brought) =>
    async (): Promise<void> => {
      const program = { name, namespace: platformNamespace };
      new victoriametrics.VMTeam(name, {
        metadata: { namespace: name },
        spec: { agent: program, alert: program },
        adopt,
        selectFrom: [
          ...paths.map((path) => ({
            apiVersion: "operator.victoriametrics.com/v1beta1",
            kind: "VMStaticScrape",
            metadata: { name: path, namespace },
            spec: { targetEndpoints: [{ targets: [server.host], path: `/${path}/metrics`, labels: { team: "bank" }, honorLabels: true }] },
          })),
          ...alerts.map((alert) => ({
            apiVersion: "operator.victoriametrics.com/v1beta1",
            kind: "VMRule",
            metadata: { name: alert.toLowerCase(), namespace },
            spec: { groups: [{ name: alert, rules: [{ alert, expr: "orders", labels: { team: "bank" } }] }] },
          })),
        ],
      });
    };
  const podsOfPlatform = (): string[] =>
    cluster.objects("pods", platformNamespace).map(({ metadata }) => `${metadata.name} ${(metadata as unknown as { uid: string }).uid}`);
  /** Waits for an event; the files of the pods follow those of the API server meanwhile, as a kubelet's do. */
  async function until(what: string, happened: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 120 && !happened(); attempt++) {
      for (const program of programs) program.sync();
      await sleep(250);
    }
    expect(happened(), what).to.equal(true);
  }

  before(async () => {
    cluster = await sharedCluster();
    server = await startHttpServer((request, response) => stub.answer(request, response));
    cluster.apply(["shop", "bank", platformNamespace].map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })));
    cluster.apply(
      ["shop", "bank"].map((namespace) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "deployer", namespace } })),
    );
    platform = await TestStack.create(platformProgram, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    shop = await TestStack.create(teamProgram("shop", { paths: ["one"], alerts: ["First"] }), {
      cluster: true,
      env: { KUBECONFIG: cluster.kubeconfigOf("shop", "deployer") },
    });
  });
  after(async () => {
    for (const program of programs) program.stop();
    await server.stop();
    await shop.remove();
    await platform.remove();
  });

  it("are told when the platform's stack was not run", async () => {
    const { failed, output } = await shop.preview();
    expect(failed).to.equal(true);
    expect(output).to.match(/vmagent-shop-team/);
  });

  it("have programs of their own that start without anything of theirs", async () => {
    succeeded(await platform.up());
    const { vmagent = "", vmalert = "" } = await ensure(["vmagent", "vmalert"]);
    for (const name of ["shop", "bank"]) {
      const agent = new Program(cluster, `vmagent-${name}`, "/etc/vmagent/config_out");
      await agent.start(vmagent, [`-remoteWrite.tmpDataPath=${agent.files.folder}/queue`, "-remoteWrite.flushInterval=1s"]);
      const alert = new Program(cluster, `vmalert-${name}`, "/etc/vmalert/rules-out");
      await alert.start(vmalert, []);
      programs.push(agent, alert);
    }
    pods = podsOfPlatform();
    expect(pods.length).to.equal(4);
    await sleep(2000);
    expect(programs.every(({ isRunning }) => isRunning)).to.equal(true);
  });

  it("add, change and take away jobs and rules, with the derived rights alone and without the platform's stack", async () => {
    succeeded(await shop.up());
    await until("the first job and rule", () => stub.scraped.has("/one/metrics") && stub.alerts.has("First"));
    shop.program = teamProgram("shop", { paths: ["two"], alerts: ["Second"] });
    succeeded(await shop.up());
    await until("the second job and rule", () => stub.scraped.has("/two/metrics") && stub.alerts.has("Second"));
    await sleep(2500);
    stub.scraped.clear();
    await sleep(2500);
    expect([...stub.scraped]).to.deep.equal(["/two/metrics"]);
    expect(podsOfPlatform()).to.deep.equal(pods);
  });

  it("cannot overwrite the labels that the platform gives", async () => {
    expect(stub.alerts.get("Second")).to.include({ team: "shop", price: "5$1" });
    await until("samples", () => stub.written.includes("orders"));
    expect(stub.written).to.include("5$1").and.not.to.include("bank");
  });

  it("are left as they run by a run of the platform's stack", async () => {
    const data = () => cluster.object("secret", "vmagent-shop-team-jobs", platformNamespace).data;
    const before = data();
    const { operations, output } = succeeded(await platform.refresh());
    expect(
      Object.values(operations).filter((operation) => operation === "update"),
      output,
    ).to.deep.equal([]);
    succeeded(await platform.up());
    expect(data()).to.deep.equal(before);
    expect(podsOfPlatform()).to.deep.equal(pods);
  });

  it("fail in their own preview for an object that is wrong, and leave what runs", async () => {
    const before = cluster.object("secret", "vmagent-shop-team-jobs", platformNamespace).data;
    shop.program = teamProgram("shop", { paths: ["three"], namespace: "bank" });
    const stray = await shop.preview();
    expect(stray.output).to.match(/selects nothing of selectFrom/);
    shop.program = async () => {
      new victoriametrics.VMTeam("shop", {
        metadata: { namespace: "shop" },
        spec: { agent: { name: "shop", namespace: platformNamespace } },
        selectFrom: [
          {
            apiVersion: "operator.victoriametrics.com/v1beta1",
            kind: "VMServiceScrape",
            metadata: { name: "all", namespace: "shop" },
            spec: { selector: {}, namespaceSelector: { any: true }, endpoints: [{ port: "http" }] },
          },
        ],
      });
    };
    const { failed, output } = await shop.up();
    expect(failed).to.equal(true);
    expect(output).to.match(/spec.namespaceSelector: looks for targets in all namespaces, but VMAgent platform\/shop may look for/);
    expect(cluster.object("secret", "vmagent-shop-team-jobs", platformNamespace).data).to.deep.equal(before);
  });

  it("may not do more: not with objects of other teams, nor with others of the platform, nor discover targets elsewhere", () => {
    const may = (account: string, ...what: string[]): string =>
      cluster.tryKubectl(["auth", "can-i", ...what, `--as=system:serviceaccount:${account}`]).stdout.trim();
    const inPlatform = `--namespace=${platformNamespace}`;
    expect(may("shop:deployer", "patch", "secrets/vmagent-shop-team-jobs", inPlatform)).to.equal("yes");
    expect(may("shop:deployer", "get", "secrets/vmagent-bank-team-jobs", inPlatform)).to.equal("no");
    expect(may("shop:deployer", "patch", "configmaps/vmalert-bank-team-rules", inPlatform)).to.equal("no");
    expect(may("shop:deployer", "patch", "configmaps/vmagent-shop-team", inPlatform)).to.equal("no");
    expect(may("shop:deployer", "get", "secrets/vmagent-shop", inPlatform)).to.equal("no");
    expect(may("shop:deployer", "patch", "deployments.apps", inPlatform)).to.equal("no");
    expect(may("shop:deployer", "create", "secrets", inPlatform)).to.equal("no");
    expect(may(`${platformNamespace}:vmagent-shop`, "list", "pods", "--namespace=shop")).to.equal("yes");
    expect(may(`${platformNamespace}:vmagent-shop`, "list", "pods", "--namespace=bank")).to.equal("no");
    expect(may(`${platformNamespace}:vmagent-shop`, "list", "nodes")).to.equal("no");
  });

  it("stop nobody else with bytes of their own, also over a restart", async () => {
    const garbage = Buffer.from("garbage: [").toString("base64");
    const patched = cluster.tryKubectl([
      "patch",
      "secret",
      "vmagent-shop-team-jobs",
      `--namespace=${platformNamespace}`,
      "--as=system:serviceaccount:shop:deployer",
      `--patch={"data":{"jobs.yaml":"${garbage}"}}`,
    ]);
    expect(patched.status, patched.stderr).to.equal(0);
    const bank = await TestStack.create(teamProgram("bank", { paths: ["vault"] }), {
      cluster: true,
      env: { KUBECONFIG: cluster.kubeconfigOf("bank", "deployer") },
    });
    try {
      succeeded(await bank.up());
      await until("a job of the other team", () => stub.scraped.has("/vault/metrics"));
      const { vmagent = "" } = await ensure(["vmagent"]);
      const again = new Program(cluster, "vmagent-bank", "/etc/vmagent/config_out");
      programs.push(again);
      stub.scraped.clear();
      programs[2]?.stop();
      await again.start(vmagent, [`-remoteWrite.tmpDataPath=${again.files.folder}/queue`]);
      await until("the same after a restart", () => stub.scraped.has("/vault/metrics"));
      succeeded(await bank.destroy());
    } finally {
      await bank.remove();
    }
  });

  it("take back all of theirs, and leave the platform's objects", async () => {
    shop.program = teamProgram("shop", { paths: ["two"], alerts: ["Second"], adopt: true });
    succeeded(await shop.refresh());
    succeeded(await shop.up());
    await until("the job again", () => stub.scraped.has("/two/metrics"));
    succeeded(await shop.destroy());
    expect(Object.keys(cluster.object("secret", "vmagent-shop-team-jobs", platformNamespace).data ?? {})).to.deep.equal([]);
    succeeded(await platform.destroy());
  });
});

describe("the example of a platform and a team", () => {
  it("comes up, also for the team's deployer alone, and goes", async () => {
    const cluster = await sharedCluster();
    cluster.apply(["shop", "shop-staging", "bank"].map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })));
    const stackOf = (name: string, kubeconfig: string) =>
      TestStack.create(programOf(`platform-and-teams/${name}`), { cluster: true, env: { KUBECONFIG: kubeconfig } });
    const platform = await stackOf("platform", cluster.kubeconfig);
    succeeded(await platform.up());
    const shop = await stackOf("shop", cluster.kubeconfigOf("monitoring", "shop-deployer"));
    try {
      succeeded(await shop.up());
      const { data } = cluster.object("secret", "vmagent-shop-team-jobs", "monitoring");
      expect(Buffer.from(data?.["jobs.yaml"] ?? "", "base64").toString("utf8")).to.include("job_name: serviceScrape/shop/orders/0");
      succeeded(await shop.destroy());
      succeeded(await platform.destroy());
    } finally {
      await shop.remove();
      await platform.remove();
    }
  });
});
