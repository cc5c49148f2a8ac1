import { expect } from "chai";
import { securityContexts } from "../../../provider/workload/security-context";
import { contextWith } from "../context";

describe("security contexts", () => {
  it("cut the user's block in two, with some fields on both sides", () => {
    const securityContext = { fsGroup: 1, runAsUser: 2, readOnlyRootFilesystem: false, seccompProfile: { type: "RuntimeDefault" } };
    expect(securityContexts({ securityContext, useStrictSecurity: true }, contextWith())).to.deep.equal({
      pod: { fsGroup: 1, runAsUser: 2, seccompProfile: { type: "RuntimeDefault" } },
      container: { runAsUser: 2, readOnlyRootFilesystem: false, seccompProfile: { type: "RuntimeDefault" } },
    });
  });

  it("leave out the side that gets nothing", () => {
    expect(securityContexts({ securityContext: { privileged: true } }, contextWith())).to.deep.equal({ container: { privileged: true } });
    expect(securityContexts({ securityContext: {} }, contextWith({ useStrictSecurity: true }))).to.deep.equal({});
  });

  it("are strict where the resource or the defaults ask for it, the resource first", () => {
    const strict = contextWith({ useStrictSecurity: true });
    expect(securityContexts({}, strict).container?.runAsUser).to.equal(65534);
    expect(securityContexts({ useStrictSecurity: false }, strict)).to.deep.equal({});
  });

  it("leave ids to OpenShift, and the change policy to clusters that know it", () => {
    const openShift = securityContexts({ useStrictSecurity: true }, contextWith({ openShift: true }));
    expect(openShift.pod).to.deep.equal({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(openShift.container).to.not.have.any.keys("runAsUser", "runAsGroup");
    const old = securityContexts({ useStrictSecurity: true }, contextWith({ kubernetesVersion: "1.19" }));
    expect(old.pod).to.include({ fsGroup: 65534 }).and.not.have.property("fsGroupChangePolicy");
  });
});
