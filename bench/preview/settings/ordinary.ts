import { alertmanagerConfig } from "./alertmanager";
import { ruleGroups } from "./rules";
import { serviceScrape } from "./scrapes";
import type { Settings } from "./types";
import { readerOf, writerOf } from "./users";
import { workloads } from "./workloads";

/** The applications of each team, in the team's namespace. */
const applications: Readonly<Record<string, readonly string[]>> = {
  shop: ["checkout", "cart", "catalog", "prices", "stock", "vouchers", "reviews", "wishlist", "images", "storefront"],
  payments: ["billing", "ledger", "invoices", "refunds", "fraud", "payouts", "cards", "taxes", "currency", "statements"],
  search: ["query", "ranking", "indexer", "suggest", "synonyms", "crawler", "spelling", "facets", "embeddings", "recall"],
  platform: ["gateway", "identity", "mail", "audit", "flags", "scheduler", "uploads", "sessions", "quota", "registry"],
};
const withRules = ["checkout", "cart", "stock", "billing", "ledger", "fraud", "query", "ranking", "gateway", "identity"];
const teamsWithReceivers = [...Object.keys(applications), "security"];

/** A stack of ordinary size: 40 scrape objects, 160 rules, five Alertmanager configurations and six users. */
export function ordinarySettings(): Settings {
  const all = Object.entries(applications).flatMap(([namespace, names]) => names.map((name) => ({ namespace, name })));
  const keyOf = (name: string): string => `${all.find((application) => application.name === name)?.namespace}/${name}`;
  return {
    ...workloads(),
    serviceScrapes: Object.fromEntries(
      all.map(({ namespace, name }, index) => [`${namespace}/${name}`, serviceScrape(namespace, name, index)]),
    ),
    podScrapes: {},
    staticScrapes: {},
    rules: Object.fromEntries(withRules.map((name) => [keyOf(name), ruleGroups(name)])),
    alertmanagerConfigs: Object.fromEntries(teamsWithReceivers.map((team) => [`${team}/alerts`, alertmanagerConfig(team)])),
    users: {
      "monitoring/grafana": readerOf("grafana", 0),
      "monitoring/analysts": readerOf("analysts", 0),
      "monitoring/auditors": readerOf("auditors", 1),
      "monitoring/mobile": writerOf("mobile", 2),
      "monitoring/factory": writerOf("factory", 3),
      "monitoring/branches": writerOf("branches", 4),
    },
  };
}
