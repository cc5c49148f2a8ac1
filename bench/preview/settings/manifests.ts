import { addresses, alertmanagerConfig } from "./alertmanager";
import { ruleGroups } from "./rules";
import { podScrape, serviceScrape, staticScrape } from "./scrapes";
import type { ByKey, Settings } from "./types";
import { readerOf, writerOf } from "./users";
import { workloads } from "./workloads";

const services = ["api", "worker", "cache", "events", "export", "import", "portal", "reports", "rates", "sync", "audit", "mails", "lookup"];
/** The applications of each team that are scraped by their Services. */
const applicationsOf: Readonly<Record<string, readonly string[]>> = {
  orders: services,
  delivery: services,
  returns: services,
  partners: ["api"],
};
const teams = Object.keys(applicationsOf);
const receiving = [...teams, "network", "storage", "compliance", "helpdesk"];
const machines = ["hypervisor", "switch", "backup", "printer"];
const readers = ["wallboard", "capacity", "finance", "support", "research"];
const writers = ["terminals", "vehicles", "sensors", "kiosks"];

const byKey = <Item, Spec>(items: readonly Item[], entry: (item: Item, index: number) => [key: string, spec: Spec]): ByKey<Spec> =>
  Object.fromEntries(items.map(entry));

const inNamespaces = (values: string[]) => ({ matchExpressions: [{ key: "team", operator: "In" as const, values }] });

/** The settings of the ConfigGroup: together with namespaces and Secrets they make 100 manifests. */
export function groupSettings(): Settings {
  const applications = Object.entries(applicationsOf).flatMap(([team, names]) => names.map((name) => ({ team, name: `${team}-${name}` })));
  const pods = teams.flatMap((team) => ["batch", "stream"].map((kind) => ({ team, name: `${team}-${kind}` })));
  const watched = applications.filter((_, index) => index % 3 === 0);
  const { agent, ...others } = workloads();
  return {
    ...others,
    agent: { ...agent, spec: { ...agent.spec, serviceScrapeNamespaceSelector: inNamespaces(teams.filter((team) => team !== "partners")) } },
    serviceScrapes: byKey(applications, ({ team, name }, index) => [`${team}/${name}`, serviceScrape(team, name, index)]),
    podScrapes: byKey(pods, ({ team, name }, index) => [`${team}/${name}`, podScrape(name, index)]),
    staticScrapes: byKey(machines, (name) => [`monitoring/${name}`, staticScrape(name)]),
    rules: byKey(watched, ({ team, name }) => [`${team}/${name}`, ruleGroups(name)]),
    alertmanagerConfigs: byKey(receiving, (team) => [`${team}/alerts`, alertmanagerConfig(team)]),
    users: {
      ...byKey(readers, (name, tenant) => [`monitoring/${name}`, readerOf(name, tenant)]),
      ...byKey(writers, (name, tenant) => [`monitoring/${name}`, writerOf(name, tenant)]),
    },
  };
}

/** A manifest as it lies in a file. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly spec?: unknown;
  readonly stringData?: Record<string, string>;
}

const apiVersion = "operator.victoriametrics.com/v1beta1";

const manifestsOf = <Spec>(kind: string, specs: ByKey<Spec>): Manifest[] =>
  Object.entries(specs).map(([key, spec]) => {
    const [namespace = "", name = ""] = key.split("/");
    return { apiVersion, kind, metadata: { name, namespace }, spec };
  });

/** The manifests of a group, as `kubectl` would take them. */
export function groupManifests(settings: Settings): Manifest[] {
  const { cluster, agent, alert, alertmanager, auth } = settings;
  const workload = (kind: string, { labels, spec }: { labels: Record<string, string>; spec: object }): Manifest => ({
    apiVersion,
    kind,
    metadata: { name: "main", namespace: "monitoring", labels },
    spec: kind === "VMCluster" ? spec : { selectAllByDefault: true, ...spec },
  });
  return [
    ...teams.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name, labels: { team: name } } })),
    ...receiving.map((namespace) => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: addresses.name, namespace },
      stringData: { slack: `https://hooks.example.com/${namespace}`, pagerduty: `key-of-${namespace}` },
    })),
    workload("VMCluster", cluster),
    workload("VMAgent", agent),
    workload("VMAlert", alert),
    workload("VMAlertmanager", alertmanager),
    workload("VMAuth", auth),
    ...manifestsOf("VMServiceScrape", settings.serviceScrapes),
    ...manifestsOf("VMPodScrape", settings.podScrapes),
    ...manifestsOf("VMStaticScrape", settings.staticScrapes),
    ...manifestsOf("VMRule", Object.fromEntries(Object.entries(settings.rules).map(([key, groups]) => [key, { groups }]))),
    ...manifestsOf("VMAlertmanagerConfig", settings.alertmanagerConfigs),
    ...manifestsOf(
      "VMUser",
      Object.fromEntries(Object.entries(settings.users).map(([key, user]) => [key, { ...user, generatePassword: true }])),
    ),
  ];
}
