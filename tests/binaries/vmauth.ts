import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseDocument } from "yaml";
import type { Manifest } from "../../provider/render";

/** The configurations for vmauth among derived objects. */
export function authConfigurations(objects: readonly Manifest[]): string[] {
  return objects.flatMap(({ kind, data }) => {
    const value = kind === "Secret" ? (data as Readonly<Record<string, string>> | undefined)?.["config.yaml.gz"] : undefined;
    return value === undefined ? [] : [gunzipSync(Buffer.from(value, "base64")).toString("utf8")];
  });
}

/** Why vmauth does not start with a configuration; undefined if it does. Certificates are not looked at: it reads them when it connects. */
export function refusalOf(configuration: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "vmauth-"));
  try {
    const file = join(folder, "config.yaml");
    writeFileSync(file, withRealKeys(configuration));
    const arguments_ = ["-dryRun", "-loggerFormat=json", "-loggerLevel=ERROR", `-auth.config=${file}`];
    const { status, stderr } = spawnSync(executable(), arguments_, { encoding: "utf8", env: {} });
    return status === 0 ? undefined : messageOf(stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keys are free texts of users; inputs of tests have words instead. */
function withRealKeys(configuration: string): string {
  const document = parseDocument(configuration);
  const { users = [] } = (document.toJS() ?? {}) as { users?: { jwt?: { public_keys?: string[] } }[] };
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = publicKey.export({ type: "spki", format: "pem" });
  for (const [index, { jwt }] of users.entries()) {
    if (jwt?.public_keys)
      document.setIn(
        ["users", index, "jwt", "public_keys"],
        jwt.public_keys.map(() => key),
      );
  }
  return document.toString();
}

function messageOf(stderr: string): string {
  const [line = stderr] = stderr
    .split("\n")
    .filter((one) => one.startsWith("{"))
    .reverse();
  return line.startsWith("{") ? (JSON.parse(line) as { readonly msg: string }).msg : line;
}

function executable(): string {
  const path = process.env.PULUMI_VICTORIAMETRICS_VMAUTH;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_VMAUTH does not say where vmauth is: run npm run test:binaries");
  return path;
}
