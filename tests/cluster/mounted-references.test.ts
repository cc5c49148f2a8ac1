import { type ChildProcess, spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { freePort } from "../../tools/ports.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { TestStack } from "../engine/stack";
import { type HttpServer, startHttpServer } from "../http-server";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { PodFiles } from "./pod-files";
import { sharedCluster } from "./shared";

const namespace = "rotating";
const configOut = "/etc/vmagent/config_out";

/** A target and a database in one: it remembers the last login of each. */
class Stub {
  readonly logins = new Map<string, string>();

  answer(request: IncomingMessage, response: ServerResponse): void {
    const [, login = ""] = (request.headers.authorization ?? "").split(" ");
    this.logins.set(request.url ?? "", Buffer.from(login, "base64").toString("utf8"));
    request.resume().once("end", () => response.writeHead(200, { "content-type": "text/plain" }).end("shop_orders 1\n"));
  }
}

describe("a Secret that is mounted by reference", () => {
  const stub = new Stub();
  let cluster: Cluster;
  let stack: TestStack;
  let server: HttpServer;
  let files: PodFiles | undefined;
  let vmagent: ChildProcess | undefined;

  const store = (word: string): void =>
    cluster.apply([{ apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace }, stringData: { user: "agent", word } }]);

  before(async () => {
    cluster = await sharedCluster();
    server = await startHttpServer((request, response) => stub.answer(request, response));
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    const basicAuth = { username: { name: "login", key: "user" }, password: { name: "login", key: "word" } };
    const program = async (): Promise<void> => {
      const metadata = { namespace };
      const shop = new victoriametrics.VMStaticScrape("shop", {
        metadata,
        spec: { targetEndpoints: [{ targets: [server.host], interval: "1s", basicAuth }] },
      });
      new victoriametrics.VMAgent("main", {
        metadata,
        spec: { selectAllByDefault: true, remoteWrite: [{ url: `http://${server.host}/write`, basicAuth }] },
        selectFrom: [shop],
        defaults: { references: "mount" },
      });
    };
    stack = await TestStack.create(program, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
  });
  after(async () => {
    vmagent?.kill("SIGKILL");
    files?.remove();
    await server.stop();
    await stack.remove();
  });

  it("need not exist when the stack comes up, and none of its values is in the state", async () => {
    succeeded(await stack.preview());
    store("hunter2");
    succeeded(await stack.up());
    expect(stack.stateText()).not.to.include("hunter2").and.not.to.include(Buffer.from("hunter2").toString("base64"));
  });

  it("reaches the requests of a real vmagent after it was rotated, with no run of Pulumi and no restart", async () => {
    const { vmagent: program = "" } = await ensure(["vmagent"]);
    files = new PodFiles(cluster, "deployment", "vmagent-main", namespace);
    files.sync(configOut);
    const queue = files.args.find((argument) => argument.startsWith("-remoteWrite.tmpDataPath="));
    const own = files.args.filter((argument) => argument !== queue && !argument.startsWith("-httpListenAddr="));
    const port = await freePort();
    const places = [`-httpListenAddr=127.0.0.1:${port}`, `-remoteWrite.tmpDataPath=${files.folder}/queue`, "-remoteWrite.flushInterval=1s"];
    vmagent = spawn(program, [...own, ...places], { stdio: "ignore" });
    await seen("agent:hunter2");
    store("hunter3");
    files.sync(configOut);
    await seen("agent:hunter3");
    expect(vmagent.exitCode).to.equal(null);
  });

  /** Waits until the target and the database get a login. */
  async function seen(login: string): Promise<void> {
    const both = { "/metrics": login, "/write": login };
    for (let attempt = 0; attempt < 120 && JSON.stringify(logins()) !== JSON.stringify(both); attempt++) await sleep(250);
    expect(logins()).to.deep.equal(both);
  }

  const logins = () => ({ "/metrics": stub.logins.get("/metrics"), "/write": stub.logins.get("/write") });
});
