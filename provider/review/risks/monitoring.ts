import { grouped } from "../../text/grouped";
import { titleOf } from "../change-model";
import type { Consequences } from "../consequences";
import type { PartChange } from "../parts";
import { isSummary } from "../parts";
import { listed } from "../words";
import type { Risk } from "./risk";

/** Risks of missing targets, alerts and notifications. */
export const monitoringRisks: readonly Risk[] = [
  {
    id: "jobs-removed",
    title: "Scrape jobs go away",
    reason: "Their targets are no longer scraped: rules over their metrics find nothing, and most alerts stay silent without data.",
    safely: "Make sure that another job scrapes the targets, or that they are gone. Alert on `absent()` of metrics that must be there.",
    find: (all) => removedParts(all, "scrape_configs"),
  },
  {
    id: "rules-removed",
    title: "Alerts or recording rules go away",
    reason: "These alerts send no notifications any more, and dashboards and other rules lack the results of the recording rules.",
    safely: "Check that another rule takes over, and that nothing reads the recorded series.",
    find: rulesRemoved,
  },
  {
    id: "receivers-removed",
    title: "Receivers go away",
    reason: "Alerts that went there go elsewhere, or nowhere.",
    safely: "Send a test alert with the labels of each route before and after (amtool config routes test).",
    find: (all) => removedParts(all, "receivers"),
  },
  {
    id: "routes-removed",
    title: "Routes of alerts go away",
    reason: "Alerts that took these routes now go to the next one that fits, or to the default receiver.",
    safely: "Send a test alert with the labels of each route before and after (amtool config routes test).",
    find: routesRemoved,
  },
  {
    id: "users-removed",
    title: "Users go away",
    reason: "Requests with their credentials are refused from the reload on.",
    safely: "Check vmauth's metrics (`vmauth_user_requests_total`) for requests of these users.",
    find: (all) => [...removedParts(all, "users"), ...removedParts(all, "unauthorized_user")],
  },
];

/** Removed parts that no other workload takes over. */
function removedParts({ parts }: Consequences, section: string): string[] {
  const removed = parts.filter((part) => part.section === section && part.old && !part.now);
  const elsewhere = new Set(parts.filter((part) => part.section === section && part.now && !part.old).map(({ name }) => name));
  return byOwner(removed.filter(({ name }) => name === undefined || !elsewhere.has(name))).map(
    ([owner, names]) => `${titleOf(owner)}: ${listed(names, 20)}`,
  );
}

function byOwner(parts: readonly PartChange[]): [owner: string, names: string[]][] {
  return [...grouped(parts.map(({ owner, name, section }) => [owner, name ?? section]))];
}

const ruleLine = /^rules\[(.+?)\]\.expr: (?!… )/;

/** Number of each rule in the groups of a custom resource. */
function rulesIn(parts: readonly PartChange[], side: "old" | "now"): Map<string, number> {
  const found = new Map<string, number>();
  for (const part of parts) {
    for (const line of part[side] ?? []) {
      const name = ruleLine.exec(line)?.[1];
      if (name !== undefined) found.set(name, (found.get(name) ?? 0) + 1);
    }
  }
  return found;
}

/** Removed rules. A rule that moves to another group is no loss. */
function rulesRemoved({ parts }: Consequences): string[] {
  const groups = parts.filter(({ section }) => section === "groups");
  const now = rulesIn(groups, "now");
  return [...new Set(groups.map(({ owner }) => owner))].flatMap((owner) => {
    const own = groups.filter((part) => part.owner === owner);
    const removed = [...rulesIn(own, "old")].filter(([name, count]) => count > (now.get(name) ?? 0)).map(([name]) => name);
    const unseen = own.filter((part) => part.old && !part.now && isSummary(part.old)).map(({ name }) => `all of group ${name}`);
    const all = [...removed, ...unseen];
    return all.length > 0 ? [`${titleOf(owner)}: ${listed(all, 20)}`] : [];
  });
}

/** Routes by the receivers on their way, with the number of each. */
function routesIn(lines: readonly string[] = []): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of lines) {
    const [chain] = /^(?:routes\[[^\]]*\]\.)+(?=(?:matchers|match|match_re)\b)/.exec(line) ?? [];
    if (chain === undefined || /: … /.test(line)) continue;
    const path = [...chain.matchAll(/routes\[([^\]]*)\]/g)].map(([, receiver]) => receiver).join(" → ");
    found.set(path, (found.get(path) ?? 0) + 1);
  }
  return found;
}

function routesRemoved({ parts }: Consequences): string[] {
  return parts
    .filter(({ section, old, now }) => section === "route" && old && now)
    .flatMap(({ owner, old, now }) => {
      const after = routesIn(now);
      const removed = [...routesIn(old)].filter(([path, count]) => count > (after.get(path) ?? 0)).map(([path]) => path);
      return removed.length > 0 ? [`${titleOf(owner)}: ${listed(removed, 20)}`] : [];
    });
}
