import * as victoriametrics from "../../provider";

/** The program of team.py and team.go. */
export async function team(): Promise<undefined> {
  const agent = new victoriametrics.VMAgent("shop", {
    metadata: { namespace: "monitoring" },
    spec: { remoteWrite: [{ url: "http://database:8428/api/v1/write" }] },
    team: { namespaces: ["shop"], labels: { team: "shop" }, deployers: [{ kind: "ServiceAccount", name: "deployer" }] },
  });
  const scrape = new victoriametrics.VMServiceScrape("orders", {
    metadata: { namespace: "shop" },
    spec: { selector: { matchLabels: { app: "orders" } }, endpoints: [{ port: "metrics" }] },
  });
  new victoriametrics.VMTeam("shop", {
    metadata: { namespace: "shop" },
    spec: { agent: { name: "shop", namespace: "monitoring" } },
    selectFrom: [agent.team, scrape],
  });
}
