import { expect } from "chai";
import { type Conversions, convert } from "../../../provider";
import { convertObjects } from "../../../provider/convert/convert-objects";
import { defaultsWith } from "../../../provider/defaults";
import { kindsTable } from "../../../provider/kinds";
import { render } from "../../../provider/render";
import { Values } from "../../../provider/values/values";

const metadata = { name: "shop", namespace: "shop" };
const v1 = "monitoring.coreos.com/v1";
const v1alpha1 = "monitoring.coreos.com/v1alpha1";

const converted = (kind: string, spec: unknown, apiVersion = v1): Conversions => convert([{ apiVersion, kind, metadata, spec }]);

/** The result's spec, and what is said about it. */
function specOf(...input: Parameters<typeof converted>): [spec: unknown, issues: string[]] {
  const { converted: resources, issues } = converted(...input);
  return [resources[0]?.spec, issues.map(({ severity, object, path }) => `${severity}: ${object} ${path}`)];
}

describe("conversion", () => {
  it("moves files of Prometheus's folders, lowers schemes and tells of lost fields", () => {
    const endpoint = {
      scheme: "HTTPS",
      bearerTokenFile: "/etc/prometheus/secrets/a/b",
      enableHttp2: true,
      bearerTokenSecret: { name: "", key: "" },
    };
    const tlsConfig = { caFile: "/etc/prometheus/configmaps/ca", keyFile: "/x/etc/prometheus/secrets/k", minVersion: "TLS12" };
    expect(specOf("ServiceMonitor", { selector: {}, sampleLimit: 0, endpoints: [{ ...endpoint, tlsConfig }, {}] })).to.deep.equal([
      {
        selector: {},
        endpoints: [
          {
            scheme: "https",
            bearerTokenFile: "/etc/vm/secrets/a/b",
            tlsConfig: { caFile: "/etc/vm/configs/ca", keyFile: "/x/etc/prometheus/secrets/k" },
          },
          {},
        ],
      },
      [
        "warning: ServiceMonitor/shop/shop spec.endpoints[0].enableHttp2",
        "warning: ServiceMonitor/shop/shop spec.endpoints[0].tlsConfig.minVersion",
      ],
    ]);
  });

  it("leaves out relabeling rules that cannot work, in any spelling, and keeps empty texts that mean something", () => {
    const relabelings = [
      { action: "Keep" },
      { action: "drop", sourceLabels: [] },
      { targetLabel: "a", replacement: "", separator: "", regex: "", modulus: 0 },
    ];
    const [spec] = specOf("PodMonitor", {
      selector: {},
      podMetricsEndpoints: [{ relabelings, metricRelabelings: [{ action: "hashmod" }] }],
    });
    const rules = { relabelConfigs: [{ targetLabel: "a", replacement: "", separator: "" }], metricRelabelConfigs: [] };
    expect(spec).to.deep.equal({ selector: {}, podMetricsEndpoints: [rules] });
  });

  it("puts the parts of a prober and both kinds of targets in their places", () => {
    const prober = { url: "blackbox:9115", scheme: "HTTP", proxyUrl: "http://proxy" };
    const targets = { staticConfig: { static: ["a"] }, ingress: { selector: { matchLabels: { a: "b" } } } };
    expect(specOf("Probe", { prober, targets, params: [{ name: "debug", values: ["true"] }, { name: "a" }] })[0]).to.deep.equal({
      vmProberSpec: { url: "blackbox:9115", scheme: "http" },
      proxyURL: "http://proxy",
      params: { debug: ["true"], a: [] },
      targets: { static: { targets: ["a"] }, kubernetes: [{ role: "ingress", selector: { matchLabels: { a: "b" } } }] },
    });
  });

  it("turns numbers into expressions, and an offset of queries into a delay", () => {
    const groups = [{ name: "g", query_offset: "1m", interval: "", limit: 0, rules: [{ record: "one", expr: 1 }] }];
    expect(specOf("PrometheusRule", { groups })[0]).to.deep.equal({
      groups: [{ name: "g", eval_delay: "1m", rules: [{ record: "one", expr: "1" }] }],
    });
    expect(specOf("PrometheusRule", {})[0]).to.deep.equal({ groups: [] });
  });

  it("keeps what the scraper can discover, with OAuth, and names discoveries that are lost", () => {
    const oauth2 = { clientId: { secret: { name: "o", key: "id" } }, clientSecret: { name: "o", key: "secret" }, tokenUrl: "http://sso" };
    const consulSDConfigs = [{ server: "consul:8500", scheme: "https" }];
    const kubernetesSDConfigs = [{ role: "EndpointSlice", attachMetadata: { node: true }, selectors: [{ role: "Pod", label: "a=b" }] }];
    const [spec, issues] = specOf(
      "ScrapeConfig",
      { oauth2, kubernetesSDConfigs, linodeSDConfigs: [{}], consulSDConfigs, enableCompression: true },
      v1alpha1,
    );
    expect(spec).to.deep.equal({
      oauth2: { client_id: oauth2.clientId, client_secret: oauth2.clientSecret, token_url: "http://sso" },
      kubernetesSDConfigs: [{ role: "endpointslice", attach_metadata: { node: true }, selectors: [{ role: "pod", label: "a=b" }] }],
      consulSDConfigs,
      vm_scrape_params: { disable_compression: false },
    });
    expect(issues).to.deep.equal(["warning: ScrapeConfig/shop/shop spec.linodeSDConfigs"]);
  });

  it("writes matchers as text: a regular expression only where one is asked for", () => {
    const matchers = [
      { name: "path", value: 'C:\\"x"\ty\n', matchType: "!=" },
      { name: "team", value: "db" },
      { name: "job", value: "a|b", regex: true },
      { name: "gone", value: "" },
    ];
    const [spec] = specOf("AlertmanagerConfig", { route: { receiver: "r", matchers } }, v1alpha1);
    const texts = ['path!="C:\\\\\\"x\\"\ty\\n"', 'team="db"', 'job=~"a|b"', 'gone=""'];
    expect(spec).to.deep.equal({ route: { receiver: "r", matchers: texts } });
  });

  it("names broken fields of the source, and then converts nothing", () => {
    const receivers = [{ name: "r", discordConfigs: [{}] }, "r"];
    expect(specOf("AlertmanagerConfig", { receivers, route: { receiver: "r", routes: ["r"] } }, v1alpha1)).to.deep.equal([
      undefined,
      [
        "error: AlertmanagerConfig/shop/shop spec.route.routes[0]",
        "error: AlertmanagerConfig/shop/shop spec.receivers[0].discordConfigs[0].apiURL",
        "error: AlertmanagerConfig/shop/shop spec.receivers[1]",
      ],
    ]);
    expect(specOf("AlertmanagerConfig", {}, "monitoring.coreos.com/v1beta1")).to.deep.equal([
      undefined,
      ["warning: AlertmanagerConfig/shop/shop apiVersion"],
    ]);
  });

  it("follows the settings of kinds, labels and annotations", () => {
    const labels = { "app.kubernetes.io/name": "shop", team: "shop" };
    const rule = { apiVersion: v1, kind: "PrometheusRule", metadata: { ...metadata, labels, annotations: { a: "b" } }, spec: {} };
    const probe = { apiVersion: v1, kind: "Probe", metadata };
    const { converted: resources } = convert([rule, probe], {
      enabledPrometheusConverter: { probe: false },
      filterPrometheusConverterLabelPrefixes: ["app.kube"],
      filterPrometheusConverterAnnotationPrefixes: ["a"],
    });
    expect(resources.map((resource) => resource.metadata)).to.deep.equal([{ ...metadata, labels: { team: "shop" } }]);
  });

  it("does not overwrite a custom resource of the same name", () => {
    const rule = { apiVersion: v1, kind: "PrometheusRule", metadata };
    const native = { apiVersion: "operator.victoriametrics.com/v1beta1", kind: "VMRule", metadata };
    const { converted: resources, issues } = convert([native, rule]);
    expect(resources).to.deep.equal([]);
    expect(issues.map(({ object, severity }) => [object, severity])).to.deep.equal([["VMRule/shop/shop", "error"]]);
    const annotations = { "operator.victoriametrics.com/ignore-prometheus-updates": "enabled" };
    expect(convert([{ ...native, metadata: { ...metadata, annotations } }, rule]).issues).to.deep.equal([]);
  });

  it("passes values that are not known yet", () => {
    const values = new Values();
    const unknown = values.add({ path: "x", secret: false });
    for (const [kind, { source }] of kindsTable.sources) {
      const { apiVersion } = source;
      const { converted: resources } = convertObjects(
        [{ apiVersion, kind, metadata, spec: unknown }],
        kindsTable.sources,
        values,
        defaultsWith(),
      );
      expect(resources[0]?.spec, kind).to.equal(unknown);
    }
  });
});

describe("issues of converted objects", () => {
  const made = async (kind: string, spec: unknown, apiVersion = v1): Promise<string[]> => {
    const pager = {
      apiVersion: "operator.victoriametrics.com/v1beta1",
      kind: "VMAlertmanager",
      metadata,
      spec: { selectAllByDefault: true },
    };
    const { issues } = await render([{ apiVersion, kind, metadata, spec }, pager], { onInvalid: "skip" });
    return issues.filter(({ severity }) => severity === "error").map(({ object, original = object, path }) => `${original} ${path}`);
  };

  it("are those of the object that the user wrote, at its places", async () => {
    expect(await made("Probe", { targets: {} })).to.deep.equal(["Probe/shop/shop spec.prober"]);
    const endpoints = [{}, { port: "a", metricRelabelings: [{ action: "drop" }, { action: 5, sourceLabels: ["a"] }] }];
    expect(await made("ServiceMonitor", { selector: {}, endpoints })).to.deep.equal([
      "ServiceMonitor/shop/shop spec.endpoints[1].metricRelabelings[1].action",
    ]);
    expect(
      await made("PrometheusRule", { groups: [{ name: "a", rules: [{ alert: "A", expr: "sum(" }], query_offset: "x" }] }),
    ).to.have.members(["PrometheusRule/shop/shop spec.groups[0].rules[0].expr", "PrometheusRule/shop/shop spec.groups[0].query_offset"]);
    const times = [{ weekdays: ["monday"] }, { weekdays: ["friday:monday"], daysOfMonth: [{ start: 40 }] }];
    const config = { route: { receiver: "r" }, receivers: [{ name: "r" }], muteTimeIntervals: [{ name: "quiet", timeIntervals: times }] };
    expect(await made("AlertmanagerConfig", config, v1alpha1)).to.have.members([
      "AlertmanagerConfig/shop/shop spec.muteTimeIntervals[0].timeIntervals[1].weekdays[0]",
      "AlertmanagerConfig/shop/shop spec.muteTimeIntervals[0].timeIntervals[1].daysOfMonth[0]",
    ]);
  });
});
