import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Issue, Manifest } from "../../provider/render";

/** A generated scrape configuration as the pods have it: the main file, and the lists of jobs in other Secrets. */
export interface ScrapeConfiguration {
  readonly main: string;
  readonly overflow: readonly string[];
}

/** vmagent's answer to a configuration. */
export interface Verdict {
  /** Why it does not start; undefined if it does. */
  readonly refusal?: string;
  /** The parts that it leaves out, with the reasons. */
  readonly leftOut: readonly { readonly job: string; readonly reason: string }[];
}

/** The scrape configurations among derived objects. */
export function scrapeConfigurations(objects: readonly Manifest[]): ScrapeConfiguration[] {
  const secrets = objects.filter(({ kind }) => kind === "Secret");
  return secrets.flatMap((secret) => {
    const main = dataOf(secret, "vmagent.yaml.gz") ?? dataOf(secret, "scrape.yaml.gz");
    if (main === undefined) return [];
    const overflow = secrets.filter((other) => isOverflowOf(secret, other)).map((other) => dataOf(other, "jobs.yaml") ?? "");
    return [{ main, overflow }];
  });
}

function isOverflowOf({ metadata: main }: Manifest, { metadata: other }: Manifest): boolean {
  return other.namespace === main.namespace && other.labels?.["operator.victoriametrics.com/scrape-config-extra"] === main.name;
}

function dataOf({ data }: Manifest, key: string): string | undefined {
  const value = (data as Readonly<Record<string, string>> | undefined)?.[key];
  return value === undefined ? undefined : gunzipSync(Buffer.from(value, "base64")).toString("utf8");
}

const overflowFolder = "/etc/vm/sc-files";

/** Lets vmagent check a configuration as strictly as it can. Certificates are not looked at: it reads them when it scrapes. */
export function verdictOf({ main, overflow }: ScrapeConfiguration): Verdict {
  const folder = mkdtempSync(join(tmpdir(), "vmagent-"));
  try {
    const file = join(folder, "vmagent.yaml");
    const files = join(folder, "sc-files");
    writeFileSync(file, main.replaceAll(overflowFolder, files));
    for (const [index, jobs] of overflow.entries()) {
      mkdirSync(join(files, String(index)), { recursive: true });
      writeFileSync(join(files, String(index), "jobs.yaml"), jobs);
    }
    return check(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(file: string): Verdict {
  const { status, stderr } = spawnSync(executable(), [...flags, `-promscrape.config=${file}`], { encoding: "utf8", env: {} });
  const messages = stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => (JSON.parse(line) as { readonly msg: string }).msg);
  const leftOut = messages.flatMap((message) => {
    const [, job, reason] = /^skipping `scrape_config` for job_name=(.*?) because of error: (.*)$/s.exec(message) ?? [];
    return job === undefined || reason === undefined ? [] : [{ job, reason }];
  });
  return status === 0 ? { leftOut } : { leftOut, refusal: messages.at(-1) ?? stderr };
}

const flags = [
  "-dryRun",
  "-promscrape.config.strictParse=true",
  "-remoteWrite.url=http://127.0.0.1:1/",
  "-loggerFormat=json",
  "-loggerLevel=ERROR",
];

function executable(): string {
  const path = process.env.PULUMI_VICTORIAMETRICS_VMAGENT;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_VMAGENT does not say where vmagent is: run npm run test:binaries");
  return path;
}

const kinds: Readonly<Record<string, string>> = {
  serviceScrape: "VMServiceScrape",
  podScrape: "VMPodScrape",
  probe: "VMProbe",
  nodeScrape: "VMNodeScrape",
  staticScrape: "VMStaticScrape",
  scrapeConfig: "VMScrapeConfig",
};

/** Whether something was said about the object that a job was made from, or about the relabeling that its scraper adds. */
export function isAnnounced(job: string, issues: readonly Issue[]): boolean {
  const [kind = "", namespace, name] = job.split("/");
  return issues.some(({ object, path }) => object === `${kinds[kind]}/${namespace}/${name}` || addedRelabeling.test(`${object} ${path}`));
}

const addedRelabeling = /^VM(Agent|Single)\/\S+ spec\.\w*Relabel/;
