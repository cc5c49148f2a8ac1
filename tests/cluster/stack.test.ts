import { gunzipSync } from "node:zlib";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster, LiveObject } from "./cluster";
import { operatorManager } from "./operator";
import { sharedCluster } from "./shared";

const claim = (storage: string) => ({ resources: { requests: { storage } } });
const shop = (namespace: string, interval = "30s") =>
  new victoriametrics.VMServiceScrape("shop", {
    metadata: { namespace },
    spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics", interval }] },
  });

describe("a stack in a cluster", () => {
  let cluster: Cluster;
  let stack: TestStack;

  before(async () => {
    cluster = await sharedCluster();
  });

  /** Runs a program for the first time, in a namespace of its own. */
  const start = async (namespace: string, program: PulumiFn): Promise<void> => {
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(program, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    await up(program);
  };
  const up = async (program: PulumiFn): Promise<Readonly<Record<string, string>>> => {
    stack.program = program;
    const { failed, output, operations } = await stack.up();
    succeeded({ failed, output });
    return operations;
  };
  const uids = (kinds: string, namespace: string): Record<string, string> =>
    Object.fromEntries(cluster.objects(kinds, namespace).map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.uid]));
  const sizes = (namespace: string): Record<string, string> =>
    Object.fromEntries(
      cluster.objects("persistentvolumeclaims", namespace).map(({ metadata, spec }) => [metadata.name, spec.resources.requests.storage]),
    );
  /** Resources that were not left as they are, by their name. */
  const changes = (operations: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(operations)
        .filter(([, operation]) => operation !== "same")
        .map(([resource, operation]) => [resource.split("::").at(-1) ?? "", operation]),
    );

  describe("of a database, a cluster and an agent", () => {
    const namespace = "growing";
    const program =
      ({ size = "1Gi", interval = "30s" } = {}): PulumiFn =>
      async () => {
        const metadata = { namespace };
        const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "1", storage: claim(size) } });
        new victoriametrics.VMCluster("big", {
          metadata,
          spec: {
            retentionPeriod: "1",
            vmstorage: { replicaCount: 2, storage: { volumeClaimTemplate: { spec: claim(size) } } },
            vmselect: { replicaCount: 1 },
            vminsert: { replicaCount: 1 },
          },
        });
        new victoriametrics.VMAgent("main", {
          metadata,
          spec: {
            statefulMode: true,
            statefulStorage: { volumeClaimTemplate: { spec: claim(size) } },
            remoteWriteSettings: { maxDiskUsagePerURL: "500MB" }, // else it follows from the size, and the pods restart with the new flag
            selectAllByDefault: true,
            remoteWrite: [{ url: database.remoteWriteUrl }],
          },
          selectFrom: [database, shop(namespace, interval)],
        });
      };
    let pods: Record<string, string>;
    let workloads: Record<string, string>;
    const expectUntouched = (): void => {
      expect(uids("pods", namespace)).to.deep.equal(pods);
      expect(uids("deployments,statefulsets", namespace)).to.deep.equal(workloads);
    };

    before(async () => {
      await start(namespace, program());
      pods = uids("pods", namespace);
      workloads = uids("deployments,statefulsets", namespace);
    });
    after(() => stack.remove());

    it("stands with ready pods after the first run, and the second changes nothing", async () => {
      const ready = ({ spec, status }: LiveObject): boolean => status?.readyReplicas === spec.replicas;
      const live = cluster.objects("deployments,statefulsets", namespace);
      expect(live.map(({ metadata }) => metadata.name)).to.have.members([
        "vmsingle-main",
        "vmstorage-big",
        "vmselect-big",
        "vminsert-big",
        "vmagent-main",
      ]);
      expect(live.filter((workload) => !ready(workload))).to.deep.equal([]);
      expect(changes(await up(program()))).to.deep.equal({});
    });

    it("brings changed configuration to running pods by an updated Secret, without a restart", async () => {
      const before = cluster.object("secret", "vmagent-main", namespace);
      expect(changes(await up(program({ interval: "15s" })))).to.deep.equal({
        "main-vmagent-config": "update",
        shop: "update",
      });
      const now = cluster.object("secret", "vmagent-main", namespace);
      expect(now.metadata.uid).to.equal(before.metadata.uid);
      expect(now.data).not.to.deep.equal(before.data);
      expectUntouched();
    });

    it("grows its claims where they are", async () => {
      const operations = await up(program({ size: "2Gi", interval: "15s" }));
      expect(Object.values(operations)).not.to.include("replace").and.not.to.include("delete-replaced");
      expect(new Set(Object.values(sizes(namespace)))).to.deep.equal(new Set(["2Gi"]));
      expect(Object.keys(sizes(namespace))).to.have.length(4);
      expectUntouched();
      expect(changes(await up(program({ size: "2Gi", interval: "15s" })))).to.deep.equal({});
    });

    it("leaves nothing but the claims when it is destroyed, and takes them over when it is made again", async () => {
      const volumes = (): unknown => cluster.objects("persistentvolumeclaims", namespace).map(({ spec }) => spec.volumeName);
      const before = volumes();
      succeeded(await stack.destroy());
      await cluster.settle(namespace);
      expect(uids("pods,deployments,statefulsets,services,secrets", namespace)).to.deep.equal({});
      expect(volumes()).to.deep.equal(before);
      await up(program({ size: "2Gi" }));
      expect(volumes()).to.deep.equal(before);
      await stack.destroy();
    });
  });

  describe("that refers to Secrets in the cluster", () => {
    const namespace = "referring";
    const metadata = { namespace };
    const program =
      (secret: string): PulumiFn =>
      async () => {
        const basicAuth = { username: { name: secret, key: "username" }, password: { name: secret, key: "password" } };
        const scrape = new victoriametrics.VMStaticScrape("shop", {
          metadata,
          spec: { targetEndpoints: [{ targets: ["shop:80"], basicAuth }] },
        });
        new victoriametrics.VMAgent("main", {
          metadata,
          spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://elsewhere:8428/api/v1/write" }] },
          selectFrom: [scrape],
        });
        new victoriametrics.VMUser("reader", {
          metadata,
          spec: { generatePassword: true, targetRefs: [{ static: { url: "http://elsewhere:8428" }, paths: ["/.*"] }] },
          adopt: true,
        });
      };
    const secret = (name: string, password: string) => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name, namespace },
      stringData: { username: "shop", password },
    });
    const text = (name: string, key: string): string => {
      const bytes = Buffer.from(cluster.object("secret", name, namespace).data?.[key] ?? "", "base64");
      return (key.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
    };

    before(() => {
      cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
      cluster.create([secret("login", "of the shop"), secret("vmuser-reader", "of the operator")], operatorManager);
    });
    afterEach(() => stack.remove());

    it("reads what selectFrom lacks, and a password to take over", async () => {
      await start(namespace, program("login"));
      expect(text("vmagent-main", "vmagent.yaml.gz")).to.include("of the shop");
      expect(text("vmuser-reader", "password")).to.equal("of the operator");
      expect(stack.stateText()).not.to.include("of the shop").and.not.to.include("of the operator");
      succeeded(await stack.destroy());
      expect(Object.keys(uids("secrets", namespace))).to.deep.equal(["Secret/login"]);
    });

    it("fails on one that is missing, and names the field", async () => {
      stack = await TestStack.create(program("absent"), { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
      const { failed, output } = await stack.preview();
      expect(failed).to.equal(true);
      expect(output).to.match(/main-vmagent VMStaticScrape\/referring\/shop spec\.targetEndpoints\[0\]\.basicAuth\.\w+/);
      expect(output).to.include("'referring/absent' does not exist");
    });
  });
});
