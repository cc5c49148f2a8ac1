import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { parse } from "yaml";
import { defaultsWith } from "../../../provider/defaults";
import { deriveResource, program } from "../../../provider/derivation";
import { InvalidObjectsError, type Manifest, render } from "../../../provider/render";
import { separator, targetUrl } from "../../../provider/text/target-url";
import { xxhash64 } from "../../../provider/text/xxhash64";
import { Values } from "../../../provider/values/values";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const auth = (spec: object = {}) => ({
  apiVersion,
  kind: "VMAuth",
  metadata: { name: "gate", namespace: "ns" },
  spec: { selectAllByDefault: true, ...spec },
});
const user = (name: string, spec: object, namespace = "ns"): Manifest => ({
  apiVersion,
  kind: "VMUser",
  metadata: { name, namespace },
  spec: { targetRefs: [{ static: { url: "http://a:1" } }], ...spec },
});
const secret = (name: string, stringData: object, namespace = "ns") => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
  stringData,
});

/** The gate's users, and their issues as `object path`. */
async function gateOf(...objects: unknown[]) {
  const { objects: derived, issues, configs } = await render(objects, { onInvalid: "skip" });
  const data = (name: string) => (derived.find(({ metadata }) => metadata.name === name)?.data ?? {}) as Record<string, string>;
  const config = data("vmauth-config-gate")["config.yaml.gz"];
  return {
    derived,
    data,
    masked: configs[0]?.files["config.yaml"],
    // biome-ignore lint/suspicious/noExplicitAny: tests look deep into configuration
    config: config && (parse(gunzipSync(Buffer.from(config, "base64")).toString("utf8")) as any),
    said: issues.map(({ object, path }) => `${object} ${path}`),
  };
}

/** Paths of the problems of a VMUser. */
async function problemsOf(spec: object): Promise<string[]> {
  const { issues } = await render([auth({ license: { key: "K" } }), user("u", spec)], { onInvalid: "skip" });
  return issues.map(({ path }) => path);
}

describe("VMAuth and VMUser", () => {
  it("refuses what vmauth would refuse, each at its field", async () => {
    const target = (fields: object) => ({ username: "u", targetRefs: [{ static: { url: "http://a:1" }, ...fields }] });
    const cases: [path: string, spec: object][] = [
      ["spec.headers[1]", { headers: ["A: 1", "broken"] }],
      ["spec.response_headers[0]", { response_headers: ["a b: 1"] }],
      ["spec.default_url[0]", { default_url: ["ftp://a:1"] }],
      ["spec.ip_filters.deny_list[1]", { ip_filters: { deny_list: ["10.0.0.0/8", "10.0.0.0/33"] } }],
      ["spec.ip_filters.allow_list[1]", { ip_filters: { allow_list: ["fd00::/8", "localhost"] } }],
      ["spec.metric_labels.a-b", { metric_labels: { "a-b": "1" } }],
      ["spec.targetRefs[0].paths[0]", target({ paths: ["/api/(", "/ok"] })],
      ["spec.targetRefs[0].hosts[0]", target({ hosts: ["[a"] })],
      ["spec.targetRefs[0].src_query_args[1]", target({ src_query_args: ["a=(", "a=~("] })],
      ["spec.targetRefs[0].src_query_args[0]", target({ src_query_args: ["a"] })],
      ["spec.targetRefs[0].src_headers[0]", target({ src_headers: ["a"] })],
      ["spec.targetRefs[0].static.url", { targetRefs: [{ static: { url: "http://a:1/{{.MetricsTenant}}" } }] }],
      ["spec.targetRefs[0].static.urls[0]", { targetRefs: [{ static: { urls: ["//a"] } }] }],
      ["spec.targetRefs[0].retry_status_codes", { retry_status_codes: [500], ...target({ retry_status_codes: [502] }) }],
      ["spec.targetRefs[0].target_path_suffix", target({ target_path_suffix: "/a?b=%" })],
      ["spec.bearerToken", { username: undefined, bearerToken: "" }],
      ["spec.password", { password: "", generatePassword: true }],
      ["spec.jwt.oidc.issuer", { username: undefined, jwt: { oidc: { issuer: "login" } } }],
      ["spec.jwt.matchClaims.a", { username: undefined, jwt: { skipVerify: true, matchClaims: { a: "(" } } }],
    ];
    for (const [path, spec] of cases) expect(await problemsOf({ username: "u", ...spec }), path).to.deep.equal([path]);
    const claims = { jwt: { skipVerify: true }, targetRefs: [{ static: { url: "http://a:1/{{.MetricsTenant}}" } }] };
    expect(await problemsOf(claims)).to.deep.equal([]);
  });

  it("never routes more than the only target asks for, and never writes a key twice", async () => {
    const narrow = await gateOf(auth(), user("u", { targetRefs: [{ static: { url: "http://a:1" }, hosts: ["h"] }] }));
    expect(narrow.config.users[0]).to.deep.equal({
      url_map: [{ url_prefix: ["http://a:1"], src_paths: ["/.*"], src_hosts: ["h"] }],
      username: "u",
    });
    const target = { static: { url: "http://a:1" }, load_balancing_policy: "first_available" };
    const both = await gateOf(auth(), user("u", { load_balancing_policy: "least_loaded", targetRefs: [target] }));
    expect(both.config.users[0].load_balancing_policy).to.equal("first_available");
    expect(both.said).to.deep.equal(["VMUser/ns/u spec.load_balancing_policy"]);
  });

  it("invents no password: it uses the stored one, or reports a missing one", async () => {
    const generated = user("u", { generatePassword: true });
    const stored = await gateOf(auth(), generated, secret("vmuser-u", { password: "kept" }));
    expect(stored.config.users[0].password).to.equal("kept");
    expect(stored.derived.map(({ metadata }) => metadata.name)).to.not.include("vmuser-u");
    expect(stored.said).to.deep.equal([]);
    const unstored = await gateOf(auth(), generated);
    expect(unstored.said).to.deep.equal(["VMUser/ns/u spec.generatePassword"]);
    const failure = await render([auth(), generated]).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(InvalidObjectsError);
    // Where something would go to a cluster, nothing may stand for the password.
    const values = new Values();
    const prepared = program([auth(), generated], { values, defaults: defaultsWith() });
    const [gate] = prepared.resources;
    const { derivation, issues } = deriveResource(prepared, gate ?? expect.fail());
    expect(derivation.configs[0]?.files["config.yaml"]?.text).to.match(/^# tls-assets-hash: .*\n\{\}\n$/);
    expect(issues.map(({ path }) => path)).to.deep.equal(["spec.generatePassword"]);
  });

  it("lets a default target leave it to users where requests go", async () => {
    const gate = auth({ defaultTargetRefs: [{ name: "tenant", target_path_suffix: "/select/7", headers: ["A: 1"] }] });
    const { config, said } = await gateOf(
      gate,
      user("a", { targetRefs: [{ name: "tenant", static: { url: "http://a:1" } }] }),
      user("b", { targetRefs: [{ name: "tenant" }] }),
    );
    expect(config.users).to.deep.equal([{ url_prefix: ["http://a:1/select/7"], headers: ["A: 1"], username: "a" }]);
    expect(said).to.deep.equal(["VMUser/ns/b spec.targetRefs[0]"]);
  });

  it("warns of fields without effect if the configuration is given", async () => {
    const { said } = await gateOf(auth({ configSecret: "mine", unauthorizedUserAccessSpec: { url_prefix: "http://a:1" } }));
    expect(said).to.deep.equal(["VMAuth/ns/gate spec.selectAllByDefault", "VMAuth/ns/gate spec.unauthorizedUserAccessSpec"]);
    expect((await gateOf(auth({ configSecret: "mine", selectAllByDefault: false }))).said).to.deep.equal([]);
  });

  it("says where a given Secret and its user disagree", async () => {
    const { said } = await gateOf(
      auth(),
      user("u", { username: "u", password: "new" }),
      secret("vmuser-u", { username: "u", password: "old" }),
    );
    expect(said).to.deep.equal(["VMUser/ns/u "]);
  });

  it("keeps one of several users that vmauth cannot tell apart: the oldest, else the first", async () => {
    const password = { username: "same", password: "p" };
    const claims = { jwt: { skipVerify: true, matchClaims: { b: "2", a: "1" } } };
    const old = user("z-old", { username: "tok" }, "b");
    const { config, said } = await gateOf(
      auth(),
      user("first", password, "a"),
      user("second", password, "b"),
      user("c1", claims, "a"),
      user("c2", claims, "b"),
      { ...user("new", { bearerToken: "tok" }, "a"), metadata: { name: "new", namespace: "a", creationTimestamp: "2024-01-02T00:00:00Z" } },
      { ...old, metadata: { ...old.metadata, creationTimestamp: "2024-01-01T00:00:00Z" } },
    );
    expect(said).to.have.members(["VMUser/b/second spec", "VMUser/b/c2 spec.jwt.matchClaims", "VMUser/a/new spec"]);
    expect(config.users).to.have.length(3);
  });

  it("makes no Secret and says nothing for a user whom no gate takes, but makes one where a gate may be elsewhere", async () => {
    const lonely = user("u", { passwordRef: { name: "absent", key: "k" } });
    const { derived, said } = await gateOf({ ...auth(), spec: {} }, lonely);
    expect(said).to.deep.equal([]);
    expect(derived.map(({ metadata }) => metadata.name)).to.not.include("vmuser-u");
    const prepared = program([user("u", { username: "u" })], { values: new Values(), defaults: defaultsWith() });
    const { derivation } = deriveResource(prepared, prepared.resources[0] ?? expect.fail());
    expect(derivation.objects.map(({ manifest }) => manifest.metadata.name)).to.deep.equal(["vmuser-u"]);
    expect(derivation.outputs).to.deep.equal({ secretName: "vmuser-u", username: "u" });
  });

  it("answers references to Secrets that only users become", async () => {
    const { config, said } = await gateOf(
      auth(),
      user("writer", { username: "w", password: "pw" }),
      user("reader", {
        targetRefs: [
          {
            static: { url: "http://a:1" },
            targetRefBasicAuth: {
              username: { name: "vmuser-writer", key: "username" },
              password: { name: "vmuser-writer", key: "password" },
            },
          },
        ],
      }),
    );
    expect(said).to.deep.equal([]);
    expect(config.users[0].headers).to.deep.equal([`Authorization: Basic ${Buffer.from("w:pw").toString("base64")}`]);
  });

  it("looks certificates of a user up in the user's namespace, and says that they must be mounted", async () => {
    const spec = { tlsConfig: { ca: { secret: { name: "ca", key: "ca.crt" } } } };
    const { config, data, said } = await gateOf(auth(), user("u", spec, "team"), secret("ca", { "ca.crt": "CA" }, "team"));
    expect(config.users[0].tls_ca_file).to.equal("/opt/vmauth/config/team_ca_ca.crt");
    expect(data("vmauth-config-gate")["team_ca_ca.crt"]).to.equal(Buffer.from("CA").toString("base64"));
    expect(said).to.deep.equal(["VMUser/team/u spec.tlsConfig"]);
    const volumeMounts = [{ name: "certificates", mountPath: "/opt/vmauth/config/" }];
    const volumes = [{ name: "certificates", secret: { secretName: "certificates" } }];
    expect(
      (await gateOf(auth({ volumeMounts, volumes }), user("u", spec, "team"), secret("ca", { "ca.crt": "CA" }, "team"))).said,
    ).to.deep.equal([]);
  });

  it("sends credentials of default targets with requests of users only", async () => {
    const basicAuth = { username: { name: "b", key: "u" }, password: { name: "b", key: "p" } };
    const access = (targetRefs: object[]) =>
      auth({
        defaultTargetRefs: [{ name: "db", static: { url: "http://db:1" }, targetRefBasicAuth: basicAuth }],
        unauthorizedUserAccessSpec: { targetRefs, metric_labels: { kind: "anonymous" } },
      });
    const given = secret("b", { u: "u", p: "p" });
    const inherited = await gateOf(access([{ name: "db" }]), user("u", { targetRefs: [{ name: "db" }] }), given);
    expect(inherited.config.users[0].headers).to.deep.equal(["Authorization: Basic dTpw"]);
    expect(inherited.config.unauthorized_user).to.deep.equal({ url_prefix: ["http://db:1"], metric_labels: { kind: "anonymous" } });
    const own = await gateOf(access([{ name: "db", targetRefBasicAuth: basicAuth }]), given);
    expect(own.config.unauthorized_user.headers).to.deep.equal(["Authorization: Basic dTpw"]);
  });

  it("scrapes the internal port once, whichever name the user's endpoint has", async () => {
    const endpoints = [{ port: "internal", interval: "5s" }, { port: "http" }];
    const { customResources } = await render([auth({ internalListenPort: "8426", serviceScrapeSpec: { endpoints } })]);
    const { spec } = customResources[0] as unknown as { spec: { endpoints: { port?: string; path?: string }[] } };
    expect(spec.endpoints.map(({ port, path }) => [port, path])).to.deep.equal([
      ["internal", "/metrics"],
      [undefined, "/metrics"],
    ]);
  });

  it("appends paths and arguments to URLs that it must not see", () => {
    const values = new Values();
    const url = values.add({ path: "spec.url", secret: true, known: { value: 'http://u:p"w@a:1/b/' } });
    const text = values.apply("targetUrl", [url, "/c?x=1"].join(separator));
    expect(values.evaluate(text)).to.equal('http://u:p"w@a:1/b/c?x=1');
    expect(values.mask(text)).to.equal("[secret]");
  });
});

describe("a target's URL", () => {
  const cases: [url: string, suffix: string, query: string[], expected: string][] = [
    ["http://a:1/base/", "", [], "http://a:1/base"],
    ["http://a:1", "x y/ü", [], "http://a:1/x%20y/%C3%BC"],
    ["http://a:1/a%2Fb", "../c", [], "http://a:1/a/c"],
    ["HTTP://a:1/?b=1&a=2", "/?a=3&a=4", [], "http://a:1/?a=3&a=4&b=1"],
    ["http://a:1", "?x=1", ["x", "*~ +"], "http://a:1?x=%2A~+%2B"],
  ];
  for (const [url, suffix, query, expected] of cases) {
    it(`is ${expected}`, () => expect(targetUrl([url, suffix, ...query].join(separator))).to.equal(expected));
  }
});

describe("xxhash64", () => {
  const vectors: [string, string][] = [
    ["", "ef46db3751d8e999"],
    ["a", "d24ec4f1a98c6e5b"],
    ["abc", "44bc2cf5ad770999"],
    ["Nobody inspects the spammish repetition", "fbcea83c8a378bf1"],
  ];
  for (const [text, hash] of vectors) it(`of ${JSON.stringify(text)}`, () => expect(xxhash64(text)).to.equal(hash));
});
