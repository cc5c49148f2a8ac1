import { expect } from "chai";
import { applicationImage, reloaderImage } from "../../../provider/workload/image";
import { contextWith } from "../context";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("images", () => {
  const context = contextWith();
  const license = { key: context.values.add({ path: "spec.license.key", secret: true, known: { value: "K" } }) };
  const imageOf = (fields: Parameters<typeof applicationImage>[0], isLicensed = false): string =>
    applicationImage(fields, context.defaults.vmsingle, isLicensed ? license : undefined, context);

  it("have the default version, the component's, or exactly the user's", () => {
    expect(imageOf({})).to.equal("victoriametrics/victoria-metrics:v1.150.0");
    expect(imageOf({ componentVersion: "v1.2.3" })).to.equal("victoriametrics/victoria-metrics:v1.2.3");
    expect(imageOf({ componentVersion: "v1.2.3", image: { tag: "v1.0.0" } }, true)).to.equal("victoriametrics/victoria-metrics:v1.0.0");
    expect(imageOf({ image: { repository: "a/b", tag: digest } })).to.equal(`a/b@${digest}`);
    expect(imageOf({ image: { tag: "sha256:0123" } })).to.equal("victoriametrics/victoria-metrics:sha256:0123");
  });

  it("are of the enterprise version with a license, where the version has one", () => {
    const versions: Readonly<Record<string, string>> = {
      "v1.2.3": "v1.2.3-enterprise",
      "v1.2.3-cluster": "v1.2.3-enterprise-cluster",
      "v1.2.3-enterprise": "v1.2.3-enterprise",
      "v1.2.3-enterprise-cluster": "v1.2.3-enterprise-cluster",
      "v1.2.3-rc1": "v1.2.3-rc1",
      "1.2.3": "1.2.3",
      "v1.2": "v1.2",
      "v1.2.3.4": "v1.2.3.4",
      latest: "latest",
    };
    for (const [componentVersion, tag] of Object.entries(versions)) {
      expect(imageOf({ componentVersion }, true)).to.equal(`victoriametrics/victoria-metrics:${tag}`);
      expect(imageOf({ componentVersion })).to.equal(`victoriametrics/victoria-metrics:${componentVersion}`);
    }
  });

  it("get the registry of the defaults unless they name one", () => {
    const mirrored = contextWith({ containerRegistry: "mirror:5000" });
    const mirroredImage = (repository: string) =>
      applicationImage({ image: { repository, tag: "v1" } }, mirrored.defaults.vmsingle, undefined, mirrored);
    expect(mirroredImage("vm")).to.equal("mirror:5000/vm:v1");
    expect(mirroredImage("a/vm")).to.equal("mirror:5000/a/vm:v1");
    expect(mirroredImage("quay.io/a/vm")).to.equal("quay.io/a/vm:v1");
    expect(reloaderImage({}, mirrored)).to.equal("mirror:5000/victoriametrics/operator:config-reloader-v0.74.1");
    expect(reloaderImage({ configReloaderImageTag: "quay.io/a/r:1" }, mirrored)).to.equal("quay.io/a/r:1");
  });
});
