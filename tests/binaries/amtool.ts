import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Manifest } from "../../provider/render";

/** The configurations of Alertmanager among derived objects. */
export function alertmanagerConfigurations(objects: readonly Manifest[]): string[] {
  return objects.flatMap(({ kind, data }) => {
    const compressed = (data as Readonly<Record<string, string>> | undefined)?.["alertmanager.yaml.gz"];
    return kind === "Secret" && compressed ? [gunzipSync(Buffer.from(compressed, "base64")).toString("utf8")] : [];
  });
}

/** Why Alertmanager does not take a configuration; undefined if it does. */
export function refusalOf(configuration: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "amtool-"));
  try {
    const file = join(folder, "alertmanager.yaml");
    writeFileSync(file, configuration);
    const { status, stdout, stderr } = spawnSync(executable(), ["--enable-feature=utf8-strict-mode", "check-config", file], {
      encoding: "utf8",
      env: { HOME: folder },
    });
    return status === 0 ? undefined : `${stdout}${stderr}`.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function executable(): string {
  const path = process.env.PULUMI_VICTORIAMETRICS_AMTOOL;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_AMTOOL does not say where amtool is: run npm run test:binaries");
  return path;
}
