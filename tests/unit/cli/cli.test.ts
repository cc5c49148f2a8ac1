import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { check, formats } from "../../../provider/inspect/check-sources";
import { configText } from "../../../provider/inspect/config";
import { explain } from "../../../provider/inspect/explain";
import { graphOf, mermaid } from "../../../provider/inspect/graph";
import { prepare, render } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { readSource } from "../../../provider/sources/read-source";
import { runCommandLine } from "../../command-line";

const single = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMSingle
metadata: { name: db, namespace: monitoring }
spec: { retentionPeriod: "1", disableSelfServiceScrape: true }
`;

const agent = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAgent
metadata: { name: main, namespace: monitoring }
spec:
  disableSelfServiceScrape: true
  serviceScrapeSelector: { matchLabels: { team: shop } }
  serviceScrapeNamespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } }
  remoteWrite: [{ url: "http://vmsingle-db.monitoring.svc:8428/api/v1/write" }]
`;

const scrape = (name: string, namespace: string, team: string, rest = "") => `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata: { name: ${name}, namespace: ${namespace}, labels: { team: ${team} } }
spec:
  selector: { matchLabels: { app: ${name} } }
  endpoints:
  - port: metrics
    metricRelabelConfigs:
    - { action: drop, sourceLabels: [__name__], regex: "go_.*" }
${rest}`;

const documents = (...texts: string[]): string => texts.join("---\n");
const problemsIn = (text: string) => check([readSource(text.trimStart(), "a.yaml")]);
const explained = (text: string, object: string) => explain(prepare(readYaml(text, "a.yaml")), object);

describe("the command line", () => {
  describe("check", () => {
    it("names file, line and column of a field, and of the object where the field is missing", () => {
      const text = documents(
        agent,
        scrape("shop", "shop", "shop", "    wrong: 1\n    honorLabels: [x]\n"),
        "\nkind: VMRule\nmetadata: {}\n",
      );
      const lines = formats.text(problemsIn(text)).split("\n");
      expect(lines[0]).to.match(/^a\.yaml:20:5 VMServiceScrape\/shop\/shop spec\.endpoints\[0\]\.wrong: /);
      expect(lines[1]).to.match(/^a\.yaml:21:5 VMServiceScrape\/shop\/shop spec\.endpoints\[0\]\.honorLabels: /);
      expect(lines[2]).to.match(/^a\.yaml:\d+:1 \[2\] apiVersion: is required/);
    });

    it("finds fields through lists of objects, anchors and quoted keys", () => {
      const { objects } = readSource(
        'kind: List\nitems:\n- kind: A\n  spec: &spec\n    "a.b":\n    - x: 1\n- kind: B\n  spec: *spec\n',
        "list.yaml",
      );
      const places = objects.map(({ positionOf }) => positionOf('spec["a.b"][0].x'));
      expect(places).to.deep.equal([
        { file: "list.yaml", line: 6, column: 7 },
        { file: "list.yaml", line: 6, column: 7 },
      ]);
      expect(objects[1]?.positionOf("")).to.deep.equal({ file: "list.yaml", line: 7, column: 3 });
    });

    it("reads times and dates without quotes as text, as Kubernetes does", () => {
      const [source] = readSource("start_time: 09:00\nsince: 2024-01-01\non: yes\n", "a.yaml").objects;
      expect(source?.object).to.deep.equal({ start_time: "09:00", since: "2024-01-01", true: true });
    });

    it("tells where a text is no YAML, and still checks the rest", () => {
      const found = check([
        readSource("a: [1", "broken.yaml"),
        readSource(agent.trimStart().replace("remoteWrite", "remoteRead"), "a.yaml"),
      ]);
      const errors = found.filter(({ severity }) => severity === "error");
      expect(errors[0]?.position).to.include({ file: "a.yaml" });
      expect(errors.at(-1)?.position).to.include({ file: "broken.yaml", line: 1 });
    });

    it("warns of objects that nothing selects, unless what would select them is invalid", () => {
      const lost = scrape("lost", "shop", "other");
      const [warning, ...others] = problemsIn(documents(agent, scrape("shop", "shop", "shop"), lost));
      expect(others).to.deep.equal([]);
      expect(warning).to.include({ object: "VMServiceScrape/shop/lost", severity: "warning" });
      expect(warning?.message).to.contain("spec.serviceScrapeSelector asks for team=shop, and the object has team=other");
      expect(problemsIn(lost)[0]?.message).to.equal("nothing selects it: there is no VMAgent or VMSingle or VMTeam");
      const withInvalid = problemsIn(documents(agent.replace("remoteWrite", "remoteRead"), lost));
      expect(withInvalid.map(({ severity }) => severity)).not.to.include("warning");
    });

    it("escapes annotations of GitHub", () => {
      const position = { file: "a,b.yaml", line: 3, column: 5 };
      const text = formats.github([{ position, object: "VMRule/a/b", path: "spec.x", message: "100%\nsure", severity: "error" }]);
      expect(text).to.equal("::error file=a%2Cb.yaml,line=3,col=5::VMRule/a/b spec.x: 100%25%0Asure\n");
    });
  });

  describe("explain", () => {
    const world = documents(agent, scrape("shop", "shop", "shop"), scrape("lost", "billing", "other"));

    it("tells the selectors, the jobs and what relabeling keeps", () => {
      expect(
        explained(world, "vmservicescrape/shop")
          .split("\n")
          .map((line) => line.trim()),
      ).to.include.members([
        "VMAgent/monitoring/main selects it:",
        "spec.serviceScrapeSelector: team=shop",
        "- job serviceScrape/shop/shop/0",
        "keep targets: __meta_kubernetes_service_label_app matches shop",
        "drop samples: __name__ matches go_.*",
      ]);
    });

    it("tells each label that keeps a workload from selecting", () => {
      expect(explained(world, "VMServiceScrape/billing/lost").split("\n").slice(2, 5)).to.deep.equal([
        "VMAgent/monitoring/main does not select it:",
        "  spec.serviceScrapeNamespaceSelector asks for kubernetes.io/metadata.name=shop, and the namespace billing has kubernetes.io/metadata.name=billing",
        "  spec.serviceScrapeSelector asks for team=shop, and the object has team=other",
      ]);
    });

    it("tells the routes and receivers of an object alone, and not those of one whose name begins with its own", () => {
      const routes = (name: string) => `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlertmanagerConfig
metadata: { name: ${name}, namespace: m }
spec:
  route: { receiver: of-${name}, matchers: ['owner="${name}"'] }
  receivers: [{ name: of-${name}, webhook_configs: [{ url: "http://${name}.example.com/" }] }]
`;
      const alertmanager = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlertmanager
metadata: { name: main, namespace: m }
spec: { selectAllByDefault: true, disableSelfServiceScrape: true }
`;
      const manifests = documents(alertmanager, ...["team", "team-db", "db"].map(routes));
      for (const [own, ...others] of [
        ["team", "team-db"],
        ["team-db", "team/"],
        ["db", "team-db"],
      ] as const) {
        const text = explained(manifests, `VMAlertmanagerConfig/m/${own}`);
        expect(text)
          .to.match(new RegExp(`\\bm-${own}-of-${own}\\b`))
          .and.to.include(`owner="${own}"`);
        for (const other of others) expect(text).not.to.include(other);
      }
    });

    it("names the existing objects when an object is not found", () => {
      expect(() => explained(world, "VMServiceScrape/nobody")).to.throw("there is VMServiceScrape/");
      expect(() => explained(world, "nobody")).to.throw("expected KIND/NAME");
    });
  });

  it("takes arguments of single objects, and names objects that are not there", async () => {
    const objects = readYaml(agent, "a.yaml");
    const kinds = (rendered: { objects: readonly { kind: string }[] }) => rendered.objects.map(({ kind }) => kind);
    const managed = await render(objects, { arguments: { "VMAgent/monitoring/main": { leastPrivilege: true } } });
    expect(JSON.stringify(managed.objects)).to.contain("resourceNames");
    expect(kinds(managed)).to.include("Deployment");
    const { issues } = await render(objects, { arguments: { "VMAgent/shop/main": {} }, onInvalid: "skip" });
    expect(issues.map(({ object, path }) => `${object} ${path}`)).to.deep.equal(["arguments VMAgent/shop/main"]);
  });

  it("config prints one configuration, with secrets masked", async () => {
    const secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: login, namespace: shop }\nstringData: { token: t0ps3cret }\n";
    const rest = "    bearerTokenSecret: { name: login, key: token }\n";
    const { configs } = await render(readYaml(documents(agent, scrape("shop", "shop", "shop", rest), secret), "a.yaml"));
    const text = configText(configs, "VMAgent/main", "vmagent.yaml");
    expect(text).to.match(/^global:/);
    expect(text).to.contain("[secret]").and.not.to.contain("t0ps3cret");
    expect(() => configText(configs, "VMAgent/main", "other.yaml")).to.throw("expected config/vmagent.yaml");
  });

  it("graph shows the objects that a workload takes, and the workloads that it sends to", () => {
    const text = mermaid(graphOf(prepare(readYaml(documents(single, agent, scrape("shop", "shop", "shop")), "a.yaml"))));
    expect(text.split("\n").slice(4)).to.deep.equal(["  n0 -->|scrapes| n1", "  n0 -->|sends to| n2", ""]);
  });

  describe("ends with", () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "cli-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const run = (...commandLine: string[]) => runCommandLine(commandLine);
    const file = (text: string): string => {
      const path = join(folder, "a.yaml");
      writeFileSync(path, text);
      return path;
    };

    it("0 where there are only warnings", () => {
      const { status, stdout, stderr } = run("check", "-f", file(scrape("lost", "shop", "other")));
      expect(stdout).to.contain("(warning)");
      expect(stderr).to.equal("");
      expect(status).to.equal(0);
    });

    it("1 where manifests have problems", () => {
      const broken = file(agent.replace("remoteWrite", "remoteRead"));
      expect(run("check", "-f", broken).status).to.equal(1);
      const { status, stdout, stderr } = run("render", "-f", broken);
      expect(stderr).to.match(/^error: VMAgent\/monitoring\/main spec\.remoteRead: is not a field here/m);
      expect(stdout).to.equal("");
      expect(status).to.equal(1);
    });

    for (const [title, commandLine, message] of [
      ["a file is not there", ["check", "-f", "nowhere.yaml"], "error: cannot read nowhere.yaml: the file or folder does not exist\n"],
      [
        "an object is not there",
        ["explain", "-f", "FILE", "VMAgent/other"],
        "error: there is no VMAgent/other to show; there is VMAgent/monitoring/main\n",
      ],
      [
        "roles are asked for without a preview or manifests",
        ["rbac"],
        "error: expected either the output of `pulumi preview --json --show-sames --show-reads`, or manifests by -f\n",
      ],
      [
        "roles are asked for by a preview and a setting of manifests",
        ["rbac", "FILE", "--defaults", "settings.yaml"],
        "error: a preview cannot be combined with --defaults: it has everything already\n",
      ],
      [
        "roles are asked for by a file without a preview",
        ["rbac", "FILE"],
        "error: FILE: expected the output of `pulumi preview --json --show-sames --show-reads`: a JSON object with `steps`\n",
      ],
      [
        "a command is not called as it should be",
        ["check"],
        "error: required option '-f, --filename <path...>' not specified\n(--help shows the usage)\n",
      ],
    ] as const) {
      it(`2 and a line where ${title}`, () => {
        const path = file(agent);
        const { status, stderr } = run(...commandLine.map((word) => (word === "FILE" ? path : word)));
        expect(stderr).to.equal(message.replace("FILE", path));
        expect(status).to.equal(2);
      });
    }
  }).timeout(60_000);
});
