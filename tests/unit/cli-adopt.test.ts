import { expect } from "chai";
import { adoption } from "../../provider/inspect/adopt";
import { InvalidObjectsError } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";

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
});
