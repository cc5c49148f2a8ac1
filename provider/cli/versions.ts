import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { defaultsWith } from "../defaults";
import { version } from "../version";

const unknown = "not found";

/** The versions that a report of a bug needs. */
export function versions(): Record<string, string> {
  const { operatorVersion, metricsVersion } = defaultsWith();
  return {
    "pulumi-victoriametrics": version,
    "operator that it follows": `main branch of 2026-08-21, 31 commits after ${operatorVersion}`,
    "VictoriaMetrics by default": metricsVersion,
    "Node.js": `${process.version} on ${process.platform} ${process.arch}`,
    pulumi: commandLine(),
    "@pulumi/pulumi": installed("@pulumi/pulumi"),
    "@pulumi/kubernetes": installed("@pulumi/kubernetes"),
  };
}

/** The version of a package that programs in this folder use. */
function installed(name: string): string {
  try {
    const load = createRequire(join(process.cwd(), "index.js"));
    return (load(`${name}/package.json`) as { version: string }).version;
  } catch {
    return unknown;
  }
}

function commandLine(): string {
  const { status, stdout } = spawnSync("pulumi", ["version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : unknown;
}
