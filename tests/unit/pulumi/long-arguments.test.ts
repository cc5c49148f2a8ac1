import { expect } from "chai";
import { longArguments } from "../../../provider/pulumi/long-arguments";
import { Values } from "../../../provider/values/values";

const nodes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `vmstorage-${index}.vmstorage.monitoring:8401`).join(",");

const workload = (...args: string[]) => ({
  role: "deployment",
  manifest: {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "vmselect", namespace: "monitoring" },
    spec: {
      template: {
        spec: {
          containers: [
            { name: "reloader", args: ["--watch"] },
            { name: "vmselect", args },
          ],
        },
      },
    },
  },
});

describe("long arguments of a workload", () => {
  it("are hidden by their paths, and shown with a line for each value", () => {
    const shown = longArguments(workload("-a=1", `-storageNode=${nodes(3)}`), new Values());
    expect(shown?.hideDiffs).to.deep.equal(["spec.template.spec.containers[1].args[1]"]);
    expect(Object.values(shown?.annotations ?? {})).to.deep.equal([
      `long arguments, one line for each value
containers[vmselect].args[-storageNode]: vmstorage-0.vmstorage.monitoring:8401
containers[vmselect].args[-storageNode]: vmstorage-1.vmstorage.monitoring:8401
containers[vmselect].args[-storageNode]: vmstorage-2.vmstorage.monitoring:8401
`,
    ]);
  });

  it("leave workloads with short ones alone, and objects that are none", () => {
    expect(longArguments(workload(`-storageNode=${nodes(2)}`), new Values())).to.equal(undefined);
    const manifest = { apiVersion: "v1", kind: "Service", metadata: { name: "vmselect" }, spec: {} };
    expect(longArguments({ role: "service", manifest }, new Values())).to.equal(undefined);
  });

  it("leave workloads with secrets alone, of which the Kubernetes provider shows nothing", () => {
    const values = new Values();
    const secret = values.add({ path: "spec.key", secret: true, known: { value: "hunter2" } });
    expect(longArguments(workload(`-key=${secret}`, `-storageNode=${nodes(3)}`), values)).to.equal(undefined);
  });
});
