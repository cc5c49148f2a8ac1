import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { explainAlert } from "../../../provider/inspect/explain-alert";
import { explainRequest } from "../../../provider/inspect/explain-request";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";

const given = (text: string) => prepare(readYaml(text, "a.yaml"));
const golden = (name: string) => given(readFileSync(join(__dirname, "../../golden/input", `${name}.yaml`), "utf8"));

describe("the way of an alert", () => {
  const alertmanager = (configuration: string) =>
    given(`
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlertmanager
metadata: { name: main, namespace: m }
spec:
  configRawYaml: |
${configuration.replaceAll(/^/gm, "    ")}
`);
  const routes = alertmanager(`route:
  receiver: all
  group_by: [alertname]
  routes:
  - matchers: [team="shop", severity="critical"]
    receiver: page
    group_wait: 10s
    continue: true
    mute_time_intervals: [night]
  - matchers: [team="shop"]
    receiver: chat
  - receiver: rest
inhibit_rules:
- source_matchers: [severity="critical"]
  target_matchers: [severity="warning"]
  equal: [job]
receivers:
- name: all
- name: rest
- name: page
  pagerduty_configs: [{routing_key: k}]
- name: chat
  webhook_configs: [{url: "http://a"}, {url: "http://b"}]
time_intervals:
- name: night
  time_intervals: [{weekdays: [monday]}]
`);

  it("names each route with its outcome, and every receiver with its settings", () => {
    expect(explainAlert(routes, "VMAlertmanager/main", 'team="shop",severity="critical"').split("\n")).to.deep.equal([
      'VMAlertmanager/m/main routes an alert with team="shop", severity="critical":',
      "  route: all alerts: matches",
      '    route.routes[0]: team="shop", severity="critical": matches, and sends to page',
      '    route.routes[1]: team="shop": matches, and sends to chat',
      "    route.routes[2]: all alerts: is not asked, because a route before it took the alert and does not continue",
      "",
      "  It is sent to:",
      "    - page, by route.routes[0]",
      "      notifies by pagerduty",
      "      grouped by alertname",
      "      first after 10s, with further alerts after 5m, again after 4h",
      "      not during night",
      "    - chat, by route.routes[1]",
      "      notifies by webhook (2)",
      "      grouped by alertname",
      "      first after 30s, with further alerts after 5m, again after 4h",
      "",
    ]);
  });

  it("says which condition a route fails by, which receiver sends no notifications, and which alerts inhibit it", () => {
    const text = explainAlert(routes, "VMAlertmanager/main", 'severity="warning"');
    expect(text).to.include('route.routes[0]: team="shop", severity="critical": does not match, because of team="shop"');
    expect(text).to.include("- rest, by route.routes[2]\n      sends no notifications: it has no integrations");
    expect(text).to.include('It is inhibited while there is an alert with:\n    - severity="critical", with the same job');
  });

  it("knows the custom resources that routes and receivers come from", () => {
    const text = explainAlert(golden("an-alertmanager-for-two-teams-and-a-third-that-is-wrong"), "VMAlertmanager/main", "namespace=shop");
    expect(text).to.include("(VMAlertmanagerConfig/bank/alerts)");
    expect(text).to.include("    from VMAlertmanagerConfig/shop/alerts");
  });

  it("refuses what is no alert, and objects of other kinds", () => {
    expect(() => explainAlert(routes, "VMAlertmanager/main", "team=~shop")).to.throw(
      "--alert gives team a condition (=~), but an alert has values",
    );
    expect(() => explainAlert(routes, "VMAlertmanager/main", "team")).to.throw("--alert is not a matcher");
    expect(() => explainAlert(golden("a-single-node-with-nothing-set"), "VMSingle/main", "a=b")).to.throw(
      "--alert is for a VMAlertmanager",
    );
  });
});

describe("the way of a request", () => {
  const gateway = golden("a-gateway-with-a-reader-a-writer-and-an-ingress");

  it("names the routes that were asked and the backend, with its headers", () => {
    expect(explainRequest(gateway, "VMAuth/gate", "writer /api/v1/write").split("\n")).to.deep.equal([
      "VMAuth/monitoring/gate gets /api/v1/write from writer:",
      "  as VMUser/shop/writer",
      "  url_map[0]: path /api/v1/write: matches",
      "  It goes to http://vmsingle-main.monitoring.svc:8428/api/v1/write",
      "  with the headers:",
      "    - X-Scope: shop",
      "",
    ]);
  });

  it("says why a request is refused", () => {
    expect(explainRequest(gateway, "VMAuth/gate", "reader /x")).to.include("It is refused (400): no route of the user takes it.");
    expect(explainRequest(gateway, "VMAuth/gate", "/x")).to.include("It is refused (401): no route of unauthorized_user takes it.");
    expect(() => explainRequest(gateway, "VMAuth/gate", "nobody /x")).to.throw("has no user nobody: expected one of VMUser/shop/reader");
  });

  it("says when vmauth answers by itself", () => {
    expect(explainRequest(gateway, "VMAuth/gate", "reader /metrics")).to.include("vmauth answers it itself");
  });

  it("refuses what is no request", () => {
    expect(() => explainRequest(gateway, "VMAuth/gate", "reader")).to.throw("expected a user and a path");
    expect(() => explainRequest(gateway, "VMAuth/gate", "/x", ["X-Team"])).to.throw("--header: expected a name, a colon and a value");
  });
});
