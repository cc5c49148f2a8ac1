import { assetsFor, type TLSAssets } from "../config/assets";
import type { TreeMap } from "../config/keys";
import { References } from "../config/references";
import type { Context } from "../context";
import { describeIssue, Report } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { apiServer } from "./clients";
import { checkLogin } from "./login-check";
import { scrapeClassOf } from "./scrape-class";
import type { ScrapeKind } from "./scrape-kinds";
import type { ScrapeClass, ScrapeObjectSpec } from "./scrape-types";
import type { Job, Scraper } from "./scraping";

/** The API server for discovery, its files, and its problems. */
interface APIServer {
  readonly settings: TreeMap;
  readonly assets: TLSAssets;
  readonly report: Report;
}

/** Makes the jobs of one scrape object after another. */
export class ObjectJobs {
  /** The files that the jobs refer to. */
  readonly assets: TLSAssets;
  readonly #scraper: Scraper;
  readonly #context: Context;
  readonly #name: string;
  #apiServer: APIServer | undefined;

  constructor(scraper: Scraper, context: Context) {
    const { kind, metadata } = scraper.resource;
    this.#scraper = scraper;
    this.#context = context;
    this.#name = `${kind} ${metadata.namespace}/${metadata.name}`;
    this.assets = this.#noAssets();
  }

  /** The jobs of an object. An invalid object is reported under its own name, and has no jobs and no files. */
  of(kind: ScrapeKind, object: CustomResource<ScrapeObjectSpec>): readonly Job[] {
    const report = new Report(objectKey(object));
    const assets = this.#noAssets();
    const scrapeClass = this.#classOf(object, report);
    const jobs = scrapeClass === "unknown" ? [] : this.#jobs(kind, object, scrapeClass, { ...this.#context, report }, assets);
    this.#passOn(report, scrapeClass);
    if (report.hasErrors) return [];
    this.assets.addAll(assets);
    return jobs;
  }

  #noAssets(): TLSAssets {
    const { tlsAssetsDirectory, resource } = this.#scraper;
    return assetsFor(tlsAssetsDirectory, resource.metadata.namespace, this.#context.defaults);
  }

  #jobs(
    kind: ScrapeKind,
    object: CustomResource<ScrapeObjectSpec>,
    scrapeClass: ScrapeClass | undefined,
    context: Context,
    assets: TLSAssets,
  ) {
    const { spec } = this.#scraper.resource;
    return kind.jobs({
      object,
      context,
      references: new References(context, object.metadata.namespace, assets),
      scraper: this.#name,
      spec,
      scrapeClass,
      template: spec[kind.template] ?? [],
      apiServer: () => this.#askedServer(context.report, assets),
    });
  }

  #classOf({ spec }: CustomResource<ScrapeObjectSpec>, report: Report): ScrapeClass | undefined | "unknown" {
    const { scrapeClasses = [] } = this.#scraper.resource.spec;
    const found = scrapeClassOf(spec.scrapeClass, scrapeClasses);
    const names = scrapeClasses.map(({ name }) => JSON.stringify(name)).join(", ");
    const remedy = names ? `expected one of ${names}` : "leave it out";
    if (found === "unknown")
      report.error("spec.scrapeClass", `${this.#name} has no scrape class ${JSON.stringify(spec.scrapeClass)}: ${remedy}`);
    return found;
  }

  /** The connection to the API server. Its references are looked up in the scraper's namespace; objects are not scraped if one is missing. */
  #askedServer(report: Report, assets: TLSAssets): TreeMap {
    this.#apiServer ??= this.#makeAPIServer();
    for (const issue of this.#apiServer.report.issues) {
      if (issue.severity === "error") report.error("", `cannot be discovered by ${this.#name}: ${describeIssue(issue)}`, issue.missing);
      else this.#context.report.warning(issue.path, issue.message);
    }
    assets.addAll(this.#apiServer.assets);
    return this.#apiServer.settings;
  }

  #makeAPIServer(): APIServer {
    const { resource } = this.#scraper;
    const { apiServerConfig } = resource.spec;
    const report = new Report(objectKey(resource));
    const assets = this.#noAssets();
    const context = { ...this.#context, report };
    const references = new References(context, resource.metadata.namespace, assets);
    const settings = apiServerConfig ? apiServer(apiServerConfig, references, "spec.apiServerConfig") : {};
    checkLogin(settings, "spec.apiServerConfig", context);
    return { settings, assets, report };
  }

  /** Adds the issues to those of other objects. */
  #passOn({ object, issues }: Report, scrapeClass: ScrapeClass | undefined | "unknown"): void {
    const report = new Report(object, this.#context.report.issues);
    const remark =
      typeof scrapeClass === "object" ? `; scrape class ${JSON.stringify(scrapeClass.name)} of ${this.#name} is merged into this` : "";
    for (const { path, message, severity, missing } of issues) {
      if (severity === "error") report.error(path, missing ? `${message}${remark}` : message, missing);
      else report.warning(path, message);
    }
  }
}
