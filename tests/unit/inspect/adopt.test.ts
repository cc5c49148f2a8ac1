import { expect } from "chai";
import { adoption } from "../../../provider/inspect/adopt";
import { InvalidObjectsError } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";

const finalizer = "apps.victoriametrics.com/finalizer";
const operator = { namespace: "vm", deployment: "vm-operator" };

const single = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMSingle
metadata: { name: db, namespace: monitoring, uid: abc, finalizers: [${finalizer}, example.com/audit] }
spec: { retentionPeriod: "1", storage: { resources: { requests: { storage: 1Gi } } } }
`;
const selfScrape = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata:
  name: vmsingle-db
  namespace: monitoring
  finalizers: [${finalizer}]
  ownerReferences: [{ apiVersion: operator.victoriametrics.com/v1beta1, kind: VMSingle, name: db, uid: abc }]
spec: { selector: {}, endpoints: [{ port: http }] }
`;
const rule = (name: string, expr: string) => `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMRule
metadata: { name: ${name}, namespace: shop }
spec: { groups: [{ name: g, rules: [{ alert: Down, expr: "${expr}" }] }] }
`;

const commandsFor = (...texts: string[]): string[] =>
  adoption(readYaml(texts.join("---\n"), "a.yaml"), operator)
    .script.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
const containing = (commands: readonly string[], ...parts: string[]): string[] =>
  commands.filter((command) => parts.every((part) => command.includes(part)));

describe("adopt --print-commands", () => {
  const commands = commandsFor(single, selfScrape, rule("b", "up == 0"), rule("a", "up == 0"));
  const [deployment = ""] = containing(commands, "deployment.apps/vmsingle-db", "--type=strategic");

  it("stops the operator first, then releases each object, then deletes custom resources, and last the definitions if none is left", () => {
    const order = ["kubectl scale", "validatingwebhookconfigurations", deployment, "--cascade=orphan", "customresourcedefinitions"];
    const places = order.map((part) => commands.findIndex((command) => command.includes(part)));
    expect(places).not.to.include(-1);
    expect(places).to.deep.equal(places.toSorted((left, right) => left - right));
    expect(commands[0]).to.equal("kubectl scale deployment/vm-operator --namespace=vm --replicas=0");
    expect(commands.at(-1)).to.match(/^test -z "\$\(kubectl get \S+ --all-namespaces --output=name\)" && kubectl delete /);
  });

  it("takes the operator's finalizer from an object and leaves those of others", () => {
    expect(deployment).to.equal(
      "kubectl patch deployment.apps/vmsingle-db --namespace=monitoring --type=strategic " +
        `--patch='{"metadata":{"ownerReferences":null,"$deleteFromPrimitiveList/finalizers":["${finalizer}"]}}'`,
    );
    expect(containing(commands, "persistentvolumeclaim/vmsingle-db", "--type=strategic")).to.have.length(1);
    expect(containing(commands, "vmsingle.operator.victoriametrics.com/db")).to.deep.equal([
      "kubectl patch vmsingle.operator.victoriametrics.com/db --namespace=monitoring --type=merge " +
        `--patch='{"metadata":{"finalizers":["example.com/audit"]}}'`,
    ]);
  });

  it("deletes the scrape objects that the operator made, and all resources of a kind at once", () => {
    expect(containing(commands, "vmservicescrape.operator.victoriametrics.com/vmsingle-db", '"finalizers":null')).to.have.length(1);
    expect(containing(commands, "kubectl delete vmrules")).to.deep.equal([
      "kubectl delete vmrules.operator.victoriametrics.com --namespace=shop --cascade=orphan --ignore-not-found b a",
    ]);
  });

  it("says nothing of objects whose custom resource is invalid, but fails", () => {
    expect(() => commandsFor(single.replace("retentionPeriod", "retention"))).to.throw(InvalidObjectsError, "spec.retention");
  });

  it("warns of resources that stay the operator's", () => {
    const odd = "apiVersion: operator.victoriametrics.com/v1\nkind: VMAnomaly\nmetadata: { name: odd, namespace: monitoring }\n";
    const { script, issues } = adoption(readYaml(`${single}---\n${odd}`, "a.yaml"), operator);
    expect(issues.map(({ object }) => object)).to.deep.equal(["VMAnomaly/monitoring/odd"]);
    expect(script).not.to.include("vmanomaly");
  });

  it("quotes what a shell would read otherwise", () => {
    const { script } = adoption([], { namespace: "my ns", deployment: "it's" });
    expect(script).to.include("kubectl scale 'deployment/it'\\''s' --namespace='my ns' --replicas=0");
  });

  describe("versions", () => {
    const live = (kind: string, name: string, ...containers: [name: string, image: string][]): string =>
      `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: monitoring, ownerReferences: [{apiVersion: operator.victoriametrics.com/v1beta1, kind: X, name: x, uid: u}]}\n` +
      `spec: {template: {spec: {containers: [${containers.map(([container, image]) => `{name: ${container}, image: "${image}"}`).join(", ")}]}}}\n`;
    const agent = (name: string): string =>
      `apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMAgent\nmetadata: {name: ${name}, namespace: monitoring}\nspec: {remoteWrite: [{url: "http://db"}]}\n`;
    const pager =
      "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMAlertmanager\nmetadata: {name: p, namespace: monitoring}\nspec: {}\n";
    const adoptionOf = (...texts: string[]) => adoption(readYaml(texts.join("---\n"), "a.yaml"), operator);
    const settings = (...texts: string[]): string[] =>
      adoptionOf(...texts)
        .script.split("\n")
        .filter((line) => line.startsWith("pulumi config"))
        .map((line) => line.replace("pulumi config set --path victoriametrics:", ""));

    it("that run are kept by one setting if that is enough", () => {
      expect(
        settings(
          single,
          agent("a"),
          live("Deployment", "vmsingle-db", ["vmsingle", "victoriametrics/victoria-metrics:v1.148.0"]),
          live(
            "Deployment",
            "vmagent-a",
            ["vmagent", "victoriametrics/vmagent:v1.148.0"],
            ["config-reloader", "victoriametrics/operator:config-reloader-v0.73.0"],
          ),
        ),
      ).to.deep.equal(["configReloader.version config-reloader-v0.73.0", "metricsVersion v1.148.0"]);
    });

    it("are kept for each application where they differ, and where not even that helps the custom resource is named", () => {
      const texts = [
        single,
        agent("a"),
        agent("b"),
        pager,
        live("Deployment", "vmsingle-db", ["vmsingle", "victoriametrics/victoria-metrics:v1.148.0"]),
        live("Deployment", "vmagent-a", ["vmagent", "victoriametrics/vmagent:v1.147.0"]),
        live("Deployment", "vmagent-b", ["vmagent", "victoriametrics/vmagent:v1.146.0"]),
        live("StatefulSet", "vmalertmanager-p", ["alertmanager", "prom/alertmanager:v0.28.1"]),
      ];
      expect(settings(...texts)).to.have.members(["alertmanager.version v0.28.1", "vmagent.version v1.147.0", "vmsingle.version v1.148.0"]);
      const { issues } = adoptionOf(...texts);
      expect(issues.map(({ object }) => object)).to.deep.equal(["VMAgent/monitoring/b"]);
      expect(issues[0]?.message).to.contain("victoriametrics/vmagent:v1.146.0");
    });

    it("need no setting where the derived images run already, and the running objects to be known", () => {
      expect(settings(single, live("Deployment", "vmsingle-db", ["vmsingle", "victoriametrics/victoria-metrics:v1.150.0"]))).to.deep.equal(
        [],
      );
      expect(adoptionOf(single).script).to.match(/^# Versions: give the running Deployments/);
    });
  });
});
