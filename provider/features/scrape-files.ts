import type { TLSAssets } from "../config/assets";
import type { Context } from "../context";
import type { DerivedObject, GeneratedFiles, GeneratedPart } from "../derived";
import { generatedSecret, secretData } from "../kubernetes/secret";
import type { VolumeMount } from "../workload/plain";
import { type Mounted, mountedSecret, mountsOf } from "../workload/volumes";
import type { Workload } from "../workload/workload";
import type { Reloads } from "./config-reloader";
import { mountedAssets } from "./mounted-assets";

/** The place of a scraper's generated configuration. */
export interface ScrapePlace {
  /** Name of the unpacked configuration. */
  readonly file: string;
  readonly configPath: string;
  readonly configOutPath: string;
  readonly tlsAssetsPath: string;
}

/** Generated scrape configuration, as `scraping/` makes it. */
export interface ScrapeTexts {
  readonly main: string;
  /** The configuration in parts, for readers. */
  readonly parts: readonly GeneratedPart[];
  /** Jobs that do not fit into the main configuration: a list for each further Secret. */
  readonly overflow: readonly string[];
  /** Files that settings refer to. */
  readonly tlsAssets: TLSAssets;
  /** Files with credentials beside the main configuration. */
  readonly credentials?: TLSAssets;
}

/** Generated scrape configuration in a pod: its Secrets and mounts. */
export interface ScrapeFiles {
  readonly objects: readonly DerivedObject[];
  readonly configs: readonly GeneratedFiles[];
  readonly tlsAssets: Mounted;
  readonly configOut: Mounted;
  readonly config: Mounted;
  /** The folder of overflowing jobs; undefined if all jobs fit. */
  readonly overflowOut: readonly Mounted[];
  /** The Secrets with overflowing jobs, for the config-reloader. */
  readonly overflow: readonly Mounted[];
  /** The configuration that the config-reloader unpacks. */
  readonly reloads: Pick<Reloads, "config" | "unpacks">;
}

export function scrapeFiles(workload: Workload, place: ScrapePlace, texts: ScrapeTexts, context: Context): ScrapeFiles {
  const { name } = workload;
  const overflowName = (index: number): string => `${name}-sc-${index + 1}`;
  const writable = (volume: string, mountPath: string): Mounted => ({
    volume: { name: volume, emptyDir: {} },
    mount: { name: volume, mountPath },
  });
  const configOut = writable("config-out", place.configOutPath);
  const overflowOut = writable("sc-files-out", "/etc/vm/sc-files");
  const overflow = texts.overflow.map((_, index) =>
    mountedSecret(`sc-raw-${index + 1}`, overflowName(index), `/etc/vm/sc-raw-${index + 1}`),
  );
  const hasOverflow = overflow.length > 0;
  return {
    objects: [
      ...configSecrets(workload, place, texts, context),
      ...texts.overflow.map((text, index) => overflowSecret(workload, overflowName(index), index, text, context)),
    ],
    configs: [{ role: "config", files: { [place.file]: { text: [texts.main, ...texts.overflow].join("---\n"), parts: texts.parts } } }],
    tlsAssets: mountedAssets("tls-assets", `tls-assets-${name}`, place.tlsAssetsPath, texts.tlsAssets),
    configOut,
    config: mountedAssets("config", name, place.configPath, texts.credentials),
    overflowOut: hasOverflow ? [overflowOut] : [],
    overflow,
    reloads: {
      config: { secretName: name, file: place.file, key: `${place.file}.gz`, mount: configOut.mount },
      ...(hasOverflow && { unpacks: { from: mountsOf(overflow), into: overflowOut.mount } }),
    },
  };
}

/** The same mount, for read-only containers. */
export const readOnly = (mount: VolumeMount): VolumeMount => ({ ...mount, readOnly: true });

function configSecrets(workload: Workload, { file }: ScrapePlace, texts: ScrapeTexts, { values }: Context): DerivedObject[] {
  const { main, credentials, tlsAssets } = texts;
  const config = { [`${file}.gz`]: values.apply("gzipBase64", main), ...secretData(credentials?.files ?? {}, values) };
  return [
    { role: "config", manifest: generatedSecret(workload, workload.name, config) },
    { role: "tls-assets", manifest: generatedSecret(workload, `tls-assets-${workload.name}`, secretData(tlsAssets.files, values)) },
  ];
}

function overflowSecret(workload: Workload, name: string, index: number, jobs: string, { values }: Context): DerivedObject {
  const labels = { ...workload.labels, "operator.victoriametrics.com/scrape-config-extra": workload.name };
  const manifest = generatedSecret({ ...workload, labels }, name, { "jobs.yaml": values.apply("gzipBase64", jobs) });
  return { role: `config-${index + 1}`, manifest };
}
