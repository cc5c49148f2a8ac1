import { expect } from "chai";
import { render } from "../../../provider/render";

const vmsingle = (spec: object, name = "main") => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMSingle",
  metadata: { name, namespace: "monitoring" },
  spec: { retentionPeriod: "1", ...spec },
});

async function issuesOf(spec: object, name?: string) {
  const { objects, issues } = await render([vmsingle(spec, name)], { onInvalid: "skip" });
  return { kinds: objects.map(({ kind }) => kind), issues: issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`) };
}

describe("what the API server would refuse of derived objects", () => {
  const refused: readonly (readonly [what: string, spec: object, message: string])[] = [
    ["a port's number", { port: "99999" }, "containers[0].ports[0].containerPort: 99999 is not within 1 and 65535"],
    [
      "a mount of no volume",
      { volumeMounts: [{ name: "a", mountPath: "/a" }] },
      "the container vmsingle mounts volume a, which does not exist",
    ],
    [
      "more requested than the limit",
      { resources: { requests: { cpu: "1" }, limits: { cpu: "0.9" } } },
      "the request of cpu is above the limit",
    ],
    [
      "two containers of one name",
      {
        containers: [
          { name: "a", image: "b" },
          { name: "a", image: "b" },
        ],
      },
      "two containers are called a",
    ],
    [
      "an environment variable's name",
      { extraEnvs: [{ name: "A=B", value: "c" }] },
      'env[0].name: "A=B" is not a valid name of an environment variable',
    ],
    [
      "ports without names",
      { serviceSpec: { metadata: { name: "a" }, spec: { ports: [{ port: 1 }, { port: 2 }] } } },
      "every item needs a name",
    ],
  ];
  for (const [what, spec, message] of refused) {
    it(`is an error of the custom resource: ${what}`, async () => {
      const { kinds, issues } = await issuesOf(spec);
      expect(issues.join("\n"))
        .to.match(/^error spec\S*: makes (Deployment|Service) \S+, which the API server refuses: /)
        .and.to.contain(message);
      expect(kinds).to.deep.equal([]);
    });
  }

  it("is said once for all objects that have it", async () => {
    const { issues } = await issuesOf({ managedMetadata: { labels: { team: "a b" } } });
    expect(issues).to.deep.equal([
      "error spec.managedMetadata.labels.team: makes ServiceAccount vmsingle-main, Service vmsingle-main, Deployment vmsingle-main, which the API server refuses: " +
        'metadata.labels.team: "a b" is not a valid label value',
    ]);
  });

  it("is a warning where only server-side apply refuses it", async () => {
    const { kinds, issues } = await issuesOf({
      extraEnvs: [
        { name: "A", value: "1" },
        { name: "A", value: "2" },
      ],
    });
    expect(issues).to.deep.equal([
      "warning spec: makes Deployment vmsingle-main, which server-side apply refuses: spec.template.spec.containers[0].env: two items have the same name A",
    ]);
    expect(kinds).to.contain("Deployment");
  });

  it("leaves alone what Kubernetes fills in: empty texts and probes of zero", async () => {
    const spec = {
      serviceAccountName: "",
      priorityClassName: "",
      dnsPolicy: "",
      livenessProbe: { timeoutSeconds: 0, exec: { command: ["a"] } },
    };
    expect((await issuesOf(spec)).issues).to.deep.equal([]);
  });

  it("accepts a name as long as its Service may have", async () => {
    expect((await issuesOf({}, "a".repeat(54))).issues).to.deep.equal([]);
    expect((await issuesOf({}, "a".repeat(55))).issues.join("\n")).to.contain("is not a valid DNS-1035 label");
  });
});
