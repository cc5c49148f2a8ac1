import * as victoriametrics from "pulumi-victoriametrics";

const metadata = { namespace: "shop" };
/** The agent and the alert that the platform runs for this team. */
const platform = { name: "shop", namespace: "monitoring" };

const orders = new victoriametrics.VMServiceScrape("orders", {
  metadata,
  spec: { selector: { matchLabels: { app: "orders" } }, endpoints: [{ port: "metrics", interval: "30s" }] },
});

const rules = new victoriametrics.VMRule("orders", {
  metadata,
  spec: {
    groups: [
      {
        name: "orders",
        rules: [
          { record: "orders:requests:rate5m", expr: "sum(rate(http_requests_total[5m])) by (path)" },
          { alert: "OrdersAreDown", expr: 'up{job="orders"} == 0', for: "5m", labels: { severity: "page" } },
        ],
      },
    ],
  },
});

new victoriametrics.VMTeam("shop", { metadata, spec: { agent: platform, alert: platform }, selectFrom: [orders, rules] });
