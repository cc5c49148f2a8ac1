import { expect } from "chai";
import { type DefaultsInput, defaultsWith } from "../../../provider/defaults";
import { deriveResource, program } from "../../../provider/derivation";
import type { Derivation } from "../../../provider/derived";
import { Values } from "../../../provider/values/values";
import type { Issue } from "../../../provider/world/issues";
import type { Manifest } from "../../../provider/world/objects";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const target = { url: "http://store/api/v1/write" };

interface Given {
  readonly objects?: readonly Manifest[];
  readonly defaults?: DefaultsInput;
  readonly arguments?: unknown;
}

interface Found {
  readonly derivation: Derivation;
  readonly issues: readonly Issue[];
}

/** The derivation of an agent `ns/main`, with readable values of Secrets. */
function derive(spec: object, { objects = [], defaults, arguments: args = {} }: Given = {}): Found {
  const values = new Values();
  const agent = { apiVersion, kind: "VMAgent", metadata: { name: "main", namespace: "ns" }, spec: { remoteWrite: [target], ...spec } };
  const options = { values, defaults: defaultsWith(defaults), arguments: new Map([["VMAgent/ns/main", args]]) };
  const prepared = program([agent, ...objects], options);
  const resource = prepared.resources.find(({ kind }) => kind === "VMAgent");
  if (!resource) return { derivation: { objects: [], configs: [], outputs: {} }, issues: prepared.issues };
  const { derivation, issues } = deriveResource(prepared, resource);
  return { derivation: revealed(derivation, values) as Derivation, issues: [...prepared.issues, ...issues] };
}

function revealed(data: unknown, values: Values): unknown {
  if (typeof data === "string") return values.evaluate(data);
  if (Array.isArray(data)) return data.map((item) => revealed(item, values));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, revealed(item, values)]));
}

// biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
type Any = any;

const manifests = ({ derivation }: Found): Any[] => derivation.objects.map(({ manifest }) => manifest);
const named = (found: Found, kind: string, name: string): Any =>
  manifests(found).find((object) => object.kind === kind && object.metadata.name === name);
const workload = (found: Found): Any => manifests(found).find(({ kind }) => ["Deployment", "StatefulSet", "DaemonSet"].includes(kind));

/** The arguments of a container that begin with one of some names. */
function flagsOf(found: Found, names: readonly string[], container = "vmagent", object = workload(found)): string[] {
  const { containers, initContainers = [] } = object.spec.template.spec;
  const { args } = [...initContainers, ...containers].find(({ name }: { name: string }) => name === container);
  return args.filter((argument: string) => names.some((name) => argument.replace(/^-*/, "").startsWith(name)));
}

const messages = ({ issues }: Found): string[] => issues.map(({ severity, path }) => `${severity} ${path}`);

const secret = (data: Record<string, string>): Manifest => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "s", namespace: "ns" },
  stringData: data,
});
const configMap = (data: Record<string, string>): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "c", namespace: "ns" },
  data,
});

describe("VMAgent's remote write", () => {
  it("quotes what would break the list of values, also of secrets, and only that", () => {
    const credentials = { client_id: { secret: { name: "s", key: "id" } }, token_url: "http://tokens" };
    const targets = [
      { url: "http://one/?match[]={a,b}", headers: ["X: 1,2", 'Y: "q"'], oauth2: { ...credentials, scopes: ["read", "write"] } },
      { url: "http://two/?q='", proxyURL: "http://proxy,other" },
    ];
    const found = derive({ remoteWrite: targets }, { objects: [secret({ id: 'the,"id"' })] });
    expect(flagsOf(found, ["remoteWrite.url", "remoteWrite.headers", "remoteWrite.proxyURL", "remoteWrite.oauth2"])).to.deep.equal([
      '-remoteWrite.headers="X: 1,2^^Y: \\"q\\"",',
      '-remoteWrite.oauth2.clientID="the,\\"id\\"",',
      "-remoteWrite.oauth2.scopes=read;write,",
      "-remoteWrite.oauth2.tokenUrl=http://tokens,",
      '-remoteWrite.proxyURL=,"http://proxy,other"',
      '-remoteWrite.url=http://one/?match[]={a,b},"http://two/?q=\'"',
    ]);
  });

  it("keeps what is said of targets where all say the default", () => {
    const found = derive({
      remoteWrite: [
        { ...target, queues: 0, maxDiskUsage: 1073741824 },
        { ...target, queues: 0 },
      ],
    });
    expect(flagsOf(found, ["remoteWrite.queues", "remoteWrite.maxDisk"])).to.deep.equal([
      "-remoteWrite.maxDiskUsagePerURL=1073741824,1073741824",
      "-remoteWrite.queues=0,0",
    ]);
  });

  it("separates labels that are dropped for a target so that they stay with it", () => {
    const dropInputLabels = ["a", "b"];
    const found = derive({
      streamAggrConfig: { dropInputLabels },
      remoteWrite: [{ ...target, streamAggrConfig: { dropInputLabels } }, target],
    });
    expect(flagsOf(found, ["streamAggr", "remoteWrite.streamAggr"])).to.deep.equal([
      "-remoteWrite.streamAggr.dropInputLabels=a^^b,",
      "-streamAggr.dropInputLabels=a,b",
    ]);
  });

  it("divides the claim among the targets, whether its size is known or not", () => {
    const storage = (size: string) => ({
      statefulMode: true,
      statefulStorage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: size } } } } },
      remoteWrite: [target, target, target],
    });
    expect(flagsOf(derive(storage("1Gi")), ["remoteWrite.maxDisk"])).to.deep.equal(["-remoteWrite.maxDiskUsagePerURL=357913941"]);
    const values = new Values();
    expect(values.evaluate(values.apply("partOfSize", values.add({ path: "p", secret: true, known: { value: "20Gi" } }), "3"))).to.equal(
      "7158278826",
    );
  });

  it("refuses a credential that is given twice", () => {
    const key = { name: "s", key: "k" };
    const both = {
      ...target,
      basicAuth: { password: key, password_file: "/f" },
      oauth2: { client_id: {}, token_url: "http://t", client_secret: key, client_secret_file: "/f" },
    };
    expect(messages(derive({ remoteWrite: [both] }, { objects: [secret({ k: "x" })] }))).to.deep.equal([
      "error spec.remoteWrite[0].basicAuth",
      "error spec.remoteWrite[0].oauth2",
    ]);
  });
});

describe("VMAgent's targets", () => {
  const key = { name: "s", key: "k" };
  const reported = (remoteWrite: object[], more: object = {}): string[] =>
    messages(derive({ remoteWrite, ...more }, { objects: [secret({ k: "x" }), configMap({ k: "x" })] }));

  it("are refused where vmagent does not start with them", () => {
    const targets = [
      { url: "store" },
      { url: "ftp://store" },
      { url: "http://store/%SHARD_NUM%" },
      { ...target, headers: ["Name: value", "Name"] },
      { ...target, proxyURL: "proxy:3128" },
    ];
    expect(reported(targets)).to.deep.equal([
      "error spec.remoteWrite[0].url",
      "error spec.remoteWrite[1].url",
      "error spec.remoteWrite[2].url",
      "error spec.remoteWrite[3].headers[1]",
      "error spec.remoteWrite[4].proxyURL",
    ]);
  });

  it("may be message queues, hold the number of a shard, or variables of the container", () => {
    const targets = [{ url: "kafka://broker:9092/?topic=a" }, { url: "http://store/%SHARD_NUM%" }, { url: "%{STORE}" }];
    expect(reported(targets, { shardCount: 1 })).to.deep.equal([]);
  });

  it("get warnings of settings that have no effect, and of credentials that vmagent does not take together", () => {
    const targets = [
      { ...target, tlsConfig: { ca: { configMap: { name: "c", key: "k" } }, caFile: "/ca" } },
      { ...target, bearerTokenSecret: key, basicAuth: { username: key } },
      { ...target, bearerTokenSecret: key, basicAuth: { username: { name: "", key: "k" } } },
      { ...target, oauth2: { client_id: { secret: key }, token_url: "http://t", endpoint_params: { a: "b" } } },
      { ...target, oauth2: { client_id: {}, token_url: "http://t", client_secret: key } },
    ];
    expect(reported(targets)).to.deep.equal([
      "warning spec.remoteWrite[0].tlsConfig.ca",
      "warning spec.remoteWrite[1].bearerTokenSecret",
      "warning spec.remoteWrite[3].oauth2.endpoint_params",
      "warning spec.remoteWrite[3].oauth2",
      "warning spec.remoteWrite[4].oauth2.client_id",
      "warning spec.remoteWrite[2].basicAuth.username",
    ]);
  });

  it("are named with the keys that there are where one is missing, and with bytes that are no text", () => {
    const binary = { ...secret({}), stringData: undefined, data: { der: "//79", text: "YQ==" } };
    const withKey = (name: string) => ({ ...target, bearerTokenSecret: { name: "s", key: name } });
    const { issues } = derive({ remoteWrite: [withKey("der"), withKey("text"), withKey("constructor")] }, { objects: [binary] });
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
      'spec.remoteWrite[0].bearerTokenSecret: Secret ns/s has bytes under "der" that are not UTF-8 text: store text there',
      'spec.remoteWrite[2].bearerTokenSecret: Secret ns/s has no key "constructor": expected one of "der", "text"',
    ]);
  });
});

describe("VMAgent's Secrets", () => {
  it("that become volumes need a name", () => {
    const spec = { license: { keyRef: { key: "license" } }, configReloadAuthKeySecret: { name: "", key: "key" } };
    expect(messages(derive(spec)).filter((message) => message.endsWith(".name"))).to.deep.equal([
      "error spec.license.keyRef.name",
      "error spec.configReloadAuthKeySecret.name",
    ]);
  });
});

describe("VMAgent's modes", () => {
  it("warn of fields that they make nothing of", () => {
    expect(messages(derive({ statefulStorage: {}, claimTemplates: [] }))).to.deep.equal([
      "warning spec.statefulStorage",
      "warning spec.claimTemplates",
    ]);
    expect(messages(derive({ daemonSetMode: true, shardCount: 2, updateStrategy: "Recreate" }))).to.deep.equal([
      "warning spec.updateStrategy",
      "warning spec.shardCount",
    ]);
    expect(messages(derive({ replicaCount: 2, shardCount: 0, rollingUpdate: {} }))).to.deep.equal([]);
  });
});

describe("VMAgent that only takes in", () => {
  const withAuthority = { ingestOnlyMode: true, remoteWrite: [{ ...target, tlsConfig: { ca: { configMap: { name: "c", key: "ca" } } } }] };

  it("stores and mounts the files of TLS that its flags name", () => {
    const found = derive(withAuthority, { objects: [configMap({ ca: "CA" })] });
    expect(flagsOf(found, ["remoteWrite.tlsCAFile"])).to.deep.equal(["-remoteWrite.tlsCAFile=/etc/vmagent-tls/certs/ns_configmap_c_ca"]);
    expect(named(found, "Secret", "tls-assets-vmagent-main").data).to.deep.equal({
      ns_configmap_c_ca: Buffer.from("CA").toString("base64"),
    });
    expect(workload(found).spec.template.spec.containers[0].volumeMounts).to.deep.include({
      name: "tls-assets",
      mountPath: "/etc/vmagent-tls/certs",
      readOnly: true,
    });
    expect(workload(found).spec.template.spec.volumes).to.deep.include({
      name: "tls-assets",
      secret: { secretName: "tls-assets-vmagent-main" },
    });
    expect(manifests(found).map(({ kind }) => kind)).not.to.include.members(["Role", "ClusterRole"]);
  });

  it("may be scaled without a warning, and gives its replicas to the autoscaler", () => {
    const scaled = derive({ ingestOnlyMode: true, hpa: { maxReplicas: 3 } });
    expect(messages(scaled)).to.deep.equal([]);
    expect(scaled.derivation.objects.find(({ role }) => role === "deployment")?.ignoreChanges).to.deep.equal(["spec.replicas"]);
    expect(messages(derive({ hpa: { maxReplicas: 3 } }))).to.deep.equal(["warning spec.hpa"]);
  });
});

describe("VMAgent's shards", () => {
  const sharded = {
    shardCount: 2,
    podDisruptionBudget: { maxUnavailable: 1, selectorLabels: { team: "a" } },
    hpa: { maxReplicas: 3 },
    vpa: { updatePolicy: { updateMode: "Off" }, resourcePolicy: { containerPolicies: [{ containerName: "*" }] } },
  };

  it("have budgets and autoscalers of their own", () => {
    const found = derive(sharded);
    for (const number of ["0", "1"]) {
      const name = `vmagent-main-${number}`;
      expect(named(found, "PodDisruptionBudget", name).spec.selector.matchLabels).to.deep.equal({ team: "a", "shard-num": number });
      expect(named(found, "HorizontalPodAutoscaler", `main-${number}`).spec.scaleTargetRef).to.deep.equal({
        apiVersion: "apps/v1",
        kind: "Deployment",
        name,
      });
      expect(named(found, "VerticalPodAutoscaler", `main-${number}`).spec.targetRef).to.deep.equal({
        apiVersion: "apps/v1",
        kind: "Deployment",
        name,
      });
    }
    const roles = found.derivation.objects.map(({ role }) => role);
    expect(new Set(roles).size).to.equal(roles.length);
  });

  it("replace %SHARD_NUM% anywhere in their workloads, in secret values too", () => {
    const values = new Values();
    const hidden = values.add({ path: "spec.extraEnvs[0].value", secret: true, known: { value: "id-%SHARD_NUM%" } });
    const agent = {
      apiVersion,
      kind: "VMAgent",
      metadata: { name: "main", namespace: "ns" },
      spec: {
        remoteWrite: [target],
        shardCount: 2,
        nodeSelector: { "pool-%SHARD_NUM%": "yes" },
        extraEnvs: [{ name: "ID", value: hidden }],
        extraArgs: { "remoteWrite.label": "shard=%SHARD_NUM%" },
      },
    };
    const prepared = program([agent], { values, defaults: defaultsWith() });
    const { derivation } = deriveResource(prepared, prepared.resources[0] as never);
    const second: Any = derivation.objects.find(({ role }) => role === "deployment-1")?.manifest;
    const { spec } = second.spec.template;
    expect(spec.nodeSelector).to.deep.equal({ "pool-1": "yes" });
    expect(spec.containers[0].args).to.include("-remoteWrite.label=shard=1");
    expect(values.mask(spec.containers[0].env[0].value)).to.equal("[secret]");
    expect(values.evaluate(spec.containers[0].env[0].value)).to.equal("id-1");
  });
});

describe("VMAgent's rollout", () => {
  it("takes an empty behaviour for none", () => {
    expect(messages(derive({ statefulMode: true, statefulRollingUpdateStrategyBehavior: {} }))).to.deep.equal([]);
  });

  it("refuses a number of pods in quotes, and shares outside of 1% to 100%", () => {
    for (const maxUnavailable of ["5", "0%", "101%", 0]) {
      expect(messages(derive({ statefulMode: true, statefulRollingUpdateStrategyBehavior: { maxUnavailable } }))).to.include(
        "error spec.statefulRollingUpdateStrategyBehavior.maxUnavailable",
      );
    }
  });

  it("passes maxUnavailable on, and warns of manual restarts", () => {
    const surge = derive({ statefulMode: true, statefulRollingUpdateStrategyBehavior: { maxUnavailable: "50%" } });
    expect(workload(surge).spec.updateStrategy).to.deep.equal({
      type: "RollingUpdate",
      rollingUpdate: { partition: 0, maxUnavailable: "50%" },
    });
    expect(messages(surge)).to.deep.equal(["warning spec.statefulRollingUpdateStrategyBehavior.maxUnavailable"]);
    const byHand = derive({ statefulMode: true, statefulRollingUpdateStrategy: "OnDelete" });
    expect(workload(byHand).spec.updateStrategy).to.deep.equal({ type: "OnDelete" });
    expect(messages(byHand)).to.deep.equal(["warning spec.statefulRollingUpdateStrategy"]);
  });
});

describe("VMAgent's config-reloader", () => {
  const scrape = {
    apiVersion,
    kind: "VMServiceScrape",
    metadata: { name: "web", namespace: "ns" },
    spec: { endpoints: ["a", "b", "c", "d"].map((port) => ({ port })) },
  };
  const watching = {
    selectAllByDefault: true,
    disableSelfServiceScrape: true,
    inlineRelabelConfig: [{ action: "labeldrop", regex: "x" }],
    configMaps: ["b", "A.a"],
  };

  for (const more of [{}, { configReloaderExtraArgs: { "watched-dir": "/mine" } }]) {
    it(`gets a target for each folder as soon as one is unpacked, with ${JSON.stringify(more)}`, () => {
      const found = derive({ ...watching, ...more }, { objects: [scrape], defaults: { configDataBudgetBytes: 350 } });
      expect(named(found, "Secret", "vmagent-main-sc-1")).to.be.an("object");
      for (const container of ["config-reloader", "config-init"]) {
        const watched = flagsOf(found, ["watched-dir"], container);
        const targets = flagsOf(found, ["target-dir"], container);
        expect(watched.length).to.be.greaterThan(0);
        expect(targets.length).to.equal(watched.length);
        const last = (list: string[]) => list.map((argument) => argument.split("/").at(-1));
        expect(last(targets)).to.deep.equal(last(watched));
      }
    });
  }

  it("says where it listens if that is not its own port", () => {
    const found = derive({}, { defaults: { configReloader: { port: "9000" } } });
    expect(flagsOf(found, ["http.listenAddr"], "config-reloader")).to.deep.equal(["--http.listenAddr=:9000"]);
    expect(flagsOf(derive({}), ["http.listenAddr"], "config-reloader")).to.deep.equal([]);
  });
});

describe("VMAgent's arguments", () => {
  it("leaves the Secret with the configuration to the user", () => {
    const password = { name: "s", key: "k" };
    const found = derive(
      { remoteWrite: [{ ...target, basicAuth: { password } }] },
      { objects: [secret({ k: "pass" })], arguments: { userManagedConfig: true } },
    );
    expect(named(found, "Secret", "vmagent-main")).to.equal(undefined);
    expect(flagsOf(found, ["config-secret-name"], "config-init")).to.deep.equal(["--config-secret-name=ns/vmagent-main"]);
    expect(flagsOf(found, ["remoteWrite.basicAuth.passwordFile"])).to.deep.equal([
      "-remoteWrite.basicAuth.passwordFile=/etc/vmagent-tls/certs/ns_s_k",
    ]);
    expect(Object.keys(named(found, "Secret", "tls-assets-vmagent-main").data)).to.deep.equal(["ns_s_k"]);
    expect(found.derivation.configs).to.deep.equal([]);
  });

  it("refuses whatever would be part of a generated configuration beside it", () => {
    const podScrape = { apiVersion, kind: "VMServiceScrape", metadata: { name: "web", namespace: "ns" }, spec: { endpoints: [] } };
    const found = derive(
      { selectAllByDefault: true, externalLabels: {} },
      { objects: [podScrape], arguments: { userManagedConfig: true } },
    );
    expect(messages(found)).to.have.members(["error spec.selectAllByDefault", "error spec.externalLabels", "error selectFrom"]);
  });

  it("grants no more than what is needed", () => {
    const found = derive({}, { arguments: { leastPrivilege: true } });
    const name = "monitoring:ns:vmagent-main";
    expect(named(found, "Role", name).rules.map(({ resources }: Any) => resources)).to.deep.equal([["secrets"]]);
    expect(named(found, "ClusterRole", name).rules.flatMap(({ apiGroups = [] }: Any) => apiGroups)).not.to.include("route.openshift.io");
    const confined = derive({}, { arguments: { leastPrivilege: true }, defaults: { watchNamespaces: ["ns", "other"] } });
    expect(
      manifests(confined)
        .filter(({ kind }) => kind === "Role")
        .map(({ metadata }) => metadata.namespace),
    ).to.deep.equal(["ns", "other"]);
  });

  it("tells the permissions that a foreign account needs", () => {
    const found = derive({ serviceAccountName: "theirs" });
    const needed = found.derivation.outputs.requiredRbac as readonly Any[];
    expect(needed.map(({ kind }) => kind)).to.deep.equal(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
    expect(needed[3].subjects).to.deep.equal([{ kind: "ServiceAccount", name: "theirs", namespace: "ns" }]);
    expect(messages(found)).to.deep.equal(["warning spec.serviceAccountName"]);
    expect(derive({}).derivation.outputs.requiredRbac).to.deep.equal([]);
  });

  it("names an argument that it does not know", () => {
    expect(messages(derive({}, { arguments: { leastPrivileges: true } }))).to.deep.equal(["error leastPrivileges"]);
  });
});

describe("VMAgent's listeners", () => {
  it("are replaced by extraArgs of the same name, whatever their dashes", () => {
    const found = derive({ insertPorts: { influxPort: "8189" }, extraArgs: { influxListenAddr: ":9999" } });
    expect(flagsOf(found, ["influxListenAddr"])).to.deep.equal(["-influxListenAddr=:9999"]);
  });

  it("need a number for a port", () => {
    expect(messages(derive({ port: "http" }))).to.deep.equal(["error spec.port"]);
  });
});

describe("VMAgent under operator-wide settings", () => {
  const sleep = (defaults: DefaultsInput, spec: object = {}): unknown =>
    workload(derive(spec, { defaults })).spec.template.spec.containers[0].lifecycle?.preStop.sleep.seconds;

  it("pauses before it stops only where the cluster can and there is time", () => {
    expect(sleep({})).to.equal(15);
    expect(sleep({ kubernetesVersion: "1.29" })).to.equal(undefined);
    expect(sleep({ enableDefaultPreStopHook: false })).to.equal(undefined);
    expect(sleep({ vmagent: { terminationGracePeriodSeconds: 15 } })).to.equal(undefined);
    expect(sleep({ enableDefaultPreStopHook: false }, { preStopSleepSeconds: 3 })).to.equal(3);
  });

  it("takes images, ports, resources and addresses from them", () => {
    const defaults: DefaultsInput = {
      containerRegistry: "registry.local",
      metricsVersion: "v1.2.3",
      enableTCP6: true,
      vmagent: { port: "9000", requests: { cpu: "1" } },
      configReloader: { image: "own/reloader", version: "v9", limits: { memory: "64Mi" } },
    };
    const [agent, reloader] = workload(derive({}, { defaults })).spec.template.spec.containers;
    expect(agent.image).to.equal("registry.local/victoriametrics/vmagent:v1.2.3");
    expect(agent.args).to.include.members(["-enableTCP6", "-httpListenAddr=:9000"]);
    expect(agent.resources.requests.cpu).to.equal("1");
    expect(reloader.image).to.equal("registry.local/own/reloader:v9");
    expect(reloader.args).to.include.members(["--enableTCP6", "--reload-url=http://localhost:9000/-/reload"]);
    expect(reloader.resources.limits).to.deep.equal({ memory: "64Mi" });
  });

  it("takes an empty loopback address for none", () => {
    const found = derive({}, { defaults: { loopback: "" } });
    expect(flagsOf(found, ["reload-url"], "config-reloader")).to.deep.equal(["--reload-url=http://127.0.0.1:8429/-/reload"]);
  });

  it("leaves ids to OpenShift and trusts its certificate authority", () => {
    const { spec } = workload(derive({ useStrictSecurity: true }, { defaults: { openShift: true } })).spec.template;
    expect(spec.securityContext).to.deep.equal({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(spec.containers[0].volumeMounts.at(-1).mountPath).to.equal("/etc/ssl/certs/openshift-service-ca");
  });

  it("has permissions in watched namespaces only", () => {
    const found = derive({}, { defaults: { watchNamespaces: ["ns", "shop"] } });
    const roles = manifests(found).filter(({ kind }) => /Role$/.test(kind));
    expect(roles.map(({ kind, metadata }) => [kind, metadata.namespace])).to.deep.equal([
      ["Role", "ns"],
      ["Role", "shop"],
    ]);
    expect(roles.map(({ rules }) => rules.some(({ resources }: Any) => resources.includes("secrets")))).to.deep.equal([true, false]);
  });
});
