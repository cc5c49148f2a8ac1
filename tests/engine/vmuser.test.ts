import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { unknownInPreview } from "./programs";
import { TestStack } from "./stack";

const metadata = { namespace: "monitoring" };

/** A user with a generated password, and the VMAuth that lets it in to a database of the same program. */
const program = (rotate?: string) => async () => {
  const database = new victoriametrics.VMSingle("db", { metadata });
  const user = new victoriametrics.VMUser("reader", {
    metadata,
    spec: {
      generatePassword: true,
      targetRefs: [{ crd: { kind: "VMSingle", name: "db", namespace: "monitoring" }, paths: ["/api/v1/query"] }],
    },
    ...(rotate && { rotate }),
    selectFrom: [database],
  });
  new victoriametrics.VMAuth("gate", { metadata, spec: { selectAllByDefault: true }, selectFrom: [user, database] });
  return { secretName: user.secretName };
};

describe("a generated password", () => {
  let stack: TestStack;
  beforeEach(async () => {
    stack = await TestStack.create(program());
  });
  afterEach(() => stack.remove());

  const password = async (): Promise<string> => {
    const { outputs } = await stack.resource("pulumi:index:Stash", "reader-vmuser-password");
    return secretText(outputs?.output);
  };
  const secretText = <Value = string>(value: unknown): Value => JSON.parse((value as { plaintext: string }).plaintext) as Value;

  it("stays the same over three runs, is the one that vmauth gets, and lies in clear nowhere", async () => {
    succeeded(await stack.up());
    const made = await password();
    expect(made).to.match(/^[0-9a-f]{32}$/);
    for (const run of [await stack.up(), await stack.up(), await stack.preview({ diff: true })]) {
      expect(new Set(Object.values(run.operations)), run.output).to.deep.equal(new Set(["same"]));
      expect(run.output).not.to.include(made);
    }
    expect(await password()).to.equal(made);
    expect(stack.stateText()).not.to.include(made).and.not.to.include(Buffer.from(made).toString("base64"));
    const { inputs } = await stack.resource("victoriametrics:index:GeneratedConfig", "gate-vmauth-config");
    expect(JSON.stringify(inputs)).to.include("[secret]").and.to.include("vmsingle-db.monitoring.svc").and.not.to.include(made);
    const { inputs: secret } = await stack.resource("kubernetes:core/v1:Secret", "reader-vmuser-secret");
    const data = secretText<{ password: string }>(secret?.data);
    expect(Buffer.from(data.password, "base64").toString()).to.equal(made);
  });

  it("is known to the whole first preview", async () => {
    const { operations, output, failed } = await stack.preview({ diff: true });
    succeeded({ failed, output });
    expect(Object.keys(operations)).to.include.members([
      "kubernetes:apps/v1:Deployment::gate-vmauth-deployment",
      "kubernetes:core/v1:Secret::reader-vmuser-secret",
    ]);
    expect(output).to.include("http://vmsingle-db.monitoring.svc");
  });

  it("is renewed by rotate", async () => {
    await stack.up();
    const made = await password();
    stack.program = program("2030-01");
    succeeded(await stack.up());
    const { outputs } = await stack.resource("pulumi:index:Stash", "reader-vmuser-password-2030-01");
    expect(secretText(outputs?.output)).not.to.equal(made);
  });

  it("is taken over from the cluster by adopt", async () => {
    stack.program = async () => {
      const provider = new kubernetes.Provider("cluster", { kubeconfig: unknownInPreview("cluster", "{}") });
      new victoriametrics.VMUser(
        "reader",
        { metadata, spec: { generatePassword: true, targetRefs: [{ static: { url: "http://db:8428" } }] }, adopt: true },
        { provider },
      );
    };
    const { operations, output, failed } = await stack.preview();
    succeeded({ failed, output });
    expect(operations).to.have.property("kubernetes:core/v1:Secret::reader-vmuser password", "read");
    expect(Object.keys(operations)).to.include.members([
      "pulumi:index:Stash::reader-vmuser-password",
      "kubernetes:core/v1:Secret::reader-vmuser-secret",
    ]);
  });
});
