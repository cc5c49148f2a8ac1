import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Manifest } from "../../provider/render";

/** The inputs of vmalert: its arguments, and the files that the config-reloader unpacks for it. */
export interface Start {
  /** Name of the Deployment. */
  readonly name: string;
  readonly args: readonly string[];
  /** The rules, by the name of the volume that they come from. */
  readonly files: Readonly<Record<string, string>>;
}

interface PodSpec {
  readonly containers: readonly { readonly name: string; readonly args?: readonly string[] }[];
  readonly volumes?: readonly { readonly name: string; readonly configMap?: { readonly name: string } }[];
}

/** The starts of vmalert among derived objects. */
export function starts(objects: readonly Manifest[]): Start[] {
  return objects
    .filter(({ kind }) => kind === "Deployment")
    .flatMap(({ metadata, spec }) => {
      const { containers, volumes = [] } = (spec as { template: { spec: PodSpec } }).template.spec;
      const files = volumes.flatMap(({ name, configMap }) => {
        const text = configMap && name.startsWith("rules-src-") ? rulesOf(objects, metadata.namespace, configMap.name) : undefined;
        return text === undefined ? [] : [[name, text] as const];
      });
      const { args } = containers.find(({ name }) => name === "vmalert") ?? {};
      return args ? [{ name: metadata.name, args, files: Object.fromEntries(files) }] : [];
    });
}

function rulesOf(objects: readonly Manifest[], namespace: string | undefined, name: string): string | undefined {
  const configMap = objects.find(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata.namespace === namespace && metadata.name === name,
  );
  const compressed = (configMap?.binaryData as Readonly<Record<string, string>> | undefined)?.["rules.yaml"];
  return compressed === undefined ? undefined : gunzipSync(Buffer.from(compressed, "base64")).toString("utf8");
}

const rulesFolder = "/etc/vmalert/rules-out";

/** Why vmalert does not start with the given arguments and rules; undefined if it does. It makes no connections. */
export function refusalOf({ args, files }: Start): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "vmalert-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "rules.yaml"), text);
    }
    const own = join(folder, "own.yaml");
    writeFileSync(own, "groups:\n- name: own\n  type: prometheus\n  rules: [{record: own, expr: vector(1)}]\n");
    const given = args.map((argument) => argument.replace(rulesFolder, folder));
    const { status, stdout, stderr } = spawnSync(executable(), [...given, ...flags, `-rule=${own}`], { encoding: "utf8", env: {} });
    // An unknown flag is named on standard output, before a long help.
    return status === 0 ? undefined : stderr.trim() || (stdout.split("\n")[0] ?? "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const flags = ["-dryRun", "-loggerFormat=default", "-loggerLevel=ERROR"];

function executable(): string {
  const path = process.env.PULUMI_VICTORIAMETRICS_VMALERT;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_VMALERT does not say where vmalert is: run npm run test:binaries");
  return path;
}
