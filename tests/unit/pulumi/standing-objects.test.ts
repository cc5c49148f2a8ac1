import type { IncomingMessage, ServerResponse } from "node:http";
import { expect } from "chai";
import { ConfigGroup, VMAgent } from "../../../provider";
import { type HttpServer, startHttpServer } from "../../http-server";
import { type Run, run } from "./mocks";

const fieldManager = "pulumi.com/patchFieldManager";

interface LiveObject {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>>; readonly managedFields?: readonly object[] };
}

/** An API server that has some objects, by their paths, or answers all requests with a status. */
class ApiServer {
  objects: Readonly<Record<string, LiveObject>> = {};
  refusal: number | undefined;
  readonly requests: string[] = [];
  #server: HttpServer | undefined;

  async start(): Promise<void> {
    this.#server = await startHttpServer((request, response) => this.#answer(request, response));
  }

  #answer({ url = "" }: IncomingMessage, response: ServerResponse): void {
    this.requests.push(url);
    const object = this.objects[url];
    response.statusCode = this.refusal ?? (object ? 200 : 404);
    response.end(JSON.stringify(object ?? {}));
  }

  /** A kubeconfig; one with another user is another cluster for whom it is read. */
  kubeconfig(user: string): string {
    return JSON.stringify({
      clusters: [{ name: "a", cluster: { server: this.#server?.url } }],
      users: [{ name: user, user: { token: user } }],
      contexts: [{ name: "a", context: { cluster: "a", user } }],
      "current-context": "a",
    });
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}

const program = (): void => {
  new VMAgent("main", {
    metadata: { namespace: "m" },
    spec: { statefulMode: true, remoteWrite: [{ url: "http://elsewhere" }] },
    readReferences: false,
  });
};

const service = "/api/v1/namespaces/m/services/vmagent-main";
const statefulSet = "/apis/apps/v1/namespaces/m/statefulsets/vmagent-main";

const managerIn = (result: Run, type: string, name: string): string =>
  result.resource(type, name).inputs.metadata.annotations[fieldManager];

/** The objects of a run that have an unknown status, by their names. */
const unknown = ({ resources }: Run): string[] =>
  resources.flatMap(({ name, inputs }) =>
    inputs.status === "[unknown]" ? [name] : "status" in inputs ? [`${name}: ${inputs.status}`] : [],
  );
const [ofService, ofStatefulSet] = ["main-vmagent-service", "main-vmagent-stateful-set"];

describe("a preview of objects that are in the cluster", () => {
  let server: ApiServer;
  let count = 0;
  let manager: string;

  before(async () => {
    manager = managerIn(await run(program), "Service", ofService);
  });
  beforeEach(async () => {
    server = new ApiServer();
    await server.start();
  });
  afterEach(() => server.stop());

  /** Each run is another cluster's: what is known of one is kept for a while. */
  const previewed = (options: { preview?: boolean; config?: Record<string, string> } = {}, declare = program): Promise<Run> =>
    run(declare, {
      preview: true,
      ...options,
      config: { "kubernetes:kubeconfig": server.kubeconfig(`user-${count++}`), ...options.config },
    });
  const owned = (by: string): LiveObject => ({ metadata: { annotations: { [fieldManager]: by } } });

  it("gives these an unknown status, whose changes are ignored in all runs, and no others", async () => {
    server.objects = { [service]: owned(manager) };
    const result = await previewed();
    expect(unknown(result)).to.deep.equal([ofService]);
    const update = await run(program);
    for (const one of [result, update])
      for (const [kind, name] of [
        ["Service", ofService],
        ["StatefulSet", ofStatefulSet],
      ] as const)
        expect(one.resource(kind, name).ignoreChanges, name).to.include("status");
    expect(update.resource("Secret", "main-vmagent-config").ignoreChanges).not.to.include("status");
    expect(server.requests.toSorted()).to.deep.equal([service, statefulSet].toSorted());
  });

  it("does the same with the other objects of a group, also with those that state a field manager of their own", async () => {
    const declare = (): void => {
      const deployment = (name: string, annotations?: object) => ({
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name, annotations },
      });
      const objs = [
        deployment("plain"),
        deployment("own", { [fieldManager]: "mine" }),
        { apiVersion: "v1", kind: "Secret", metadata: { name: "s" } },
      ];
      new ConfigGroup("all", { namespace: "m", objs });
    };
    const child = (kind: string, name: string): [string, string] => [kind, `all-${kind === "Secret" ? "v1" : "apps/v1"}-${kind}-m/${name}`];
    const plain = managerIn(await run(declare), ...child("Secret", "s"));
    const path = (name: string): string => `/apis/apps/v1/namespaces/m/deployments/${name}`;
    server.objects = { [path("plain")]: owned(plain), [path("own")]: owned("mine") };
    const result = await previewed({}, declare);
    expect(unknown(result)).to.have.members([child("Deployment", "plain")[1], child("Deployment", "own")[1]]);
    server.objects = { [path("plain")]: owned("mine"), [path("own")]: owned(plain) };
    expect(unknown(await previewed({}, declare))).to.deep.equal([]);
    expect(server.requests).to.have.members([path("plain"), path("own"), path("plain"), path("own")]);
  });

  it("knows objects of earlier versions, which state no field manager, by the provider's random one", async () => {
    const of = (name: string): LiveObject => ({ metadata: { managedFields: [{ manager: "kube-controller-manager" }, { manager: name }] } });
    server.objects = { [service]: of("kubectl"), [statefulSet]: of("pulumi-kubernetes-1a2b3c4d") };
    expect(unknown(await previewed())).to.deep.equal([ofStatefulSet]);
  });

  it("leaves objects of others as they are", async () => {
    server.objects = { [service]: owned("pulumi-victoriametrics-000000000000 other/dev VMAgent main"), [statefulSet]: { metadata: {} } };
    expect(unknown(await previewed())).to.deep.equal([]);
  });

  it("leaves everything as it is where the cluster cannot be read", async () => {
    server.objects = { [service]: owned(manager) };
    server.refusal = 403;
    expect(unknown(await previewed())).to.deep.equal([]);
    const nowhere = { "kubernetes:kubeconfig": JSON.stringify({ clusters: [] }) };
    expect(unknown(await previewed({ config: nowhere }))).to.deep.equal([]);
  });

  it("asks for nothing in an update, and where manifests are written into a folder", async () => {
    server.objects = { [service]: owned(manager), [statefulSet]: owned(manager) };
    expect(unknown(await previewed({ preview: false }))).to.deep.equal([]);
    const folder = { "kubernetes:renderYamlToDirectory": "manifests" };
    expect(unknown(await previewed({ config: folder }))).to.deep.equal([]);
    expect(server.requests).to.deep.equal([]);
  });
});
