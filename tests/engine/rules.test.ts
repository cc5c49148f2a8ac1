import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { smallStack, unknownInPreview } from "./programs";
import { type Run, type StackOptions, TestStack } from "./stack";

const stacks: TestStack[] = [];
async function stackOf(program: () => void, options?: StackOptions): Promise<TestStack> {
  const stack = await TestStack.create(async () => program(), options);
  stacks.push(stack);
  return stack;
}
const later = <Value>(value: Value, milliseconds: number): Promise<Value> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, value));

/** The configuration of the agent `main` as the run shows it. */
function vmagentYaml({ events }: Run): string {
  const urn = "GeneratedConfig::main-vmagent-config";
  const found = events.find(({ resourcePreEvent }) => resourcePreEvent?.metadata.urn.endsWith(urn));
  return String(found?.resourcePreEvent?.metadata.new?.inputs["vmagent.yaml"]);
}

const annotationsOf = (inputs: Record<string, unknown> = {}): unknown => (inputs.metadata as { annotations?: unknown }).annotations;

const metadata = { namespace: "monitoring" };
const password = { name: "credentials", key: "password" };
const secured = (name = "secured") =>
  new victoriametrics.VMServiceScrape(name, { metadata, spec: { endpoints: [{ port: "metrics", basicAuth: { password } }] } });
const agentSpec = { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] };

describe("the engine's rules", () => {
  afterEach(() => {
    for (const stack of stacks.splice(0)) stack.remove();
  });

  describe("references", () => {
    it("that nothing answers are an error of our own where there is no cluster to read from", async () => {
      const stack = await stackOf(() => void new victoriametrics.VMAgent("main", { metadata, spec: agentSpec, selectFrom: [secured()] }));
      const { errors, output } = await stack.preview();
      expect(errors[0], output).to.match(
        /VMServiceScrape\/monitoring\/secured spec\.endpoints\[0\]\.basicAuth\.password: there is no Secret monitoring\/credentials/,
      );
    });

    it("are read from the cluster under a name that carries object and field", async () => {
      const program = (): void => {
        const kubeconfig = unknownInPreview("cluster", "{}");
        const provider = new kubernetes.Provider("cluster", { kubeconfig, enableSecretMutable: true, enableConfigMapMutable: true });
        new victoriametrics.VMAgent("main", { metadata, spec: agentSpec, selectFrom: [secured()] }, { provider });
      };
      const { operations } = succeeded(await (await stackOf(program)).preview());
      expect(Object.keys(operations)).to.include(
        "kubernetes:core/v1:Secret::main-vmagent VMServiceScrape/monitoring/secured spec.endpoints[0].basicAuth.password",
      );
    });

    it("include the Namespaces whose labels a selector asks for", async () => {
      const program = (): void => {
        const provider = new kubernetes.Provider("cluster", { kubeconfig: unknownInPreview("cluster", "{}") });
        const spec = { serviceScrapeNamespaceSelector: { matchLabels: { team: "shop" } }, remoteWrite: agentSpec.remoteWrite };
        const shop = new victoriametrics.VMServiceScrape("shop", { metadata: { namespace: "shop" }, spec: { endpoints: [] } });
        new victoriametrics.VMAgent("main", { metadata, spec, selectFrom: [shop] }, { provider });
      };
      const { operations } = succeeded(await (await stackOf(program)).preview());
      expect(Object.keys(operations)).to.include("kubernetes:core/v1:Namespace::main-vmagent spec.serviceScrapeNamespaceSelector shop");
    });

    it("are not read where the component is told not to", async () => {
      const program = (): void => {
        const kubeconfig = unknownInPreview("cluster", "{}");
        const provider = new kubernetes.Provider("cluster", { kubeconfig });
        new victoriametrics.VMAgent("main", { metadata, spec: agentSpec, selectFrom: [secured()], readReferences: false }, { provider });
      };
      const { errors } = await (await stackOf(program)).preview();
      expect(errors.join("\n")).to.include("there is no Secret monitoring/credentials");
    });

    it("leave out objects they fail for, with a warning, where the component is told to", async () => {
      const program = (): void =>
        void new victoriametrics.VMAgent("main", { metadata, spec: agentSpec, selectFrom: [secured()], onInvalid: "skip" });
      const { warnings } = succeeded(await (await stackOf(program)).preview());
      expect(warnings.join("\n")).to.match(/VMServiceScrape\/monitoring\/secured .*there is no Secret.*\(left out\)/);
    });
  });

  it("names: a component that is renamed with an alias, and all its children, stay the same", async () => {
    const named = (name: string, options?: pulumi.ComponentResourceOptions) => () =>
      void new victoriametrics.VMSingle(
        name,
        { metadata: { name: "db", namespace: "monitoring" }, spec: { storage: { resources: { requests: { storage: "1Gi" } } } } },
        options,
      );
    const stack = await stackOf(named("old"));
    succeeded(await stack.up());
    stack.program = async () => named("new", { aliases: [{ name: "old" }] })();
    const { operations } = succeeded(await stack.preview());
    expect(new Set(Object.values(operations)), JSON.stringify(operations)).to.deep.equal(new Set(["same"]));
  });

  describe("dependencies", () => {
    it("of known Outputs are kept, and workloads wait for what pods need and not for Services", async () => {
      const program = (): void => {
        const namespace = new kubernetes.core.v1.Namespace("space", { metadata: { name: "monitoring" } });
        new victoriametrics.VMSingle("main", {
          metadata: { namespace: namespace.metadata.name },
          spec: { storage: { resources: { requests: { storage: "1Gi" } } } },
        });
      };
      const stack = await stackOf(program);
      succeeded(await stack.up());
      const namesOf = (urns: string[] = []): string[] => urns.map((urn) => urn.split("::").at(-1) ?? "");
      const deployment = await stack.resource("kubernetes:apps/v1:Deployment", "main-vmsingle-deployment");
      expect(namesOf(deployment.dependencies))
        .to.include.members(["space", "main-vmsingle-service-account"])
        .and.not.to.include("main-vmsingle-service");
      for (const [type, name] of [
        ["Service", "main-vmsingle-service"],
        ["ServiceAccount", "main-vmsingle-service-account"],
        ["PersistentVolumeClaim", "main-vmsingle-claim"],
      ] as const) {
        expect(namesOf((await stack.resource(`kubernetes:core/v1:${type}`, name)).dependencies), name).to.include("space");
      }
    });

    it("order the end: users of a component's outputs go before its children", async () => {
      const stack = await stackOf(() => {
        const { agent } = smallStack();
        new kubernetes.core.v1.ConfigMap("user", { metadata: { name: "user", namespace: "default" }, data: { url: agent.url } });
      });
      succeeded(await stack.up());
      const { events } = succeeded(await stack.destroy());
      const order = events.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? [resourcePreEvent.metadata.urn.split("::").at(-1)] : []));
      expect(order.indexOf("user")).to.be.lessThan(order.indexOf("main-vmagent-deployment"));
      const deployments = events.flatMap(({ resourcePreEvent }) =>
        resourcePreEvent?.metadata.urn.includes("VMAgent") ? [resourcePreEvent.metadata.urn] : [],
      );
      const positionOf = (name: string): number => deployments.findIndex((urn) => urn.endsWith(`::${name}`));
      expect(positionOf("main-vmagent-deployment")).to.be.lessThan(positionOf("main-vmagent-service-account"));
    });
  });

  describe("registration", () => {
    it("is complete when a component waits for five seconds with nothing else under way", async () => {
      const program = (): void =>
        void new victoriametrics.VMSingle("late", {
          metadata: { namespace: later("monitoring", 5000) },
          spec: { retentionPeriod: later("7d", 5000) },
        });
      const { operations } = succeeded(await (await stackOf(program)).preview());
      expect(Object.keys(operations)).to.include("kubernetes:apps/v1:Deployment::late-vmsingle-deployment");
    });

    for (const [what, spec] of [
      ["plain arguments", { retentionPeriod: "7d" }],
      ["Outputs", pulumi.output({ retentionPeriod: "7d" })],
    ] as const) {
      it(`is complete for a component that comes last in a program, with ${what}`, async () => {
        const { operations } = succeeded(
          await (await stackOf(() => void new victoriametrics.VMSingle("last", { metadata, spec }))).preview(),
        );
        expect(Object.keys(operations)).to.include.members([
          "kubernetes:apps/v1:Deployment::last-vmsingle-deployment",
          "kubernetes:core/v1:Service::last-vmsingle-service",
        ]);
      });
    }
  });

  it("failure: one error for the component, and nothing from those that use it", async () => {
    const stack = await stackOf(() => {
      const { agent } = smallStack({ single: { retentionPeriod: "soon" } });
      new kubernetes.core.v1.ConfigMap("user", { metadata: { name: "user", namespace: "default" }, data: { url: agent.url } });
    });
    for (const run of [await stack.preview(), await stack.up()]) {
      expect(run.failed).to.equal(true);
      const own = run.errors.filter((error) => !error.startsWith("One or more errors occurred"));
      expect(own, run.output).to.have.length(1);
      expect(own[0]).to.match(/^VMSingle monitoring\/main is not valid:\n {2}spec\.retentionPeriod: /);
    }
  });

  it("unknowns: an unknown kubeconfig leaves the preview complete", async () => {
    const program = (): void => {
      const provider = new kubernetes.Provider("cluster", { kubeconfig: unknownInPreview("cluster", "{}"), namespace: "monitoring" });
      new victoriametrics.VMSingle("main", {}, { provider });
    };
    const { operations } = succeeded(await (await stackOf(program)).preview());
    expect(Object.keys(operations)).to.include.members([
      "kubernetes:apps/v1:Deployment::main-vmsingle-deployment",
      "kubernetes:core/v1:Service::main-vmsingle-service",
    ]);
  });

  it("inputs in the state: metadata, spec and their text only, with secret fields as secrets", async () => {
    const key = { license: { key: "plain-license-key" } };
    const stack = await stackOf(
      () =>
        void smallStack({
          single: key,
          scrapes: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x" }, data: { only: "in selectFrom" } }],
        }),
    );
    succeeded(await stack.up());
    expect(stack.stateText()).not.to.include("in selectFrom").and.not.to.include("plain-license-key");
    const agent = await stack.resource("victoriametrics:index:VMAgent", "main");
    expect(Object.keys(agent.inputs ?? {})).to.have.members(["metadata", "spec", "readable"]);
  });

  it("secret containers: the known data of a Secret made from stringData is used in the first preview", async () => {
    const program = (): void => {
      const credentials = new kubernetes.core.v1.Secret("credentials", {
        metadata: { name: "credentials", namespace: "monitoring" },
        stringData: { password: "hunter2" },
      });
      new victoriametrics.VMAgent("main", { metadata, spec: agentSpec, selectFrom: [secured(), credentials] });
    };
    const stack = await stackOf(program);
    const run = succeeded(await stack.preview({ diff: true }));
    expect(vmagentYaml(run)).to.match(/basic_auth: \{.*password: \[secret\]\}\n/);
    expect(run.output).not.to.include("hunter2");
  });

  describe("secret text that must be parsed", () => {
    const withJobs = (text: pulumi.Input<string>) => (): void => {
      const jobs = { apiVersion: "v1", kind: "Secret", metadata: { name: "jobs", namespace: "monitoring" }, stringData: { jobs: text } };
      const spec = { ...agentSpec, disableSelfServiceScrape: true, additionalScrapeConfigs: { name: "jobs", key: "jobs" } };
      new victoriametrics.VMAgent("main", { metadata, spec, selectFrom: [jobs] });
    };

    it("keeps its structure readable and hides its values where it is known", async () => {
      const stack = await stackOf(withJobs("- job_name: hunter2\n  static_configs:\n  - targets: [secret-host:1]\n"));
      const { output } = succeeded(await stack.preview({ diff: true }));
      expect(output)
        .to.include("1 scrape_configs: additionalScrapeConfigs[0]")
        .and.not.to.include("hunter2")
        .and.not.to.include("secret-host");
      succeeded(await stack.up());
      expect(stack.stateText()).not.to.include("hunter2");
      const config = await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmagent-config");
      expect(config.inputs?.["vmagent.yaml"])
        .to.include("scrape_configs[additionalScrapeConfigs[0]].job_name: [secret]\n")
        .and.to.include("static_configs: - {targets: [[secret]]}\n");
    });

    it("makes the generated text unknown where it is unknown", async () => {
      const stack = await stackOf(() => withJobs(pulumi.secret(unknownInPreview("jobs", "- job_name: later\n")))());
      const run = succeeded(await stack.preview({ diff: true }));
      expect(Object.keys(run.operations)).to.include("kubernetes:apps/v1:Deployment::main-vmagent-deployment");
      expect(vmagentYaml(run)).to.match(/\[(unknown|secret)\]\n/);
      succeeded(await stack.up());
    });

    it("is not quoted by the error when it is broken", async () => {
      const { errors } = await (await stackOf(withJobs("- job_name: [hunter2"))).preview();
      expect(errors[0]).to.include("spec.additionalScrapeConfigs: ").and.not.to.include("hunter2");
    });
  });

  it("placeholders: values of any shape arrive as they are, also in the middle of text", async () => {
    const stack = await stackOf(() => {
      const port = unknownInPreview("port", "9090");
      const external = { "a: b": pulumi.secret('quote " colon: # and\nline'), plain: pulumi.interpolate`at ${port}` };
      smallStack({ agent: { externalLabels: external, replicaCount: pulumi.secret(2) } });
    });
    succeeded(await stack.preview());
    succeeded(await stack.up());
    const deployment = await stack.resource("kubernetes:apps/v1:Deployment", "main-vmagent-deployment");
    expect(deployment.inputs).to.have.nested.property("spec.replicas");
    expect(Object.values(stack.manifests()).join("\n")).to.match(/replicas: 2\n/);
    const config = await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmagent-config");
    expect(config.inputs?.["vmagent.yaml"])
      .to.match(/external_labels: \{.*plain: at 9090[,}]/)
      .and.to.match(/external_labels: \{.*"a: b": \[secret\][,}]/);
  });

  it("Secrets that are replaced when they change are warned about once", async () => {
    const stack = await stackOf(() => void smallStack(), { config: { "kubernetes:enableSecretMutable": "false" } });
    const { warnings } = succeeded(await stack.preview());
    expect(warnings.filter((warning) => warning.includes("enableSecretMutable"))).to.have.length(1);
  });

  it("paused: changes are not applied and nothing is taken away", async () => {
    const stack = await stackOf(() => void smallStack());
    succeeded(await stack.up());
    stack.program = async () =>
      void smallStack({
        interval: "15s",
        agent: { paused: true, image: { tag: "v1.0.0" } },
        single: { paused: true, retentionPeriod: "1d" },
      });
    const { operations } = succeeded(await stack.preview());
    const ours = Object.entries(operations).filter(([name]) => !name.startsWith("victoriametrics:index:VM"));
    expect(new Set(ours.map(([, operation]) => operation)), JSON.stringify(operations)).to.deep.equal(new Set(["same"]));
  });

  describe("namespace", () => {
    const namespaceOf = async (program: () => void, options?: StackOptions): Promise<unknown> => {
      const stack = await stackOf(program, options);
      succeeded(await stack.up());
      const { inputs = {} } = await stack.resource("kubernetes:core/v1:Service", "main-vmsingle-service");
      return (inputs.metadata as { namespace: string }).namespace;
    };

    it("is the one of the metadata before all others", async () => {
      expect(
        await namespaceOf(() => void new victoriametrics.VMSingle("main", { metadata }), {
          config: { "kubernetes:namespace": "configured" },
        }),
      ).to.equal("monitoring");
    });
    it("is the provider's where the metadata has none", async () => {
      const program = (): void => {
        const renderYamlToDirectory = new pulumi.Config("kubernetes").require("renderYamlToDirectory");
        const provider = new kubernetes.Provider("own", { namespace: "given", renderYamlToDirectory });
        new victoriametrics.VMSingle("main", {}, { provider });
      };
      expect(await namespaceOf(program)).to.equal("given");
    });
    it("is the one of the stack's configuration where there is no provider of its own", async () => {
      expect(
        await namespaceOf(() => void new victoriametrics.VMSingle("main"), { config: { "kubernetes:namespace": "configured" } }),
      ).to.equal("configured");
    });
    it("is default otherwise, and always written out", async () => {
      expect(await namespaceOf(() => void new victoriametrics.VMSingle("main"))).to.equal("default");
    });
  });

  describe("the life of a VMSingle's claim", () => {
    const claim = (spec: Record<string, unknown>) => () =>
      void new victoriametrics.VMSingle("db", { metadata, spec: { storage: { resources: { requests: { storage: "1Gi" } } }, ...spec } });

    it("goes on after destroy, and the next up finds it again", async () => {
      const stack = await stackOf(claim({}));
      succeeded(await stack.up());
      succeeded(await stack.destroy());
      expect(Object.keys(stack.manifests()).join())
        .to.match(/persistentvolumeclaim/)
        .and.not.to.match(/deployment|service/);
      succeeded(await stack.up());
      const { inputs, retainOnDelete } = await stack.resource("kubernetes:core/v1:PersistentVolumeClaim", "db-vmsingle-claim");
      expect(retainOnDelete).to.equal(true);
      expect(annotationsOf(inputs)).to.have.own.property("pulumi.com/patchFieldManager");
    });

    it("ends with destroy where removePvcAfterDelete says so", async () => {
      const stack = await stackOf(claim({ removePvcAfterDelete: true }));
      succeeded(await stack.up());
      succeeded(await stack.destroy());
      expect(stack.manifests()).to.deep.equal({});
    });

    it("does not survive another storage class: an error names the procedure", async () => {
      const stack = await stackOf(claim({}));
      succeeded(await stack.up());
      stack.program = async () => claim({ storage: { storageClassName: "fast", resources: { requests: { storage: "1Gi" } } } })();
      const { errors, operations } = await stack.preview();
      expect(errors[0]).to.match(
        /PersistentVolumeClaim monitoring\/vmsingle-db cannot change .*\n.*storageClassName: was not set, is now "fast"\n.*vmbackup/,
      );
      expect(Object.values(operations)).not.to.include("replace");
    });

    it("lets the claim grow", async () => {
      const stack = await stackOf(claim({}));
      succeeded(await stack.up());
      stack.program = async () => claim({ storage: { resources: { requests: { storage: "2Gi" } } } })();
      const { operations } = succeeded(await stack.preview());
      expect(operations["kubernetes:core/v1:PersistentVolumeClaim::db-vmsingle-claim"]).to.equal("update");
    });

    it("does not wait for endpoints while nothing runs", async () => {
      const stack = await stackOf(claim({ replicaCount: 0 }));
      succeeded(await stack.up());
      const { inputs } = await stack.resource("kubernetes:core/v1:Service", "db-vmsingle-service");
      expect(annotationsOf(inputs)).to.have.own.property("pulumi.com/skipAwait", "true");
    });
  });

  it("settings come from the stack's configuration, and the argument wins over it", async () => {
    const program = (): void => {
      new victoriametrics.VMSingle("configured", { metadata });
      new victoriametrics.VMSingle("given", { metadata, defaults: { metricsVersion: "v1.2.3", vmsingle: { limits: { cpu: "2" } } } });
    };
    const stack = await stackOf(program, {
      config: { "victoriametrics:metricsVersion": "v1.1.1", "victoriametrics:vmsingle": '{"image":"mirror/single"}' },
    });
    succeeded(await stack.up());
    const imageOf = async (name: string): Promise<unknown> =>
      JSON.stringify((await stack.resource("kubernetes:apps/v1:Deployment", `${name}-vmsingle-deployment`)).inputs);
    expect(await imageOf("configured")).to.include('"mirror/single:v1.1.1"');
    expect(await imageOf("given"))
      .to.include('"mirror/single:v1.2.3"')
      .and.to.include('"cpu":"2"');
  });
});
