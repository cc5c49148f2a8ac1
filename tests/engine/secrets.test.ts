import { gunzipSync } from "node:zlib";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { smallStack } from "./programs";
import { TestStack } from "./stack";

/** Secrets whose escaped forms differ from the plain one. */
const secrets = { direct: 'dir"ect&s3cret/ä', selected: 'sel"ected&s3cret/ö', configured: 'conf"igured&s3cret/ü' };

/** A text and everything that is hidden in it by base64 and gzip. */
function opened(text: string): string {
  const parts = text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [];
  return [text, ...parts.map(decode)].join("\n");
}

function decode(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? opened(gunzipSync(bytes).toString()) : bytes.toString();
}

const forms = (value: string): string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value),
  new URLSearchParams({ x: value }).toString().slice(2),
  Buffer.from(value).toString("base64"),
];

function expectNoSecret(text: string, where: string): void {
  const all = opened(text);
  for (const [name, value] of Object.entries(secrets)) {
    for (const form of forms(value)) expect(all.includes(form), `the ${name} secret lies in clear in ${where}`).to.equal(false);
  }
}

/** With --debug the Pulumi SDK prints what the engine answers for each resource of any package, secrets included. Nothing else may. */
const isResponse = (line: string): boolean => line.includes("RegisterResource RPC finished: ");
const withoutResponses = (output: string): string =>
  output
    .split("\n")
    .filter((line) => !isResponse(line))
    .join("\n");

const program = async (): Promise<void> => {
  const config = new pulumi.Config();
  const credentials = new kubernetes.core.v1.Secret("credentials", {
    metadata: { name: "credentials", namespace: "shop" },
    stringData: { username: "agent", password: config.requireSecret("password") },
  });
  const plain = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "plain", namespace: "shop" },
    stringData: { token: secrets.selected },
  };
  const scrape = new victoriametrics.VMServiceScrape("secured", {
    metadata: { namespace: "shop" },
    spec: {
      selector: {},
      endpoints: [
        {
          port: "a",
          basicAuth: { username: { name: "credentials", key: "username" }, password: { name: "credentials", key: "password" } },
        },
        { port: "b", bearerTokenSecret: { name: "plain", key: "token" } },
        { port: "c", params: { token: [pulumi.secret(secrets.direct)] } },
      ],
    },
  });
  smallStack({ single: { extraArgs: { "http.secret": pulumi.secret(secrets.direct) } }, scrapes: [scrape, credentials, plain] });
};

describe("secrets", () => {
  let stack: TestStack;
  beforeEach(async () => {
    stack = await TestStack.create(program, { secretConfig: { "tests:password": secrets.configured } });
  });
  afterEach(() => stack.remove());

  it("lie in clear neither in state nor in output nor in debug logs nor in a GeneratedConfig, and arrive where they belong", async () => {
    for (const run of [
      () => stack.preview({ diff: true }),
      () => stack.preview({ debug: true }),
      () => stack.up({ debug: true }),
      () => stack.up(),
    ]) {
      const { failed, output, events } = await run();
      succeeded({ failed, output });
      expectNoSecret(withoutResponses(output), "the output");
      expectNoSecret(JSON.stringify(events.filter(({ diagnosticEvent }) => !isResponse(diagnosticEvent?.message ?? ""))), "the events");
    }
    expectNoSecret(stack.stateText(), "the state");
    const config = await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmagent-config");
    expect(config.inputs?.["vmagent.yaml"])
      .to.match(/basic_auth: \{.*password: \[secret\]\}\n/)
      .and.to.include("bearer_token: [secret]\n");
    const written = opened(Object.values(stack.manifests()).join("\n"));
    for (const [name, value] of Object.entries(secrets))
      expect(
        forms(value).some((form) => written.includes(form)),
        name,
      ).to.equal(true);
  });

  it("that surround a whole spec hide its leaves and leave its structure readable", async () => {
    stack.program = async () => {
      const spec = {
        retentionPeriod: "7d",
        port: "8430",
        extraArgs: { "http.secret": secrets.direct },
        storage: { resources: { requests: { storage: "1Gi" } } },
      };
      new victoriametrics.VMSingle("hidden", { metadata: { namespace: "monitoring" }, spec: pulumi.secret(spec) });
    };
    const up = succeeded(await stack.up());
    expectNoSecret(up.output, "the output of up");
    expectNoSecret(stack.stateText(), "the state");
    const service = await stack.resource("kubernetes:core/v1:Service", "hidden-vmsingle-service");
    expect(JSON.stringify(service.inputs)).to.include('"port":8430');
    expect(Object.values(stack.manifests()).join("\n")).to.include("s3cret");
  });

  it("that decide the structure are refused by path, without their value", async () => {
    stack.program = async () => {
      new victoriametrics.VMSingle("bad", { spec: { port: pulumi.secret("8431"), useStrictSecurity: pulumi.secret(true) } });
    };
    const { errors } = await stack.preview();
    expect(errors[0]).to.include("spec.port: ").and.to.include("spec.useStrictSecurity: ").and.not.to.include("8431");
  });
});
