import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { parseYaml } from "../../provider/config/parse-yaml";
import { printYaml } from "../../provider/config/yaml";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import type { Tree } from "../../provider/text/tree";
import { Values } from "../../provider/values/values";
import { isAnsweredByItself, requestTo, routeRequest } from "../../provider/vmauth/request";
import "../property/seed";
import { freePort } from "../../tools/ports.mjs";
import { type HttpServer, startHttpServer } from "../http-server";
import { inputs } from "./inputs";
import { authConfigurations } from "./vmauth";

const requests = 300;

type User = Readonly<Record<string, Tree>> & { readonly username?: string };

/** Users with every kind of route, since those of custom resources are alike. */
const ownUsers: readonly User[] = [
  {
    url_map: [
      { src_hosts: ["shop\\..*"], src_paths: ["/api/.*"], url_prefix: ["http://hosts/base/"], drop_src_path_prefix_parts: 1 },
      { src_query_args: ["tenant=a.b", "tenant=~\\d+"], url_prefix: ["http://arguments?tenant=own&x=1"], merge_query_args: ["tenant"] },
      { src_headers: ["X-Team: shop"], url_prefix: ["http://headers/x"], headers: ["X-Own: 1"] },
      { src_paths: ["/a", "/b/.+"], url_prefix: ["http://one/select", "http://two/select"], load_balancing_policy: "first_available" },
    ],
    url_prefix: ["http://rest/?extra=1"],
    drop_src_path_prefix_parts: 2,
  },
  {
    url_map: [{ src_paths: ["/api/v1/(read|write)"], url_prefix: ["http://api"] }],
    default_url: ["http://nowhere/404?from=vmauth"],
  },
  { url_map: [{ src_paths: ["/"], url_prefix: ["http://root"] }] },
];

describe("the way of a request", () => {
  let folder: string;
  let backend: HttpServer | undefined;
  let vmauth: ChildProcess;
  let port: number;
  let users: readonly User[];
  let unauthorized: User;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "explain-requests-"));
    backend = await startHttpServer((request, response) => response.end(JSON.stringify({ url: request.url, headers: request.headers })));
    const { url } = backend;
    const derived = await derivedUsers();
    users = [...ownUsers, ...derived].map((user, index) => ({
      ...(towards(url, user) as User),
      username: `user-${index}`,
      password: "p",
    }));
    unauthorized = towards(url, { url_map: [{ src_paths: ["/api/v1/read.*"], url_prefix: ["http://open"] }] }) as User;
    const file = join(folder, "auth.yaml");
    writeFileSync(file, printYaml({ users, unauthorized_user: unauthorized } as Tree as never, new Values()));
    port = await freePort();
    const path = process.env.PULUMI_VICTORIAMETRICS_VMAUTH;
    if (!path) throw new Error("PULUMI_VICTORIAMETRICS_VMAUTH does not say where vmauth is: run npm run test:binaries");
    vmauth = spawn(path, [`-auth.config=${file}`, `-httpListenAddr=127.0.0.1:${port}`, "-loggerLevel=ERROR"], {
      stdio: ["ignore", "inherit", "inherit"],
      env: {},
    });
    await untilReady(port);
  });

  after(async () => {
    vmauth?.kill();
    await backend?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`ends where vmauth sends it, for ${requests} random requests`, async () => {
    // The goldens alone have so many.
    expect(users.length).to.be.at.least(7);
    const draw = fc.nat({ max: users.length }).chain((index) => {
      const user = users[index] ?? unauthorized;
      return fc.record({
        user: fc.constant(user),
        path: fc.constantFrom(...pathsFor(user)),
        host: fc.constantFrom("shop.example.com", "bank.example.com"),
        query: fc.constantFrom("", "?tenant=a.b", "?tenant=axb", "?tenant=12&x=2", "?extra=2&query=up", "?query=a%20b%7Bc%3D%22d%22%7D"),
        header: fc.constantFrom("X-Team: shop", "X-Team: bank", "X-Other: shop"),
      });
    });
    await fc.assert(
      fc.asyncProperty(draw, async ({ user, path, host, query, header }) => {
        const asked = requestTo(`http://${host}${path}${query}`, [header]);
        const { destination } = routeRequest(user, asked, { read: String, mask: String });
        const answer = await send(port, { user, path: `${path}${query}`, host, header });
        if (!destination) return void expect(answer.status).to.equal(user === unauthorized ? 401 : 400);
        expect(answer.status).to.equal(200);
        expect(destination.addresses.map(comparable)).to.include(comparable(`http://${host}${answer.url}`));
        for (const set of destination.headers) {
          const [name = "", value = ""] = set.split(/:\s*/, 2);
          expect(answer.headers?.[name.toLowerCase()] ?? "").to.equal(value);
        }
      }),
      { numRuns: requests },
    );
  }).timeout(120_000);
});

/** Path and parameters, in an order that does not matter. */
function comparable(address: string): string {
  const { pathname, searchParams } = new URL(address);
  return `${decodeURIComponent(pathname)} ${[...searchParams]
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("&")}`;
}

/** Paths that the routes of a user ask for, and others. */
function pathsFor(user: User): string[] {
  const patterns = ((user.url_map ?? []) as readonly { readonly src_paths?: readonly string[] }[]).flatMap(
    ({ src_paths = [] }) => src_paths,
  );
  const near = patterns.map(
    (pattern) =>
      pattern
        .replaceAll(/\\|\(\?:|[()?^$[\]]/g, "")
        .replaceAll(/\.[*+]/g, "abc")
        .split("|")[0] ?? "/",
  );
  const fitting = near.filter((path) => path.startsWith("/") && !/[\s#{}]/.test(path));
  return [
    ...fitting,
    ...fitting.map((path) => `${path}/x`),
    "/",
    "/a",
    "/b/c/../d",
    "/b//c/./",
    "/api/v1/read",
    "/x/y/z",
    "/x%20y/z",
  ].filter((path) => !isAnsweredByItself(requestTo(path, [])));
}

/** The users of all derived configurations, as far as their backends can be others. */
async function derivedUsers(): Promise<User[]> {
  const found: User[] = [];
  for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAuth"))) {
    const { objects } = await render(readYaml(text, name), { onInvalid: "skip" });
    for (const configuration of authConfigurations(objects)) {
      const parsed = parseYaml(configuration);
      if ("problem" in parsed) continue;
      const { users = [] } = (parsed.data ?? {}) as { readonly users?: readonly User[] };
      found.push(...users.filter(({ jwt, ip_filters: filters }) => jwt === undefined && filters === undefined).map(routesOf));
    }
  }
  return found;
}

const routeKeys = ["url_prefix", "url_map", "default_url", "drop_src_path_prefix_parts", "load_balancing_policy", "merge_query_args"];
const routesOf = (user: User): User => Object.fromEntries(Object.entries(user).filter(([key]) => routeKeys.includes(key)));

/** The same with every backend's host as the first part of a path on one server. */
function towards(server: string, tree: Tree): Tree {
  if (typeof tree === "string") return tree.replace(/^https?:\/\/(?:[^/?@]*@)?([^/?]+)/, `${server}/$1`);
  if (Array.isArray(tree)) return tree.map((item: Tree) => towards(server, item));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => (/^(discover|tls_|keep_original)/.test(key) ? [] : [[key, towards(server, value)]])),
  );
}

interface Answer {
  readonly status: number | undefined;
  readonly url?: string;
  readonly headers?: IncomingHttpHeaders;
}

function send(port: number, { user, path, host, header }: { user: User; path: string; host: string; header: string }): Promise<Answer> {
  const [name = "", value = ""] = header.split(": ");
  const headers = { Host: host, [name]: value, ...(user.username && { Authorization: `Basic ${btoa(`${user.username}:p`)}` }) };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode, ...(response.statusCode === 200 && (JSON.parse(body) as object)) }));
    });
    request.on("error", reject);
    request.end();
  });
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const status = await send(port, { user: {}, path: "/none", host: "a", header: "X: 1" }).catch(() => undefined);
    if (status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("vmauth does not start");
}
