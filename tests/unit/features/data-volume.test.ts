import { expect } from "chai";
import { withDataMount, withDataVolume } from "../../../provider/features/data-volume";
import { contextWith } from "../context";

const data = { name: "data", path: "/mnt/disk/data" };

function mountsOf(...mounts: [name: string, mountPath: string][]) {
  const context = contextWith();
  const result = withDataMount(
    mounts.map(([name, mountPath]) => ({ name, mountPath })),
    data,
    context,
  );
  return { paths: result.map(({ mountPath }) => mountPath), problems: context.report.issues.map(({ path }) => path) };
}

describe("the volume of the data", () => {
  it("is mounted first unless the user has mounted it at the folder or above it", () => {
    expect(mountsOf(["x", "/x"])).to.deep.equal({ paths: ["/mnt/disk/data", "/x"], problems: [] });
    for (const path of ["/mnt/disk/data", "/mnt/disk/data/", "/mnt/disk", "/mnt//disk/../disk", "/"]) {
      expect(mountsOf(["x", "/x"], ["data", path]), path).to.deep.equal({ paths: ["/x", path], problems: [] });
    }
  });

  it("has the folder for itself, and is mounted nowhere else", () => {
    expect(mountsOf(["x", "/mnt/disk"]).problems).to.deep.equal(["spec.volumeMounts[0].mountPath"]);
    expect(mountsOf(["x", "/x"], ["data", "/mnt/disk/data/below"]).problems).to.deep.equal(["spec.volumeMounts[1].mountPath"]);
    expect(mountsOf(["x", "/mnt/di"], ["y", "/mnt/disk/data2"], ["z", "/mnt/disk/data/below"]).problems).to.deep.equal([]);
  });

  it("is the user's, the claim, or an empty directory, but not two of them", () => {
    const context = contextWith();
    const own = { name: "data", hostPath: { path: "/srv" } };
    expect(withDataVolume([], "data", undefined, context)).to.deep.equal([{ name: "data", emptyDir: {} }]);
    expect(withDataVolume([{ name: "x" }], "data", "claim", context)).to.deep.equal([
      { name: "data", persistentVolumeClaim: { claimName: "claim" } },
      { name: "x" },
    ]);
    expect(withDataVolume([own], "data", undefined, context)).to.deep.equal([own]);
    expect(context.report.issues).to.deep.equal([]);
    withDataVolume([own], "data", "claim", context);
    expect(context.report.issues.map(({ path }) => path)).to.deep.equal(["spec.volumes[0]"]);
  });
});
