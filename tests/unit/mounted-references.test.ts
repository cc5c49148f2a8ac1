import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { parse } from "yaml";
import { type Manifest, render } from "../../provider/render";

const object = (kind: string, name: string, spec: object, namespace = "ns") => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind,
  metadata: { name, namespace },
  spec,
});

const secret = (name: string, stringData: Record<string, string>, namespace = "ns") => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
  stringData,
});

const references = (references: "copy" | "mount") => ({ defaults: { references } });

/** A derived object's field that exists. */
// biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
const found = (objects: readonly Manifest[], kind: string, name: string): any => {
  const one = objects.find((candidate) => candidate.kind === kind && candidate.metadata.name === name);
  if (!one) throw new Error(`there is no ${kind} ${name}`);
  return one;
};

const volumeOf = (workload: { spec: { template: { spec: { volumes: { name: string }[] } } } }, name: string): object | undefined =>
  workload.spec.template.spec.volumes.find((volume) => volume.name === name);

const jobsOf = (objects: readonly Manifest[]): Record<string, unknown>[] => {
  const text = gunzipSync(Buffer.from(found(objects, "Secret", "vmagent-main").data["vmagent.yaml.gz"], "base64")).toString("utf8");
  return parse(text).scrape_configs;
};

const key = (name: string, field: string) => ({ name, key: field });
const certs = "/etc/vmagent-tls/certs";

const scrape = object("VMServiceScrape", "shop", {
  selector: {},
  endpoints: [
    { port: "basic", basicAuth: { username: key("login", "user"), password: key("login", "word") } },
    { port: "token", bearerTokenSecret: key("login", "token") },
    { port: "header", authorization: { credentials: key("login", "token") } },
    {
      port: "oauth",
      oauth2: { client_id: { configMap: key("client", "id") }, client_secret: key("login", "client"), token_url: "https://login" },
    },
    {
      port: "tls",
      tlsConfig: {
        ca: { configMap: key("authorities", "ca.crt") },
        cert: { secret: key("tls", "tls.crt") },
        keySecret: key("tls", "tls.key"),
      },
    },
  ],
});

describe("references that are mounted", () => {
  const agent = object("VMAgent", "main", {
    selectAllByDefault: true,
    remoteWrite: [
      {
        url: "http://db",
        basicAuth: { username: key("db", "user"), password: key("db", "word") },
        tlsConfig: { ca: { secret: key("db", "ca.crt") } },
      },
    ],
  });

  it("are files of a scraper's jobs and targets, and need not exist in the preview", async () => {
    const client = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "client", namespace: "ns" }, data: { id: "vmagent" } };
    const { objects, issues } = await render([agent, scrape, client], references("mount"));
    expect(issues.filter(({ severity }) => severity === "error")).to.deep.equal([]);
    const jobs = jobsOf(objects);
    const job = (name: string) => jobs[["basic", "token", "header", "oauth", "tls"].indexOf(name)];
    expect(job("basic")?.basic_auth).to.deep.equal({ username_file: `${certs}/ns_login_user`, password_file: `${certs}/ns_login_word` });
    expect(job("token")?.bearer_token_file).to.equal(`${certs}/ns_login_token`);
    expect(job("header")?.authorization).to.deep.equal({ credentials_file: `${certs}/ns_login_token`, type: "Bearer" });
    expect(job("oauth")?.oauth2).to.deep.include({ client_id: "vmagent", client_secret_file: `${certs}/ns_login_client` });
    expect(job("tls")?.tls_config).to.deep.equal({
      ca_file: `${certs}/ns_configmap_authorities_ca.crt`,
      cert_file: `${certs}/ns_tls_tls.crt`,
      key_file: `${certs}/ns_tls_tls.key`,
    });
    const workload = found(objects, "Deployment", "vmagent-main");
    expect(volumeOf(workload, "tls-assets")).to.deep.equal({
      name: "tls-assets",
      projected: {
        sources: [
          { secret: { name: "tls-assets-vmagent-main" } },
          {
            secret: {
              name: "login",
              items: ["user", "word", "token", "client"].map((field) => ({ key: field, path: `ns_login_${field}` })),
            },
          },
          { configMap: { name: "authorities", items: [{ key: "ca.crt", path: "ns_configmap_authorities_ca.crt" }] } },
          {
            secret: {
              name: "tls",
              items: [
                { key: "tls.crt", path: "ns_tls_tls.crt" },
                { key: "tls.key", path: "ns_tls_tls.key" },
              ],
            },
          },
          { secret: { name: "db", items: [{ key: "ca.crt", path: "ns_db_ca.crt" }] } },
        ],
      },
    });
    expect(workload.spec.template.spec.containers[0].args).to.include.members([
      "-remoteWrite.basicAuth.usernameFile=/etc/vmagent/config/ns_db_user",
      "-remoteWrite.basicAuth.passwordFile=/etc/vmagent/config/ns_db_word",
      `-remoteWrite.tlsCAFile=${certs}/ns_db_ca.crt`,
    ]);
    expect(volumeOf(workload, "config")).to.have.nested.property("projected.sources[1].secret.name", "db");
    expect(found(objects, "Secret", "tls-assets-vmagent-main").data ?? {}).to.deep.equal({});
  });

  it("name in a warning what stays a copy: values of other namespaces, and of settings without a file", async () => {
    const elsewhere = object(
      "VMPodScrape",
      "far",
      { podMetricsEndpoints: [{ port: "x", bearerTokenSecret: key("far", "token") }] },
      "away",
    );
    const objects = [agent, elsewhere, secret("far", { token: "hunter2" }, "away")];
    const { objects: derived, issues } = await render(objects, references("mount"));
    expect(issues.map(({ object, path, message }) => `${object} ${path}: ${message}`)).to.deep.equal([
      "VMPodScrape/away/far spec.podMetricsEndpoints[0].bearerTokenSecret: Secret away/far is copied, since it cannot be mounted: only files from " +
        "the namespace of the pods can be, where the program reads the setting from a file",
    ]);
    const job = jobsOf(derived).find(({ job_name }) => String(job_name).includes("far"));
    expect(job?.bearer_token).to.equal("hunter2");
  });

  it("name the reason where a value becomes part of a generated file", async () => {
    const scraper = object("VMAgent", "main", {
      remoteWrite: [{ url: "http://db" }],
      additionalScrapeConfigs: key("jobs", "jobs.yaml"),
      relabelConfig: key("rules", "rules.yaml"),
      streamAggrConfig: { configmap: key("rules", "sums.yaml") },
    });
    const data = { "rules.yaml": "- {action: labeldrop, regex: a}\n", "sums.yaml": "- {interval: 1m, outputs: [sum_samples]}\n" };
    const rules = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "rules", namespace: "ns" }, data };
    const user = object("VMUser", "reader", {
      username: "reader",
      passwordRef: key("jobs", "word"),
      targetRefs: [{ static: { url: "http://db" }, paths: ["/.*"] }],
    });
    const jobs = secret("jobs", { "jobs.yaml": "- job_name: a\n", word: "hunter2" });
    const { issues } = await render(
      [scraper, rules, jobs, user, object("VMAuth", "main", { selectAllByDefault: true })],
      references("mount"),
    );
    const reasons = issues.map(({ path, message }) => `${path}: ${message.replace(/^.* cannot be mounted: /, "")}`);
    expect([...new Set(reasons)].sort()).to.deep.equal([
      "spec.additionalScrapeConfigs: its jobs become part of the generated configuration",
      "spec.passwordRef: vmauth has it in its configuration",
      "spec.relabelConfig: its rules are checked here, and stand in one file with those in line",
      "spec.streamAggrConfig.configmap: its rules are checked here, and stand in one file with those in line",
    ]);
  });

  it("change nothing where a setting names a file of its own, or nothing is referred to", async () => {
    const plain = [object("VMAgent", "main", { remoteWrite: [{ url: "http://db" }], selectAllByDefault: true })];
    const [copies, mounts] = [await render(plain, references("copy")), await render(plain, references("mount"))];
    expect(mounts).to.deep.equal(copies);
  });

  it("are files of vmalert's connections", async () => {
    const alert = object("VMAlert", "main", {
      datasource: { url: "http://db", bearerTokenSecret: key("db", "token") },
      notifier: { url: "http://am", tlsConfig: { ca: { secret: key("am", "ca.crt") } } },
    });
    const { objects, issues } = await render([alert], references("mount"));
    expect(issues).to.deep.equal([]);
    const workload = found(objects, "Deployment", "vmalert-main");
    const sources = (name: string) => (volumeOf(workload, name) as { projected: { sources: object[] } }).projected.sources;
    expect(sources("config")[1]).to.deep.equal({ secret: { name: "db", items: [{ key: "token", path: "ns_db_token" }] } });
    expect(sources("tls-assets")[1]).to.deep.equal({ secret: { name: "am", items: [{ key: "ca.crt", path: "ns_am_ca.crt" }] } });
  });

  it("are files of the receivers of Alertmanager, where they take a file", async () => {
    const alertmanager = object("VMAlertmanager", "main", { selectAllByDefault: true });
    const team = object("VMAlertmanagerConfig", "team", {
      route: { receiver: "hook" },
      receivers: [
        {
          name: "hook",
          webhook_configs: [
            { url: "http://hook", http_config: { basic_auth: { password: key("hook", "word"), username: key("hook", "user") } } },
          ],
        },
      ],
    });
    const { objects, issues } = await render([alertmanager, team], references("mount"));
    expect(issues).to.deep.equal([]);
    const config = gunzipSync(Buffer.from(found(objects, "Secret", "vmalertmanager-main-config").data["alertmanager.yaml.gz"], "base64"));
    const folder = "/etc/alertmanager/tls_assets";
    expect(parse(config.toString("utf8")).receivers.at(-1).webhook_configs[0].http_config.basic_auth).to.deep.equal({
      username_file: `${folder}/ns_hook_user`,
      password_file: `${folder}/ns_hook_word`,
    });
  });

  describe("of the receivers of Alertmanager", () => {
    const http = { http_config: { authorization: { credentials: key("all", "token") } } };
    const inHeaders = { bearer_token_secret: key("all", "b"), http_headers: { "X-Team": { secrets: [key("all", "h")], files: ["/f"] } } };
    /** Each kind of receivers: an entry with references, and what it becomes. */
    const receivers: Readonly<Record<string, readonly [entry: object, files: object]>> = {
      email_configs: [
        { to: "a@b", from: "c@d", smarthost: "e:25", auth_password: key("all", "word"), auth_secret: key("all", "secret") },
        { auth_password_file: "word", auth_secret_file: "secret" },
      ],
      slack_configs: [{ channel: "#a", api_url: key("all", "url") }, { api_url_file: "url" }],
      pagerduty_configs: [{ routing_key: key("all", "key") }, { routing_key_file: "key" }],
      opsgenie_configs: [{ api_key: key("all", "key") }, { api_key_file: "key" }],
      victorops_configs: [{ routing_key: "a", api_key: key("all", "key") }, { api_key_file: "key" }],
      webhook_configs: [{ url_secret: key("all", "url"), http_config: inHeaders }, { url_file: "url" }],
      pushover_configs: [
        { user_key: key("all", "user"), token: key("all", "token") },
        { user_key_file: "user", token_file: "token" },
      ],
      telegram_configs: [{ bot_token: key("all", "bot"), chat_id: 1 }, { bot_token_file: "bot" }],
      discord_configs: [{ webhook_url_secret: key("all", "url") }, { webhook_url_file: "url" }],
      msteams_configs: [{ webhook_url_secret: key("all", "url") }, { webhook_url_file: "url" }],
      msteamsv2_configs: [{ webhook_url_secret: key("all", "url") }, { webhook_url_file: "url" }],
      wechat_configs: [{ corp_id: "a", api_secret: key("all", "secret") }, { api_secret_file: "secret" }],
      rocketchat_configs: [
        { token_id: key("all", "id"), token: key("all", "token") },
        { token_id_file: "id", token_file: "token" },
      ],
      incidentio_configs: [{ url: "http://i", alert_source_token: key("all", "token") }, { alert_source_token_file: "token" }],
      mattermost_configs: [{ url_secret: key("all", "url"), text: "a" }, { webhook_url_file: "url" }],
      webex_configs: [{ room_id: "a", ...http }, {}],
      jira_configs: [{ project: "a", issue_type: "Bug", api_url: "http://j", ...http }, {}],
    };
    const derivedOf = async (version: string, kinds = Object.keys(receivers)) => {
      const alertmanager = object("VMAlertmanager", "main", { selectAllByDefault: true, image: { tag: version } });
      const lists = Object.fromEntries(kinds.map((kind) => [kind, [receivers[kind]?.[0]]]));
      const team = object("VMAlertmanagerConfig", "team", { route: { receiver: "all" }, receivers: [{ name: "all", ...lists }] });
      const { objects, issues } = await render([alertmanager, team], { ...references("mount"), onInvalid: "skip" });
      const data = found(objects, "Secret", "vmalertmanager-main-config").data["alertmanager.yaml.gz"];
      return { issues, all: parse(gunzipSync(Buffer.from(data, "base64")).toString("utf8")).receivers.at(-1) };
    };
    const folder = "/etc/alertmanager/tls_assets/ns_all_";

    it("are files wherever the newest release takes one", async () => {
      const { all, issues } = await derivedOf("v0.34.0");
      expect(issues).to.deep.equal([]);
      for (const [kind, [entry, files]] of Object.entries(receivers)) {
        const expected = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, `${folder}${file}`]));
        expect(all[kind][0], kind).to.include(expected);
        const copied = Object.keys(files).map((name) => name.replace(/_file$/, ""));
        expect(all[kind][0], kind).not.to.have.any.keys(...(copied.length > 0 ? copied : ["none"]));
        if ("http_config" in entry && entry.http_config !== inHeaders)
          expect(all[kind][0].http_config.authorization).to.include({ credentials_file: `${folder}token` });
      }
      expect(all.webhook_configs[0].http_config).to.deep.include({
        authorization: { credentials_file: `${folder}b` },
        http_headers: { "X-Team": { files: ["/f", `${folder}h`] } },
      });
    });

    it("stay copies where the release is older than the setting for a file, with a warning", async () => {
      const { issues } = await derivedOf("v0.31.0", ["mattermost_configs"]);
      expect(issues.map(({ severity, message }) => `${severity} ${message.slice(0, 24)}`)).to.include("warning Secret ns/all is copied,");
      const { issues: older } = await derivedOf("v0.30.0", ["email_configs"]);
      const copied = older.filter(({ message }) => message.includes("is copied"));
      expect(copied.map(({ path }) => path)).to.deep.equal(["spec.receivers[0].email_configs[0].auth_secret"]);
    });
  });

  describe("of a whole configuration of Alertmanager", () => {
    const base = "route: {receiver: a}\nreceivers: [{name: a}]\n";
    const alertmanager = (more: object = {}) => object("VMAlertmanager", "main", { configSecret: "base", ...more });
    const argumentsOf = (objects: readonly Manifest[]): string[] =>
      ["initContainers", "containers"].flatMap((list) =>
        found(objects, "StatefulSet", "vmalertmanager-main").spec.template.spec[list].flatMap(({ args }: { args: string[] }) => args),
      );

    it("stay in their own Secret, which the config-reloader reads, and need not exist in the preview", async () => {
      const { objects, issues } = await render([alertmanager()], references("mount"));
      expect(issues).to.deep.equal([]);
      expect(found(objects, "Secret", "vmalertmanager-main-config").data ?? {}).to.deep.equal({});
      const read = argumentsOf(objects).filter((argument) => argument.startsWith("--config-secret"));
      const own = ["--config-secret-key=alertmanager.yaml", "--config-secret-name=ns/base"];
      expect(read).to.deep.equal([...own, ...own]);
    });

    it("are checked and shown where the Secret is given", async () => {
      const { configs } = await render([alertmanager(), secret("base", { "alertmanager.yaml": base })], references("mount"));
      expect(configs[0]?.files).to.deep.equal({ "alertmanager.yaml": "[secret]" });
      const wrong = await render([alertmanager(), secret("base", { "alertmanager.yaml": "route: {receiver: b}" })], {
        ...references("mount"),
        onInvalid: "skip",
      });
      expect(wrong.issues.map(({ path, severity }) => `${severity} ${path}`)).to.include("error spec.configSecret");
    });

    it("are copied where something is added to them, and the warning says what", async () => {
      const team = object("VMAlertmanagerConfig", "team", { route: { receiver: "a" }, receivers: [{ name: "a" }] });
      const templates = { templates: [{ name: "texts", key: "a.tmpl" }], selectAllByDefault: true };
      const given = [alertmanager(templates), team, secret("base", { "alertmanager.yaml": base })];
      const { objects, issues } = await render(given, references("mount"));
      expect(issues.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
        "spec.configSecret: Secret ns/base is copied, since it cannot be mounted: Alertmanager reads one file, and this one has additions " +
          "(VMAlertmanagerConfigs, templates)",
      ]);
      expect(argumentsOf(objects)).to.include("--config-secret-name=ns/vmalertmanager-main-config");
    });
  });

  it("are files of Alertmanager's web server", async () => {
    const alertmanager = object("VMAlertmanager", "main", {
      webConfig: { tls_server_config: { cert_secret_ref: key("tls", "tls.crt"), key_secret_ref: key("tls", "tls.key") } },
    });
    const { objects, issues } = await render([alertmanager], references("mount"));
    expect(issues).to.deep.equal([]);
    expect(volumeOf(found(objects, "StatefulSet", "vmalertmanager-main"), "tls-assets")).to.deep.include({
      projected: {
        sources: [
          { secret: { name: "vmalertmanager-main-config" } },
          {
            secret: {
              name: "tls",
              items: [
                { key: "tls.crt", path: "ns_tls_tls.crt" },
                { key: "tls.key", path: "ns_tls_tls.key" },
              ],
            },
          },
        ],
      },
    });
  });
});
