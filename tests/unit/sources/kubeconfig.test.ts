import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { getJson } from "../../../provider/sources/api-server";
import { accessOf } from "../../../provider/sources/kubeconfig";
import { type HttpServer, startHttpServer } from "../../http-server";

interface Parts {
  readonly cluster?: object;
  readonly user?: object;
  readonly name?: string;
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A kubeconfig with one context. */
const kubeconfig = ({ cluster = {}, user = { token: "t" }, name = "a" }: Parts = {}): string =>
  JSON.stringify({
    clusters: [{ name, cluster: { server: `https://${name}.example/`, ...cluster } }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  });

async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "it succeeded",
    (error: Error) => error.message,
  );
}

describe("the access by a kubeconfig", () => {
  let folder: string;
  const before_ = { ...process.env };
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kubeconfig-"));
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => {
    for (const name of ["KUBECONFIG", "HOME", "KUBERNETES_SERVICE_HOST"]) {
      if (before_[name] === undefined) delete process.env[name];
      else process.env[name] = before_[name];
    }
  });

  for (const [title, parts, options] of [
    ["a token", { user: { token: "t" } }, { headers: { Authorization: "Bearer t" } }],
    [
      "a client certificate",
      { user: { "client-certificate-data": base64("cert"), "client-key-data": base64("key") } },
      { cert: "cert", key: "key" },
    ],
    [
      "an authority and the name of the server",
      { user: {}, cluster: { "certificate-authority-data": base64("ca"), "tls-server-name": "other" } },
      { ca: "ca", servername: "other" },
    ],
    ["a server that is not verified", { user: {}, cluster: { "insecure-skip-tls-verify": true } }, { rejectUnauthorized: false }],
  ] as const) {
    it(`takes ${title}`, async () => {
      expect(await accessOf({ kubeconfig: kubeconfig(parts) })).to.deep.equal({ server: "https://a.example", options });
    });
  }

  it("takes files beside the kubeconfig", async () => {
    file("cert", "cert");
    file("key", "key");
    file("token", "t\n");
    const user = { "client-certificate": "cert", "client-key": "key", tokenFile: "token" };
    const { options } = await accessOf({ kubeconfig: file("config", kubeconfig({ user })) });
    expect(options).to.deep.equal({ cert: "cert", key: "key", headers: { Authorization: "Bearer t" } });
  });

  it("takes the token that a program prints, and hands the program its variables", async () => {
    const program = file("login", '#!/bin/sh\necho "{\\"status\\": {\\"token\\": \\"$1 $WHO\\"}}"\n');
    chmodSync(program, 0o755);
    const user = { exec: { command: "./login", args: ["for"], env: [{ name: "WHO", value: "me" }] } };
    const { options } = await accessOf({ kubeconfig: file("config", kubeconfig({ user })) });
    expect(options.headers).to.deep.equal({ Authorization: "Bearer for me" });
  });

  it("says which program gave no credentials, without its words", async () => {
    const program = file("failing", "#!/bin/sh\necho secret words >&2\nexit 3\n");
    chmodSync(program, 0o755);
    const message = await failure(accessOf({ kubeconfig: kubeconfig({ user: { exec: { command: program } } }) }));
    expect(message).to.equal(`${program} of the kubeconfig gave no credentials: it ended with 3`);
  });

  it("takes the chosen context, and the chosen cluster", async () => {
    const two = JSON.parse(kubeconfig()) as Record<"clusters" | "users" | "contexts", object[]>;
    const other = JSON.parse(kubeconfig({ name: "b", user: { token: "of b" } })) as typeof two;
    for (const list of ["clusters", "users", "contexts"] as const) two[list].push(...other[list]);
    const text = JSON.stringify(two);
    expect(await accessOf({ kubeconfig: text, context: "b" })).to.deep.equal({
      server: "https://b.example",
      options: { headers: { Authorization: "Bearer of b" } },
    });
    expect(await accessOf({ kubeconfig: text, cluster: "b" })).to.deep.include({ server: "https://b.example" });
  });

  it("merges the files of KUBECONFIG, of which the first wins", async () => {
    process.env.KUBECONFIG = [
      join(folder, "missing"),
      file("one", kubeconfig()),
      file("two", kubeconfig({ user: { token: "late" } })),
    ].join(delimiter);
    expect((await accessOf()).options.headers).to.deep.equal({ Authorization: "Bearer t" });
  });

  it("says that there is no cluster", async () => {
    process.env.KUBECONFIG = join(folder, "missing");
    delete process.env.KUBERNETES_SERVICE_HOST;
    expect(await failure(accessOf())).to.equal("there is no cluster: KUBECONFIG, or ~/.kube/config, names none");
    expect(await failure(accessOf({ kubeconfig: kubeconfig(), context: "none" }))).to.equal(
      "the kubeconfig names no cluster for its context none",
    );
  });

  it("never quotes a kubeconfig that is no YAML", async () => {
    expect(await failure(accessOf({ kubeconfig: "a: {secret\n b" }))).to.equal("the kubeconfig is not valid YAML");
  });
});

describe("an answer of the API server", () => {
  let server: HttpServer;
  let status = 200;
  let last: IncomingMessage | undefined;
  before(async () => {
    server = await startHttpServer((request, response) => {
      last = request;
      response.writeHead(status).end("{}");
    });
  });
  after(() => server.stop());

  it("is asked for with the user's credentials", async () => {
    expect(
      await getJson({ server: `${server.url}/base`, options: { headers: { Authorization: "Bearer t" } } }, "/api?limit=1"),
    ).to.deep.equal({});
    expect([last?.url, last?.headers.authorization]).to.deep.equal(["/base/api?limit=1", "Bearer t"]);
  });

  it("is told apart from a refusal", async () => {
    status = 401;
    expect(await failure(getJson({ server: server.url, options: {} }, "/api"))).to.match(/does not know the user of the kubeconfig/);
    status = 503;
    expect(await failure(getJson({ server: server.url, options: {} }, "/api"))).to.match(/answers a request for \/api with 503$/);
  });
});
