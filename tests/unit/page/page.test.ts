import { expect } from "chai";
import { layoutOf } from "../../../provider/page/layout";
import { page } from "../../../provider/page/page";
import type { PageData } from "../../../provider/page/page-data";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";

const world = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMSingle
metadata: { name: db, namespace: monitoring }
spec: { retentionPeriod: "1" }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAgent
metadata: { name: main, namespace: monitoring }
spec:
  staticScrapeNamespaceSelector: {}
  staticScrapeSelector: { matchLabels: { team: shop } }
  remoteWrite: [{ url: "http://vmsingle-db.monitoring.svc:8428/api/v1/write" }]
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMStaticScrape
metadata: { name: cart, namespace: shop, labels: { team: shop } }
spec: { targetEndpoints: [{ targets: ["</script>:80"] }] }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMRule
metadata: { name: lost, namespace: shop }
spec: { groups: [{ name: a, rules: [{ record: b, expr: up }] }] }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAgent
metadata: { name: services, namespace: shop }
spec:
  serviceScrapeSelector: {}
  remoteWrite: [{ url: "http://vmsingle-db.monitoring.svc:8428/api/v1/write" }]
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata: { name: cart, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, endpoints: [{ port: http }] }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata: { name: till, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, endpoints: [{ port: metrics }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlertmanager
metadata: { name: pager, namespace: monitoring }
spec:
  configSecret: pager
---
apiVersion: v1
kind: Secret
metadata: { name: pager, namespace: monitoring }
stringData:
  alertmanager.yaml: |
    route: { receiver: hook }
    receivers: [{ name: hook, webhook_configs: [{ url: "http://hook/never-shown" }] }]
`;

describe("the page of relations", () => {
  const text = page(prepare(readYaml(world, "world.yaml")));
  const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(text)?.[1] ?? "") as PageData;

  it("holds all objects with their relations and problems", () => {
    expect(data.relations).to.deep.include({ from: "VMAgent/monitoring/main", to: "VMStaticScrape/shop/cart", label: "scrapes" });
    expect(data.relations).to.deep.include({ from: "VMAgent/monitoring/main", to: "VMSingle/monitoring/db", label: "sends to" });
    expect(data.objects.find(({ key }) => key === "VMRule/shop/lost")?.marks.map(({ severity }) => severity)).to.deep.equal(["warning"]);
  });

  it("draws the workloads with the numbers of the objects that they select", () => {
    expect(text).to.include(">VMAgent monitoring/main</text>").and.include(">scrapes 1</text>");
    expect(text.match(/class="box"/g)).to.have.length(4);
    expect(text.match(/class="arrow"/g)).to.have.length(2);
  });

  it("shows the Services with the scrape objects that find them, and marks those without targets", () => {
    const marksOf = (key: string) => data.objects.find((object) => object.key === key)?.marks.map(({ label }) => label);
    expect(data.relations.filter(({ label }) => label === "finds")).to.deep.equal([
      { from: "VMServiceScrape/shop/cart", to: "Service/shop/cart", label: "finds" },
    ]);
    expect(marksOf("Service/shop/cart")).to.deep.equal([]);
    expect(marksOf("VMServiceScrape/shop/cart")).to.deep.equal([]);
    expect(marksOf("VMServiceScrape/shop/till")).to.deep.equal(["without targets"]);
    expect(marksOf("VMRule/shop/lost")).to.deep.equal(["unselected"]);
    expect(text).to.include(">scrapes 2, 1 without targets</text>");
  });

  it("shows no secret, uses nothing from outside, and is the same on every run", () => {
    expect(text).not.to.include("never-shown");
    expect(text.replaceAll("http://www.w3.org", "")).not.to.match(/(src|href)=|@import|url\((?!#)/);
    expect(page(prepare(readYaml(world, "world.yaml")))).to.equal(text);
  });
});

describe("the layout of a picture", () => {
  const captions = (key: string) => [key, ""];

  it("puts a box right of all that point to it, with room for its caption", () => {
    const { boxes, width } = layoutOf(
      ["c", "b", "a-long-name-of-a-workload"],
      [
        { from: "a-long-name-of-a-workload", to: "b" },
        { from: "b", to: "c" },
      ],
      captions,
    );
    const at = (key: string) => boxes.find((box) => box.key === key) ?? { x: 0, width: 0 };
    expect(at("b").x).to.be.greaterThan(at("a-long-name-of-a-workload").x + at("a-long-name-of-a-workload").width);
    expect(at("c").x).to.be.greaterThan(at("b").x + at("b").width);
    expect(at("a-long-name-of-a-workload").width).to.be.greaterThan("a-long-name-of-a-workload".length * 7);
    expect(width).to.be.greaterThan(at("c").x + at("c").width);
  });

  it("ends with circles, and with nothing to draw", () => {
    expect(
      layoutOf(
        ["a", "b"],
        [
          { from: "a", to: "b" },
          { from: "b", to: "a" },
        ],
        captions,
      ).arrows,
    ).to.have.length(2);
    expect(layoutOf([], [], captions)).to.deep.include({ boxes: [], arrows: [] });
  });

  it("lets no boxes overlap", () => {
    const keys = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const edges = keys.map((key, index) => ({ from: key, to: `n${(index * 7) % 40}` }));
    const { boxes } = layoutOf(keys, edges, captions);
    const overlaps = boxes.filter((one) =>
      boxes.some(
        (other) =>
          other !== one &&
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ),
    );
    expect(overlaps).to.deep.equal([]);
  });
});
