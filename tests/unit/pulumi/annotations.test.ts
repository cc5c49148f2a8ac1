import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { replaceable } from "../../../provider/pulumi/annotations";
import { run } from "./mocks";

const unawaited = { "pulumi.com/skipAwait": "true" };
const deletionPolicy = "pulumi.com/deletionPropagationPolicy";
const background = { [deletionPolicy]: "background" };
const object = (kind: string, annotations?: Record<string, string>) => ({
  apiVersion: "any/v1",
  kind,
  metadata: { name: "main", namespace: "monitoring", ...(annotations && { annotations }) },
});

describe("a workload that is not waited for", () => {
  for (const kind of ["Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicationController"]) {
    it(`goes at once when it is replaced, so that the new one is another object: ${kind}`, () => {
      expect(replaceable(object(kind, unawaited))).to.deep.equal(background);
    });
  }

  it("goes as the user says where the user says it", () => {
    expect(replaceable(object("StatefulSet", { ...unawaited, [deletionPolicy]: "orphan" }))).to.deep.equal({});
  });

  it("differs from one that is waited for, and from objects without dependents", () => {
    expect(replaceable(object("StatefulSet"))).to.deep.equal({});
    expect(replaceable(object("StatefulSet", { "pulumi.com/skipAwait": "false" }))).to.deep.equal({});
    expect(replaceable(object("Service", unawaited))).to.deep.equal({});
  });

  it("is derived, or passed through by a group", async () => {
    const metadata = { namespace: "monitoring" };
    const own = { ...object("StatefulSet", unawaited), apiVersion: "apps/v1" };
    const found = await run(() => {
      new victoriametrics.VMAlertmanager("main", { metadata, spec: { managedMetadata: { annotations: unawaited } } });
      new victoriametrics.ConfigGroup("all", { objs: [own] });
    });
    expect(found.errors).to.deep.equal([]);
    for (const name of ["main-vmalertmanager-stateful-set", "all-apps/v1-StatefulSet-monitoring/main"]) {
      expect(found.resource("StatefulSet", name).inputs.metadata.annotations, name).to.include({ ...unawaited, ...background });
    }
  });
});
