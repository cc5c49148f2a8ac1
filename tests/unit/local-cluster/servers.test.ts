import { expect } from "chai";
import { kubeconfigText } from "../../../tools/local-cluster/kubeconfig.mjs";
import { firstObjects } from "../../../tools/local-cluster/objects.mjs";
import { servers } from "../../../tools/local-cluster/servers.mjs";

const place = {
  folder: "/cluster",
  kubeconfig: "/cluster/kubeconfig",
  nodeKubeconfig: "/cluster/node.kubeconfig",
  ports: { etcd: 20_001, etcdPeers: 20_002, apiServer: 20_003, kwok: 20_004 },
  credentials: { tokens: "/cluster/tokens", privateKey: "/cluster/key", publicKey: "/cluster/pub" },
  stages: ["/plain.yaml", "/more.yaml"],
};
const linesOf = (name: keyof typeof servers): string[] => servers[name](place);

describe("a local cluster", () => {
  it("listens on 127.0.0.1 alone, at the ports that it is given, or not at all", () => {
    expect(linesOf("etcd").filter((line) => line.includes("listen"))).to.deep.equal([
      "--listen-client-urls=http://127.0.0.1:20001",
      "--listen-peer-urls=http://127.0.0.1:20002",
    ]);
    expect(linesOf("kube-apiserver")).to.include.members(["--bind-address=127.0.0.1", "--secure-port=20003"]);
    expect(linesOf("kwok")).to.include("--server-address=127.0.0.1:20004");
    for (const name of ["kube-controller-manager", "kube-scheduler"] as const) expect(linesOf(name)).to.include("--secure-port=0");
  });

  it("keeps its data in its folder, and asks every user for a token", () => {
    expect(linesOf("etcd")).to.include("--data-dir=/cluster/etcd");
    expect(linesOf("kube-apiserver")).to.include.members([
      "--cert-dir=/cluster/certificates",
      "--token-auth-file=/cluster/tokens",
      "--anonymous-auth=false",
    ]);
  });

  it("gives kwok the stages of all files", () => {
    expect(linesOf("kwok")).to.include.members(["--config=/plain.yaml", "--config=/more.yaml"]);
  });

  it("runs kwok as a user of its own", () => {
    expect(linesOf("kwok")).to.include("--kubeconfig=/cluster/node.kubeconfig");
    expect(linesOf("kube-scheduler")).to.include("--kubeconfig=/cluster/kubeconfig");
  });

  it("begins with a node, a storage class that is the default, and as many volumes of that class as are asked for", () => {
    const objects = firstObjects(3) as { kind: string; metadata: { name: string }; spec?: { storageClassName?: string } }[];
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).to.deep.equal([
      "Node simulated",
      "ValidatingAdmissionPolicy only-ended-pods",
      "ValidatingAdmissionPolicyBinding only-ended-pods",
      "StorageClass growing",
      ...[0, 1, 2].map((index) => `PersistentVolume volume-${index}`),
    ]);
    expect(objects.flatMap(({ spec }) => spec?.storageClassName ?? [])).to.deep.equal(["growing", "growing", "growing"]);
  });

  it("is reached by a kubeconfig of one context", () => {
    const { "current-context": current, contexts, clusters, users } = JSON.parse(kubeconfigText("https://127.0.0.1:1", "token"));
    const { cluster, user } = contexts.find(({ name }: { name: string }) => name === current).context;
    expect(clusters.find(({ name }: { name: string }) => name === cluster).cluster.server).to.equal("https://127.0.0.1:1");
    expect(users.find(({ name }: { name: string }) => name === user).user).to.deep.equal({ token: "token" });
  });
});
