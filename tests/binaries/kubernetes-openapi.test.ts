import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { refusals } from "../../provider/admission/refusals";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import { render } from "../../provider/render";
import embeddedTypes from "../../provider/schema/kubernetes-types.json";
import { readYaml } from "../../provider/sources/manifests";
import type { Manifest } from "../../provider/world/objects";
import { arbitraryOf } from "../property/arbitrary";
import { inputs } from "./inputs";
import { openApi, schemaProblems } from "./kubernetes-openapi";

const problemsOf = (manifest: Manifest): string[] => [
  ...schemaProblems(manifest),
  ...refusals(manifest).map(({ path, message }) => `${path}: ${message}`),
];

describe("the API server and what is derived from", () => {
  for (const { name, text } of inputs()) {
    it(name, async () => {
      const { objects, issues } = await render(readYaml(text, name), { onInvalid: "skip" });
      expect(issues.filter(({ message }) => /which (the API server|server-side apply) refuses: /.test(message))).to.deep.equal([]);
      const problems = objects.flatMap((manifest) =>
        problemsOf(manifest).map((problem) => `${manifest.kind} ${manifest.metadata.name} ${problem}`),
      );
      expect(problems).to.deep.equal([]);
    });
  }
});

const time = fc.constant("2026-01-01T00:00:00Z");

/**
 * Each shard is a workload of its own. Rules of HTTPRoutes and times of Kubernetes are taken as they stand, and texts that are read have a value
 * that can be.
 */
const overrides = {
  fields: {
    shardCount: fc.nat(3),
    extraRules: fc.constant([]),
    extraFields: fc.constant('{"cluster":"west"}'),
    proxyURL: fc.constant("http://proxy.example.com:3128"),
    headers: fc.constant(["X-Cluster: west"]),
    creationTimestamp: time,
    deletionTimestamp: time,
  },
};

describe("the API server and what is derived from random specs of", () => {
  for (const { kind, apiVersion, spec: schema } of Object.values<Kind>(kinds).filter(({ applications }) => applications)) {
    it(kind, async () => {
      let derived = 0;
      await fc.assert(
        fc.asyncProperty(arbitraryOf(schema, overrides), async (spec) => {
          const resource = { apiVersion, kind, metadata: { name: "main", namespace: "ns" }, spec };
          const { objects, issues } = await render([resource], { onInvalid: "skip" });
          if (issues.some(({ message }) => message.includes("which server-side apply refuses"))) return;
          derived += objects.length;
          const problems = objects.flatMap(problemsOf);
          expect(problems, JSON.stringify(spec)).to.deep.equal([]);
        }),
        { numRuns: 200 },
      );
      expect(derived, "too few of the random specs derive for this test to say much").to.be.greaterThan(50);
    });
  }
});

describe("the check against Kubernetes' OpenAPI", () => {
  it("is of the version that the Kubernetes plugin is built with", () => {
    const plugin = readFileSync(join(__dirname, "..", "..", "tools", "go", "kubernetes-provider", "go.mod"), "utf8");
    const { minor } = /^\tk8s\.io\/api v0\.(?<minor>\S+)/m.exec(plugin)?.groups ?? {};
    expect(openApi.modules["k8s.io/kubernetes"], "run node tools/openapi.mjs with this version").to.equal(`v1.${minor}`);
  });

  it("knows the fields of the types that custom resources embed, and they know no others", () => {
    for (const [type, fields] of Object.entries(embeddedTypes)) {
      const [group, kind] = type.split(":");
      const name = `${packages[group as keyof typeof packages]}.${kind}`;
      const { properties = {} } = openApi.definitions[name] as { readonly properties?: object };
      expect(Object.keys(fields).sort(), `${type}: see removed in tools/kubernetes-types.mjs`).to.deep.equal(
        Object.keys(properties).sort(),
      );
    }
  });

  it("accepts what is right", () => {
    expect(problemsOf(deployment())).to.deep.equal([]);
    expect(problemsOf(service())).to.deep.equal([]);
  });

  const refused: readonly (readonly [what: string, manifest: Manifest, problem: string])[] = [
    ["an unknown field", deployment({ command: ["a"], comand: ["b"] }), "there is no field comand"],
    ["a wrong type", deployment({ args: "--a" }), "spec.template.spec.containers[0].args: must be array"],
    ["a missing field", service({ ports: [{ name: "http" }] }), "spec.ports[0]: the field port is required"],
    ["a quantity that is none", deployment({ resources: { limits: { cpu: "much" } } }), "containers[0].resources.limits.cpu: must match"],
    ["a kind without schema", { ...service(), kind: "Servant" }, "has no v1 Servant"],
    [
      "an environment variable given twice",
      deployment({ env: [{ name: "A" }, { name: "A" }] }),
      "containers[0].env: two items have the same key",
    ],
    [
      "a port given twice, once with the default protocol",
      service({
        ports: [
          { name: "a", port: 1 },
          { name: "b", port: 1, protocol: "TCP" },
        ],
      }),
      "spec.ports: two items have the same key",
    ],
    ["a name that is no label", { ...service(), metadata: { name: "a.b" } }, 'metadata.name: "a.b" is not a valid DNS-1035 label'],
    ["a label's value of 64 characters", { ...service(), metadata: { name: "a", labels: { b: "c".repeat(64) } } }, "metadata.labels.b: "],
    ["a port's name of 16 characters", deployment({ ports: [{ name: "a".repeat(16), containerPort: 1 }] }), "ports[0].name: "],
    ["a port's number that is none", service({ ports: [{ port: 65536 }] }), "spec.ports[0].port: 65536 is not within 1 and 65535"],
    ["ports without names", service({ ports: [{ port: 1 }, { port: 2 }] }), "spec.ports: every item needs a name"],
    [
      "more requested than allowed",
      deployment({ resources: { requests: { cpu: "1" }, limits: { cpu: "900m" } } }),
      "the request of cpu is above the limit",
    ],
    [
      "a mount of no volume",
      deployment({ volumeMounts: [{ name: "a", mountPath: "/a" }] }),
      "the container a mounts volume a, which does not exist",
    ],
    [
      "a probe of two kinds",
      deployment({ livenessProbe: { exec: {}, tcpSocket: { port: 1 } } }),
      "livenessProbe: one of exec, httpGet, tcpSocket, grpc",
    ],
    ["an environment variable's name that is none", deployment({ env: [{ name: "A=B" }] }), "env[0].name: "],
    [
      "pods that are not selected",
      { ...deployment(), spec: { ...(deployment().spec as object), selector: { matchLabels: { a: "c" } } } },
      "spec.selector.matchLabels: the pods are not labelled with a",
    ],
  ];
  for (const [what, manifest, problem] of refused) {
    it(`refuses ${what}`, () => {
      expect(problemsOf(manifest).join("\n")).to.contain(problem);
    });
  }
});

/** Where OpenAPI has the groups of the types that custom resources embed. */
const packages = {
  "apps/v1": "io.k8s.api.apps.v1",
  "autoscaling/v2": "io.k8s.api.autoscaling.v2",
  "core/v1": "io.k8s.api.core.v1",
  "meta/v1": "io.k8s.apimachinery.pkg.apis.meta.v1",
  "networking.k8s.io/v1": "io.k8s.api.networking.v1",
};

function deployment(container: object = {}): Manifest {
  const labels = { a: "b" };
  const spec = { containers: [{ name: "a", image: "b", ...container }] };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "a", namespace: "b" },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

function service(spec: object = {}): Manifest {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "a", namespace: "b" },
    spec: { ports: [{ port: 80, targetPort: "http" }], ...spec },
  };
}
