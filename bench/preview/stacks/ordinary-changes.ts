import { ruleGroups } from "../settings/rules";
import { serviceScrape } from "../settings/scrapes";
import type { AlertmanagerConfig, Endpoint, Receiver, Rule, RuleGroup, Settings, User } from "../settings/types";
import { writerOf } from "../settings/users";
import { at, find } from "./find";
import type { Change } from "./stack";

const endpoint = ({ serviceScrapes }: Settings, key: string, port = "http-metrics"): Endpoint =>
  find(at(serviceScrapes, key).endpoints, (one) => one.port === port);
const group = ({ rules }: Settings, key: string, topic: string): RuleGroup => find(at(rules, key), ({ name }) => name.endsWith(topic));
const rule = (settings: Settings, key: string, topic: string, alert: string): Rule =>
  find(group(settings, key, topic).rules, (one) => one.alert === alert);
const config = ({ alertmanagerConfigs }: Settings, team: string): AlertmanagerConfig => at(alertmanagerConfigs, `${team}/alerts`);
const receiver = (settings: Settings, team: string, name: string): Receiver =>
  find(config(settings, team).receivers, (one) => one.name === name);
const user = ({ users }: Settings, name: string): User => at(users, `monitoring/${name}`);
const jobs = (key: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${key}/${index}`);

/** Changes of the stack of ordinary size. */
export const ordinaryChanges: readonly Change<Settings>[] = [
  {
    name: "the interval of a job",
    edit: (settings) => {
      endpoint(settings, "search/query").interval = "10s";
    },
    shows: ["search/query/0"],
  },
  {
    name: "the value of a relabeling",
    edit: (settings) => {
      const { relabelConfigs = [] } = endpoint(settings, "payments/cards", "envoy-admin");
      find(relabelConfigs, ({ targetLabel }) => targetLabel === "proxy").replacement = "envoy-edge";
    },
    shows: ["payments/cards/2"],
  },
  {
    name: "a scrape object more",
    edit: ({ serviceScrapes }) => {
      serviceScrapes["payments/disputes"] = serviceScrape("payments", "disputes", 7);
    },
    shows: jobs("payments/disputes", 1),
  },
  {
    name: "a scrape object less",
    edit: ({ serviceScrapes }) => {
      delete serviceScrapes["shop/storefront"];
    },
    shows: jobs("shop/storefront", 1),
  },
  {
    name: "the name of a port",
    edit: (settings) => {
      endpoint(settings, "platform/mail").port = "metrics";
    },
    shows: ["platform/mail/0"],
  },
  {
    name: "a limit of samples",
    edit: ({ serviceScrapes }) => {
      at(serviceScrapes, "shop/vouchers").sampleLimit = 50_000;
    },
    shows: jobs("shop/vouchers", 1),
  },
  {
    name: "the scrape interval of the agent",
    edit: ({ agent }) => {
      agent.spec.scrapeInterval = "60s";
    },
  },
  {
    name: "an external label of the agent",
    edit: ({ agent }) => {
      agent.spec.externalLabels.region = "eu-west-1";
    },
  },
  {
    name: "a header of remote write",
    edit: ({ agent }) => {
      at(agent.spec.remoteWrite, 1).headers = ["X-Tenant: long-term"];
    },
  },
  {
    name: "an argument of the agent",
    edit: ({ agent }) => {
      agent.spec.extraArgs = { ...agent.spec.extraArgs, "promscrape.maxScrapeSize": "64MiB" };
    },
  },
  {
    name: "the version of the agent",
    edit: ({ agent }) => {
      agent.spec.image = { tag: "v1.150.0" };
    },
  },
  {
    name: "the threshold of an alert",
    edit: (settings) => {
      rule(settings, "shop/cart", "latency", "CartIsSlow").expr = "cart:http_request_seconds:p99 > 2";
    },
    shows: ["cart-latency"],
  },
  {
    name: "an annotation of an alert",
    edit: (settings) => {
      const { annotations = {} } = rule(settings, "payments/fraud", "availability", "FraudIsDown");
      annotations.summary = "An instance of fraud detection is down";
    },
    shows: ["fraud-availability"],
  },
  {
    name: "a rule more",
    edit: (settings) => {
      const { rules } = group(settings, "search/ranking", "latency");
      rules.splice(4, 0, {
        alert: "RankingModelIsOld",
        expr: "time() - ranking_model_trained_timestamp_seconds > 86400 * 14",
        for: "1h",
        labels: { severity: "warning", service: "ranking" },
        annotations: { summary: "The model of ranking is older than two weeks" },
      });
    },
    shows: ["ranking-latency"],
  },
  {
    name: "a rule less",
    edit: (settings) => {
      const { rules } = group(settings, "payments/ledger", "availability");
      rules.splice(rules.indexOf(rule(settings, "payments/ledger", "availability", "LedgerIsAbsent")), 1);
    },
    shows: ["ledger-availability"],
  },
  {
    name: "the interval of a group",
    edit: (settings) => {
      group(settings, "platform/gateway", "availability").interval = "1m";
    },
    shows: ["gateway-availability"],
  },
  {
    name: "a VMRule more",
    edit: ({ rules }) => {
      rules["search/indexer"] = ruleGroups("indexer")
        .slice(0, 1)
        .map((group) => ({ ...group, rules: group.rules.slice(-2) }));
    },
    shows: ["indexer-availability"],
  },
  {
    name: "the channel of a receiver",
    edit: (settings) => {
      at(receiver(settings, "search", "search-chat").slack_configs ?? [], 0).channel = "#search-incidents";
    },
    shows: ["search-chat"],
  },
  {
    name: "a matcher of a route",
    edit: (settings) => {
      const { routes = [] } = config(settings, "platform").route;
      find(routes, (route) => route.receiver === "platform-tickets").matchers = ['severity=~"warning|info"', 'service!~"platform-lab.*"'];
    },
    shows: ["platform-tickets"],
  },
  {
    name: "a receiver more",
    edit: (settings) => {
      config(settings, "security").receivers.push({
        name: "security-archive",
        webhook_configs: [{ url: "https://archive.example.com/alerts", send_resolved: true }],
      });
    },
    shows: ["security-archive"],
  },
  {
    name: "a label that an inhibition compares",
    edit: (settings) => {
      at(config(settings, "payments").inhibit_rules, 0).equal = ["namespace", "service", "region"];
    },
  },
  {
    name: "a path of a user",
    edit: (settings) => {
      at(user(settings, "analysts").targetRefs, 0).paths[2] = "/prometheus/api/v1/labels?/.*";
    },
    shows: ["analysts"],
  },
  {
    name: "a user more",
    edit: ({ users }) => {
      users["monitoring/contractors"] = writerOf("contractors", 5);
    },
    shows: ["contractors"],
  },
  {
    name: "the number of replicas",
    edit: ({ cluster }) => {
      cluster.spec.vmselect.replicaCount = 3;
    },
  },
  {
    name: "the retention",
    edit: ({ cluster }) => {
      cluster.spec.retentionPeriod = "180d";
    },
  },
  {
    name: "a request for processor time",
    edit: ({ alert }) => {
      alert.spec.resources.requests.cpu = "300m";
    },
  },
  {
    name: "the size of a volume",
    edit: ({ cluster }) => {
      cluster.spec.vmstorage.storage = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "400Gi" } } } } };
    },
  },
  {
    name: "a toleration",
    edit: ({ alertmanager }) => {
      alertmanager.spec.tolerations = [{ key: "example.com/monitoring", operator: "Exists", effect: "NoSchedule" }];
    },
  },
  {
    name: "a label of a component",
    edit: ({ auth }) => {
      auth.labels["example.com/component"] = "gateway";
    },
  },
];
