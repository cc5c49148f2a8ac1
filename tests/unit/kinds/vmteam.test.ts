import { expect } from "chai";
import { explain } from "../../../provider/inspect/explain";
import { unselectedObjects } from "../../../provider/inspect/unselected";
import { type Manifest, prepare, render } from "../../../provider/render";
import { reviewOf } from "../../../provider/review/review-of-change";
import { changeOfManifests } from "../../../provider/review/sources/manifest-change";

const v1beta1 = "operator.victoriametrics.com/v1beta1";
const shop = { namespaces: ["shop"], labels: { team: "shop", price: "$1" } };

interface Platform {
  readonly agent?: object;
  readonly alert?: object;
  readonly team?: object;
}

const platformObjects = ({ agent, alert }: Platform = {}) => [
  {
    apiVersion: v1beta1,
    kind: "VMAgent",
    metadata: { name: "shop", namespace: "monitoring" },
    spec: { remoteWrite: [{ url: "http://vmagent-main.monitoring.svc:8429/api/v1/write" }], ...agent },
  },
  {
    apiVersion: v1beta1,
    kind: "VMAlert",
    metadata: { name: "shop", namespace: "monitoring" },
    spec: { datasource: { url: "http://db:8428" }, notifiers: [{ url: "http://alertmanager:9093/" }], ...alert },
  },
];

const argumentsOf = (team: object = shop) => ({ "VMAgent/monitoring/shop": { team }, "VMAlert/monitoring/shop": { team } });

/** The objects that the platform derives for its team. */
async function platform(given: Platform = {}) {
  const { objects, issues } = await render(platformObjects(given), { arguments: argumentsOf(given.team), onInvalid: "skip" });
  const find = (kind: string, name: string) =>
    // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
    objects.find((object) => object.kind === kind && object.metadata.name === name) as any;
  return { objects, find, problems: issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`) };
}

const contracts = async (given: Platform = {}): Promise<Manifest[]> =>
  (await platform(given)).objects.filter(({ kind, metadata }) => kind === "ConfigMap" && metadata.name.endsWith("-team"));

const team = (spec: object = {}, namespace = "shop") => ({
  apiVersion: "teams.pulumi-victoriametrics/v1",
  kind: "VMTeam",
  metadata: { name: "shop", namespace },
  spec: { agent: { name: "shop", namespace: "monitoring" }, alert: { name: "shop", namespace: "monitoring" }, ...spec },
});

const object = (kind: string, spec: object, namespace = "shop") => ({
  apiVersion: v1beta1,
  kind,
  metadata: { name: "orders", namespace },
  spec,
});

const serviceScrape = (endpoint: object = {}, spec: object = {}, namespace = "shop") =>
  object("VMServiceScrape", { selector: {}, endpoints: [{ port: "http", ...endpoint }], ...spec }, namespace);

const rule = object("VMRule", {
  groups: [
    {
      name: "orders",
      rules: [
        { alert: "Down", expr: "up == 0" },
        { record: "a:b", expr: "up" },
      ],
    },
  ],
});

/** What the team's stack makes of objects, by the names of the platform's objects. */
async function written(objects: readonly object[], given: Platform = {}, own: object = team()) {
  const made = await render([...(await contracts(given)), own, ...objects], { onInvalid: "skip" });
  const files = Object.fromEntries(
    made.objects.map(({ kind, metadata, data }) => [
      metadata.name,
      Object.fromEntries(
        Object.entries(data as Record<string, string>).map(([name, text]) => [
          name,
          kind === "Secret" ? Buffer.from(text, "base64").toString("utf8") : text,
        ]),
      ),
    ]),
  );
  const problems = made.issues
    .filter(({ severity }) => severity === "error")
    .map(({ object: key, path, message }) => `${key} ${path}: ${message}`);
  return { files, problems };
}

const problemsOf = async (objects: readonly object[], given: Platform = {}, own: object = team()) =>
  (await written(objects, given, own)).problems;

describe("a program of a team", () => {
  it("may discover targets in the team's namespaces alone", async () => {
    const { objects } = await platform();
    const roles = objects.filter(({ kind }) => kind.endsWith("Role")).map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ""}`);
    expect(roles.sort()).to.deep.equal(["Role monitoring", "Role shop"]);
  });

  it("starts without the files of its team, and looks for them", async () => {
    const { find } = await platform();
    const { containers, volumes } = find("Deployment", "vmagent-shop").spec.template.spec;
    expect(volumes).to.deep.include({ name: "team", secret: { secretName: "vmagent-shop-team-jobs", optional: true } });
    expect(containers[0].args).to.include("-promscrape.configCheckInterval=30s");
    const alert = find("Deployment", "vmalert-shop").spec.template.spec;
    expect(alert.volumes).to.deep.include({ name: "team", configMap: { name: "vmalert-shop-team-rules", optional: true } });
    expect(alert.containers[0].args).to.include.members(["-configCheckInterval=30s", '-rule="/etc/vmalert/team/rules*.yaml"']);
  });

  it("leaves the data to the team", async () => {
    const { find } = await platform();
    expect(find("Secret", "vmagent-shop-team-jobs")).not.to.have.any.keys("data", "stringData");
    expect(find("ConfigMap", "vmalert-shop-team-rules")).not.to.have.any.keys("data", "binaryData");
  });

  it("gives samples and alerts labels that the team cannot change", async () => {
    const { find } = await platform();
    expect(find("Deployment", "vmagent-shop").spec.template.spec.containers[0].args).to.include("-remoteWrite.label=price=$1,team=shop");
    const { args } = find("Deployment", "vmalert-shop").spec.template.spec.containers[0];
    expect(args.filter((argument: string) => argument.startsWith("-notifier."))).to.deep.equal([
      "-notifier.config=/etc/vmalert/remote_secrets/notifiers.yaml",
    ]);
    const file = Buffer.from(find("Secret", "vmalert-shop").data["notifiers.yaml"], "base64").toString("utf8");
    expect(file).to.equal(`static_configs:
- targets:
  - http://alertmanager:9093/api/v2/alerts
alert_relabel_configs:
- target_label: price
  replacement: $$1
- target_label: team
  replacement: shop
`);
  });

  it("lets the deployers write one object, and read one", async () => {
    const deployers = [
      { kind: "ServiceAccount", name: "deployer" },
      { kind: "Group", name: "shop" },
    ];
    const { find } = await platform({ team: { ...shop, deployers } });
    expect(find("Role", "vmagent-shop-team").rules).to.deep.equal([
      { apiGroups: [""], resources: ["secrets"], resourceNames: ["vmagent-shop-team-jobs"], verbs: ["get", "patch"] },
      { apiGroups: [""], resources: ["configmaps"], resourceNames: ["vmagent-shop-team"], verbs: ["get"] },
    ]);
    expect(find("RoleBinding", "vmagent-shop-team").subjects).to.deep.equal([
      { kind: "ServiceAccount", name: "deployer", namespace: "shop" },
      { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "shop" },
    ]);
    expect((await platform()).find("Role", "vmagent-shop-team")).to.equal(undefined);
  });

  it("has no jobs of its own, and warns of credentials that the team could send away", async () => {
    const remoteWrite = [{ url: "http://db/api/v1/write", bearerTokenSecret: { name: "login", key: "token" } }];
    const { problems } = await platform({
      agent: { selectAllByDefault: true, remoteWrite, remoteWriteSettings: { label: { team: "other" } } },
      alert: { ruleSelector: {} },
      team: { ...shop, kinds: ["VMServiceScrap"], deployers: [{ kind: "User", name: "anna", namespace: "shop" }] },
    });
    expect(problems.filter((problem) => !problem.includes("there is no Secret"))).to.deep.equal([
      "error team.kinds[0]: is no kind of scrape object: expected one of VMServiceScrape, VMPodScrape, VMProbe, VMNodeScrape, VMStaticScrape, VMScrapeConfig",
      "error team.deployers[0].namespace: belongs to a ServiceAccount, and this is a User: leave it out",
      "error spec.selectAllByDefault: cannot be used with the argument team: its jobs come from its team; leave it out, or use another VMAgent",
      "error spec.remoteWriteSettings.label.team: is a label of the team as well: leave one of them out",
      "warning spec.remoteWrite[0]: has credentials in the agent of a team, whose jobs can send files of its pod to their targets: write to another VMAgent, which has them",
      "error team.kinds[0]: is no kind of scrape object: expected one of VMServiceScrape, VMPodScrape, VMProbe, VMNodeScrape, VMStaticScrape, VMScrapeConfig",
      "error team.deployers[0].namespace: belongs to a ServiceAccount, and this is a User: leave it out",
      "error spec.ruleSelector: cannot be used with the argument team: its rules come from its team; leave it out, or use another VMAlert",
    ]);
  });
});

describe("VMTeam", () => {
  it("writes jobs with their files, and rules, for the programs of the platform", async () => {
    const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace: "shop" }, stringData: { word: "hunter2" } };
    const basicAuth = { username: { name: "login", key: "word" }, password: { name: "login", key: "word" } };
    const tlsConfig = { ca: { secret: { name: "login", key: "word" } } };
    const { files, problems } = await written([serviceScrape({ basicAuth, tlsConfig, scheme: "https" }), rule, secret]);
    expect(problems).to.deep.equal([]);
    const { "vmagent-shop-team-jobs": jobs = {}, "vmalert-shop-team-rules": rules = {} } = files;
    expect(jobs["jobs.yaml"]).to.match(/^- job_name: serviceScrape\/shop\/orders\/0\n/);
    expect(jobs["jobs.yaml"]).to.include("ca_file: /etc/vmagent/team/shop_login_word");
    expect(jobs.shop_login_word).to.equal("hunter2");
    expect(rules).to.have.all.keys("rules.yaml");
    expect(rules["rules.yaml"]).to.match(/^groups:\n- name: orders\n {2}rules:\n {2}- alert: Down\n/);
  });

  it("follows the settings of the agent and of the alert", async () => {
    const agent = { minScrapeInterval: "1m", serviceScrapeRelabelTemplate: [{ targetLabel: "last", replacement: "word" }] };
    const { files } = await written([serviceScrape({ interval: "1s" }), rule], { agent, alert: { enforcedNamespaceLabel: "space" } });
    expect(files["vmagent-shop-team-jobs"]?.["jobs.yaml"]).to.include("scrape_interval: 1m");
    expect(files["vmagent-shop-team-jobs"]?.["jobs.yaml"]).to.match(/target_label: last\n {4}replacement: word\n$/);
    expect(files["vmalert-shop-team-rules"]?.["rules.yaml"]).to.include("space: shop");
  });

  it("has an empty list of jobs and rules where the team has no objects", async () => {
    const { files } = await written([]);
    expect(files).to.deep.equal({
      "vmagent-shop-team-jobs": { "jobs.yaml": "[]\n" },
      "vmalert-shop-team-rules": { "rules.yaml": "groups: []\n" },
    });
  });

  it("refuses targets outside of the team's namespaces", async () => {
    const alone = "but VMAgent monitoring/shop may look for those of its team in shop alone";
    expect(await problemsOf([serviceScrape({}, { namespaceSelector: { any: true } })])).to.deep.equal([
      `VMServiceScrape/shop/orders spec.namespaceSelector: looks for targets in all namespaces, ${alone}`,
    ]);
    expect(await problemsOf([serviceScrape({}, { namespaceSelector: { matchNames: ["shop", "bank"] } })])).to.deep.equal([
      `VMServiceScrape/shop/orders spec.namespaceSelector: looks for targets in the namespace bank, ${alone}`,
    ]);
    const nodes = { team: { ...shop, kinds: ["VMNodeScrape"] } };
    expect(await problemsOf([object("VMNodeScrape", { selector: {} })], nodes)).to.deep.equal([
      `VMNodeScrape/shop/orders spec: looks for targets in the nodes of the cluster, ${alone}`,
    ]);
  });

  it("refuses kinds that the platform does not take, and files of the agent", async () => {
    const targetEndpoints = [{ targets: ["db.bank:9100"] }];
    expect(await problemsOf([object("VMStaticScrape", { targetEndpoints })])).to.deep.equal([
      "VMStaticScrape/shop/orders kind: VMStaticScrape is no kind that VMAgent monitoring/shop takes from its team: expected VMServiceScrape or VMPodScrape",
    ]);
    expect(
      await problemsOf([object("VMStaticScrape", { targetEndpoints })], { team: { ...shop, kinds: ["VMStaticScrape"] } }),
    ).to.deep.equal([]);
    const [file = ""] = await problemsOf([serviceScrape({ bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token" })]);
    expect(file).to.match(/^VMServiceScrape\/shop\/orders spec.endpoints\[0\].bearerTokenFile: names a file of its scraper, which/);
  });

  it("refuses namespaces of others", async () => {
    expect(await problemsOf([], {}, team({}, "bank"))).to.deep.equal([
      "VMTeam/bank/shop metadata.namespace: bank is no namespace of this team: VMAgent monitoring/shop takes objects of shop",
      "VMTeam/bank/shop metadata.namespace: bank is no namespace of this team: VMAlert monitoring/shop takes objects of shop",
    ]);
    expect(await problemsOf([], {}, team({ namespaces: ["shop", "bank"], alert: undefined }))).to.deep.equal([
      "VMTeam/shop/shop spec.namespaces[1]: bank is no namespace of this team: VMAgent monitoring/shop takes objects of shop",
    ]);
  });

  it("keeps the platform's limits", async () => {
    const given = { team: { ...shop, limits: { jobs: 1, samplesPerScrape: 100, rules: 1 } } };
    const two = serviceScrape({}, { endpoints: [{ port: "a", sampleLimit: 101 }, { port: "b" }] });
    expect(await problemsOf([two, rule], given)).to.deep.equal([
      "VMServiceScrape/shop/orders spec: asks for scrapes of 101 samples, but VMAgent monitoring/shop allows its team 100",
      "VMTeam/shop/shop spec.agent: gets 2 scrape jobs, but VMAgent monitoring/shop allows its team 1: use fewer endpoints",
      "VMTeam/shop/shop spec.alert: gets 2 rules, but VMAlert monitoring/shop allows its team 1: use fewer",
    ]);
    const { files } = await written([serviceScrape()], given);
    expect(files["vmagent-shop-team-jobs"]?.["jobs.yaml"]).to.include("sample_limit: 100");
  });

  it("leaves tenants to the platform", async () => {
    const ofTenant = object("VMRule", { groups: [{ name: "orders", tenant: "7", rules: [{ record: "a:b", expr: "up" }] }] });
    expect(await problemsOf([ofTenant])).to.deep.equal([
      "VMRule/shop/orders spec.groups: the group shop/orders/orders is for a tenant, but VMAlert monitoring/shop has that of its team: leave tenant out",
    ]);
    const { problems } = await platform({ alert: { extraArgs: { clusterMode: "true" } } });
    expect(problems).to.deep.equal([
      "error spec.extraArgs.clusterMode: cannot be used with the argument team, whose rules could name any tenant: leave it out, and give addresses of the team's tenant",
    ]);
  });

  it("says what is missing or unusable", async () => {
    const bare = await render([team()], { onInvalid: "skip" });
    expect(bare.issues.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
      "spec.agent: there is no ConfigMap monitoring/vmagent-shop-team: the platform's stack makes it as soon as VMAgent monitoring/shop has the argument team; deploy that first, or give its output `team` in selectFrom",
      "spec.alert: there is no ConfigMap monitoring/vmalert-shop-team: the platform's stack makes it as soon as VMAlert monitoring/shop has the argument team; deploy that first, or give its output `team` in selectFrom",
    ]);
    expect(await problemsOf([], {}, team({ agent: undefined, alert: undefined }))).to.deep.equal([
      "VMTeam/shop/shop spec: names neither agent nor alert: expected at least one of them",
    ]);
    const [contract] = await contracts();
    const newer = { ...(contract as Manifest), data: { "team.yaml": "spec: {}\nteam: {namespaces: [shop], colour: red}\n" } };
    const { issues } = await render([newer as Manifest, team({ alert: undefined })], { onInvalid: "skip" });
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
      "spec.agent: ConfigMap monitoring/vmagent-shop-team: team.colour: is not a field here: expected namespaces, labels, deployers, kinds or limits. Is this package as new as the platform's?",
    ]);
  });

  it("takes no alerting rules where alerts have no destination", async () => {
    const { files } = await written([rule], { alert: { notifiers: undefined } });
    expect(files["vmalert-shop-team-rules"]?.["rules.yaml"]).not.to.include("alert: Down");
  });

  it("is known to reviews, targets and explanations like the programs that it writes for", async () => {
    const labels = { app: "orders" };
    const around = [
      ...(await contracts()),
      team(),
      rule,
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "orders", namespace: "shop", labels },
        spec: { selector: labels, ports: [{ name: "http", port: 80 }] },
      },
      {
        apiVersion: "apps/v1",
        kind: "StatefulSet",
        metadata: { name: "orders", namespace: "shop" },
        spec: { replicas: 1, template: { metadata: { labels }, spec: { containers: [{ name: "orders", image: "orders:1" }] } } },
      },
    ];
    const before = [...around, serviceScrape()];
    const review = reviewOf(changeOfManifests({ manifests: before }, { manifests: [...around, serviceScrape({ port: "https" })] }));
    expect(review.targets.map(({ change, url }) => `${change} ${url}`)).to.deep.equal(["lost http://orders-0.predicted:80/metrics"]);
    expect(review.headline).to.include("No pod restarts. Reloads without a restart: VMTeam shop/shop.");
    expect(explain(prepare(before), "VMServiceScrape/shop/orders")).to.include("VMTeam/shop/shop selects it:\n  spec.namespaces: ");
    const issues = unselectedObjects(prepare([...around, serviceScrape({}, {}, "bank")]).program);
    expect(issues.map(({ message }) => message)).to.deep.equal([
      "nothing selects it: VMTeam/shop/shop: spec.namespaces asks for kubernetes.io/metadata.name in (shop), and the namespace bank has kubernetes.io/metadata.name=bank",
    ]);
  });
});
