import { expect } from "chai";
import { fromYaml, manifest } from "./from-yaml";

const target = "remoteWrite: [{url: 'http://db:8428/api/v1/write'}]";
const parts = "vmselect: {replicaCount: 1}, vminsert: {replicaCount: 1}";

/** The arguments of one name, whatever its dashes. */
const named = (args: readonly string[], name: string): string[] => args.filter((argument) => new RegExp(`^-*${name}(=|$)`).test(argument));

describe("arguments of users", () => {
  it("are flags with the dashes of their program, however many the user writes", async () => {
    const agent = manifest(
      "VMAgent",
      "a",
      `{${target}, extraArgs: {"--loggerFormat": json}, configReloaderExtraArgs: {"-loggerFormat": json}}`,
    );
    const pager = manifest("VMAlertmanager", "p", `{extraArgs: {"-data.retention": 1h}}`);
    const { args } = await fromYaml(agent + pager);
    expect(named(args("Deployment", "vmagent-a", "vmagent"), "loggerFormat")).to.deep.equal(["-loggerFormat=json"]);
    for (const container of ["config-reloader", "config-init"])
      expect(named(args("Deployment", "vmagent-a", container), "loggerFormat")).to.deep.equal(["--loggerFormat=json"]);
    expect(named(args("StatefulSet", "vmalertmanager-p", "alertmanager"), "data.retention")).to.deep.equal(["--data.retention=1h"]);
  });

  it("take the place of derived ones in every container, backups and restores among them", async () => {
    const backup = `vmBackup: {destination: "fs:///b", extraArgs: {storageDataPath: /own, "--dst": "fs:///c", eula: ""}, restore: {onStart: {enabled: true}}}`;
    const cluster = manifest(
      "VMCluster",
      "c",
      `{license: {key: k}, ${parts}, vmstorage: {replicaCount: 1, extraArgs: {"--retentionPeriod": 60d}, ${backup}}, retentionPeriod: 30d}`,
    );
    const { args } = await fromYaml(cluster);
    expect(named(args("StatefulSet", "vmstorage-c", "vmstorage"), "retentionPeriod")).to.deep.equal(["-retentionPeriod=60d"]);
    for (const container of ["vmbackuper", "vmbackuper-restore"]) {
      const given = args("StatefulSet", "vmstorage-c", container);
      expect(named(given, "storageDataPath"), container).to.deep.equal(["-storageDataPath=/own"]);
      expect(named(given, "dst"), container).to.deep.equal(["-dst=fs:///c"]);
      expect(named(given, "eula"), container).to.deep.equal(["-eula"]);
    }
  });

  it("shape probes and addresses whatever their spelling", async () => {
    const { object } = await fromYaml(manifest("VMSingle", "s", `{extraArgs: {"--tls": "true", "-http.pathPrefix": /x}}`));
    expect(object("VMServiceScrape", "vmsingle-s").spec.endpoints[0]).to.include({ scheme: "https", path: "/x/metrics" });
  });

  it("that are given in two spellings are an error, and so is one without a name", async () => {
    const { places } = await fromYaml(manifest("VMAgent", "a", `{${target}, extraArgs: {tls: "true", "--tls": "false", "--": x}}`));
    expect(places()).to.have.members(['error spec.extraArgs["--tls"]', 'error spec.extraArgs["--"]']);
  });
});
