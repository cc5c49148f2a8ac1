import type { Team } from "../../features/team/team-fields";
import type { Job } from "../../scraping/scraping";
import { isMap, type Tree } from "../../text/tree";
import { Report } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";

/** Reports jobs that leave the bounds of a team, under the names of their objects, and puts its limit of samples into jobs without one. */
export function confinedJobs(
  jobs: readonly Job[],
  objects: ReadonlyMap<string, CustomResource>,
  { team, agent }: { team: Team; agent: string },
  context: KindContext,
): Job[] {
  return jobs.map((job) => {
    const object = objects.get(job.object ?? "");
    const report = new Report(job.object ?? "", context.report.issues);
    if (object) checkNamespaces(job, object, { team, agent }, { ...context, report });
    return limited(job, { team, agent }, { ...context, report });
  });
}

function checkNamespaces(
  { tree }: Job,
  { kind, spec }: CustomResource,
  { team, agent }: { team: Team; agent: string },
  { kinds, report }: KindContext,
): void {
  const strays = discoveries(tree).flatMap((discovery) => strayNamespaces(discovery, team.namespaces));
  const [first] = strays;
  if (first === undefined) return;
  const places = new Set(
    kinds
      .of(kind)
      ?.scraped?.searches?.(spec)
      .flatMap(({ namespaces }) => namespaces?.path ?? []),
  );
  const [place = "spec"] = places.size === 1 ? places : [];
  report.error(place, `looks for targets in ${first}, but ${agent} may look for those of its team in ${team.namespaces.join(", ")} alone`);
}

const discoveries = (tree: Tree): readonly Tree[] => {
  const found = isMap(tree) ? tree.kubernetes_sd_configs : undefined;
  return Array.isArray(found) ? (found as readonly Tree[]) : [];
};

/** Where a discovery looks that is no namespace of the team. */
function strayNamespaces(discovery: Tree, allowed: readonly string[]): string[] {
  if (!isMap(discovery)) return [];
  if (discovery.role === "node") return ["the nodes of the cluster"];
  const names = isMap(discovery.namespaces) ? (discovery.namespaces.names as readonly string[] | undefined) : undefined;
  if (!names || names.length === 0) return ["all namespaces"];
  return names.filter((name) => !allowed.includes(name)).map((name) => `the namespace ${name}`);
}

function limited(job: Job, { team, agent }: { team: Team; agent: string }, { values, report }: KindContext): Job {
  const limit = team.limits?.samplesPerScrape;
  if (limit === undefined || !isMap(job.tree)) return job;
  const own = job.tree.sample_limit;
  if (own === undefined) return { ...job, tree: { ...job.tree, sample_limit: limit } };
  const isLarger = values.check(String(own), (number) => Number(number) > Number(limit)) === true;
  if (isLarger) report.error("spec", `asks for scrapes of ${String(own)} samples, but ${agent} allows its team ${String(limit)}`);
  return job;
}
