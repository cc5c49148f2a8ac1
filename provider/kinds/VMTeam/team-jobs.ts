import { printedItem, textOf } from "../../config/buckets";
import type { GeneratedFiles } from "../../derived";
import { readContract, type UnknownContract } from "../../features/team/contract";
import { agentContract, takingFrom } from "../../features/team/scrape-settings";
import { agentOfTeam, type TeamProgram, teamFile } from "../../features/team/team-place";
import { selectedJobs } from "../../scraping/scrape-configuration";
import { selectedScrapeObjects } from "../../scraping/scrape-selection";
import type { ScrapingSpec } from "../../scraping/scrape-types";
import { Report } from "../../world/issues";
import { type CustomResource, objectKey, v1beta1 } from "../../world/objects";
import type { KindContext } from "../kind";
import { confinedJobs } from "./confined-jobs";
import { checkNamespaces, namespacesOf } from "./namespaces";
import type { VMTeamSpec } from "./schema";

/** Files for a program, and the same for readers. */
export interface TeamFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly configs: readonly GeneratedFiles[];
}

/** The file of a program while the platform's rules are not known: in previews, objects that are left out would be shown as deleted. */
export function unknownFiles(program: TeamProgram, { unknown }: UnknownContract): TeamFiles {
  const name = teamFile(program);
  return { files: { [name]: unknown }, configs: [{ role: program.written.purpose, files: { [name]: { text: unknown } } }] };
}

/** The jobs of a team as its agent makes them. Undefined without an agent, or without the platform's rules. */
export function jobFiles(resource: CustomResource<VMTeamSpec>, context: KindContext): TeamFiles | undefined {
  const { agent: reference } = resource.spec;
  const contract = reference && readContract<ScrapingSpec>(agentOfTeam, reference, "spec.agent", agentContract, context);
  if (!contract) return undefined;
  if ("unknown" in contract) return unknownFiles(agentOfTeam, contract);
  const { team } = contract;
  const agent = `VMAgent ${reference.namespace}/${reference.name}`;
  checkNamespaces(resource, contract, agent, context);
  const spec = {
    ...contract.spec,
    ...takingFrom(namespacesOf(resource)),
    // The agent's files are not the team's.
    arbitraryFSAccessThroughSMs: { deny: true },
  };
  const scraper: CustomResource<ScrapingSpec> = { apiVersion: v1beta1, kind: "VMAgent", metadata: reference, spec };
  const taken = team.kinds ?? usualKinds;
  const objects = selected(scraper, taken, agent, context);
  const scraped = context.kinds.scraped.filter(({ kind }) => taken.includes(kind));
  const made = selectedJobs({ resource: scraper, tlsAssetsDirectory: agentOfTeam.folder }, { ...context, kinds: { scraped } });
  const jobs = confinedJobs(made.jobs, objects, { team, agent }, context);
  const limit = team.limits?.jobs;
  if (limit !== undefined && jobs.length > Number(limit))
    context.report.error(
      "spec.agent",
      `gets ${jobs.length} scrape jobs, but ${agent} allows its team ${String(limit)}: use fewer endpoints`,
    );
  const name = teamFile(agentOfTeam);
  const text = textOf(jobs.map((job) => printedItem(job.name, job.tree, context.values))) || "[]\n";
  return {
    files: { [name]: text, ...made.assets.files },
    configs: [{ role: "jobs", files: { [name]: { text, parts: jobs.map((job) => ({ section: "scrape_configs", ...job })) } } }],
  };
}

/** The kinds that find targets in namespaces alone. */
const usualKinds: readonly string[] = ["VMServiceScrape", "VMPodScrape"];

/** The objects that the team gives, by their keys. Reports those whose kind the platform does not take. */
function selected(
  scraper: CustomResource<ScrapingSpec>,
  allowed: readonly string[],
  agent: string,
  context: KindContext,
): ReadonlyMap<string, CustomResource> {
  const objects = new Map<string, CustomResource>();
  for (const kind of context.kinds.scraped) {
    for (const object of selectedScrapeObjects(kind, scraper, context)) {
      objects.set(objectKey(object), object);
      if (allowed.includes(kind.kind)) continue;
      const report = new Report(objectKey(object), context.report.issues);
      report.error("kind", `${kind.kind} is no kind that ${agent} takes from its team: expected ${allowed.join(" or ")}`);
    }
  }
  return objects;
}
