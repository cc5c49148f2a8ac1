import { deriveResource, isPaused, type Program } from "../derivation";
import type { GeneratedPart } from "../derived";
import type { Kinds } from "../kinds/kind";
import type { Prepared } from "../render";
import { describeIssue, type Issue } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { type Choice, choices, selectorKinds } from "./choices";
import { explainFound, lookedFor } from "./explain-found";
import { explainTargets } from "./explain-targets";
import { masked, partsOf } from "./generated-parts";
import { indented } from "./indented";
import { findKey } from "./reference";

/** A piece of generated configuration derived from an object, in lines for readers. */
type Piece = readonly [title: string, ...details: string[]];

/** The parts of generated files, with secrets masked. */
type Parts = readonly GeneratedPart[];

/** The result of an object, from its own parts of a configuration. */
type Finder = (own: Parts) => Piece[];

/**
 * Explains an object: the workloads that select it with their selectors, the reasons why others do not, and its parts of their generated
 * configuration, with the targets of a scrape object where Services, pods and the like are given. For a workload: the objects that it selects, and
 * its derived objects. For a Service, a pod and the like: the scrape objects that find it, or nearly do.
 *
 * @throws Error when there is no such object.
 */
export function explain(prepared: Prepared, reference: string): string {
  const { program } = prepared;
  const known = new Map([...program.converted, ...[...program.selfScrapes.values()].flat(), ...program.resources].map(keyed));
  const invalid = program.issues.filter(({ severity }) => severity === "error").map(({ object }) => object);
  const sources = sourceKeys(program);
  const found = lookedFor(program);
  const asked = findKey(reference, [...known.keys(), ...invalid, ...sources.keys(), ...found.keys()]);
  const lookedAt = found.get(asked);
  if (lookedAt) return `${[asked, ...explainFound(lookedAt, prepared)].join("\n")}\n`;
  const key = sources.get(asked) ?? asked;
  const source = [...sources].find(([, result]) => result === key)?.[0];
  const title = source === undefined ? key : `${key}, converted from ${source}`;
  const own = program.issues.filter(({ object }) => object === key || object === source);
  const object = own.some(({ severity }) => severity === "error") ? undefined : known.get(key);
  const body = object ? sections(object, prepared) : ["It is not valid, so that nothing takes it."];
  return `${[title, ...own.map(problemLine), ...body].join("\n")}\n`;
}

const keyed = (resource: CustomResource): [string, CustomResource] => [objectKey(resource), resource];

/** The keys of the objects that were converted, and those of what they became. */
function sourceKeys({ converted, context }: Program): Map<string, string> {
  const kinds = new Map([...context.kinds.sources].map(([source, { result }]) => [result.kind, source]));
  return new Map(
    converted.map(({ kind, metadata }) => [objectKey({ kind: kinds.get(kind) ?? kind, metadata }), objectKey({ kind, metadata })]),
  );
}

function sections(object: CustomResource, prepared: Prepared): string[] {
  const kinds = selectorKinds(object.kind, prepared.program.context.kinds);
  if (!kinds) return workloadSection(object, prepared);
  const made = choices(object, prepared.program);
  if (made.length === 0) return ["", `Nothing selects it: there is no ${kinds.join(" or ")}.`];
  const targets = explainTargets(object, prepared);
  return made.flatMap((choice) => [
    "",
    ...choiceSection(object, choice, prepared),
    ...indented(targets.get(objectKey(choice.workload)) ?? []),
  ]);
}

function choiceSection(object: CustomResource, { workload, isSelected, reasons }: Choice, prepared: Prepared): string[] {
  const key = objectKey(workload);
  if (!isSelected) return [`${key} does not select it:`, ...indented(reasons)];
  const { issues, parts } = derived(workload, prepared);
  const own = issues.filter((issue) => issue.object === objectKey(object));
  const pieces = finderOf(object.kind, prepared.program.context.kinds)?.(parts.filter((part) => part.object === objectKey(object))) ?? [];
  return [
    `${key} selects it:`,
    ...indented(reasons),
    ...(pieces.length > 0 ? indented(["It became:"]) : indented(["It became nothing in the generated configuration."])),
    ...pieces.flatMap(([title, ...details]) => [...indented([`- ${title}`]), ...indented(indented(indented(details)))]),
    ...indented(own.map(problemLine)),
  ];
}

function derived(workload: CustomResource, { program, values }: Prepared): { issues: readonly Issue[]; parts: Parts } {
  const { derivation, issues } = deriveResource(program, workload);
  return { issues, parts: partsOf(derivation).map((part) => ({ ...part, tree: masked(part.tree, values) })) };
}

function workloadSection(workload: CustomResource, { program }: Prepared): string[] {
  if (isPaused(workload)) return ["spec.paused is true: nothing is derived from it."];
  const key = objectKey(workload);
  const candidates = [...program.resources, ...[...program.selfScrapes.values()].flat()];
  const made = candidates.flatMap((object) =>
    choices(object, program)
      .filter((choice) => objectKey(choice.workload) === key)
      .map((choice) => ({ object: objectKey(object), ...choice })),
  );
  const { derivation, issues } = deriveResource(program, workload);
  const files = derivation.configs.flatMap(({ role, files }) => Object.keys(files).map((name) => `${role}/${name}`));
  return [
    ...issues.filter(({ object }) => object === key).map(problemLine),
    ...listSection(
      "It selects:",
      made.filter(({ isSelected }) => isSelected).map(({ object }) => object),
    ),
    ...listSection(
      "It does not select:",
      made.filter(({ isSelected }) => !isSelected).map(({ object, reasons }) => `${object}: ${reasons.join("; ")}`),
    ),
    ...listSection("Generated configuration:", files),
    ...listSection(
      "It becomes:",
      derivation.objects.map(({ manifest }) => objectKey(manifest)),
    ),
  ];
}

const listSection = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : ["", title, ...items.map((item) => `  - ${item}`)];

const problemLine = (issue: Issue): string => `${issue.severity}: ${describeIssue(issue)}`;

type Data = Readonly<Record<string, unknown>>;

/** A job of vmagent's configuration, as far as it says which targets and samples remain. */
interface Job extends Data {
  readonly relabel_configs?: readonly Data[];
  readonly metric_relabel_configs?: readonly Data[];
}

/** The jobs of a scrape object, where they look for targets, and what their relabeling keeps. */
const scrapeJobs: Finder = (own) =>
  own.map(({ name, tree }) => {
    const job = tree as Job;
    const targets = (job.relabel_configs ?? []).flatMap((rule) => filterLine(rule, "targets"));
    const samples = (job.metric_relabel_configs ?? []).flatMap((rule) => filterLine(rule, "samples"));
    const filters = [...targets, ...samples];
    return [`job ${name}`, ...discoveries(job), ...(filters.length > 0 ? filters : ["keeps all targets and samples"])];
  });

/** Where a job looks for targets. */
function discoveries(job: Job): string[] {
  return Object.entries(job).flatMap(([key, list]) => {
    if (!Array.isArray(list) || !/^(\w+_sd|static)_configs$/.test(key)) return [];
    return list.map((item: Data) => `looks for targets by ${key}${discoveryDetails(item)}`);
  });
}

function discoveryDetails({ role, namespaces, selectors, targets }: Data): string {
  const names = (namespaces as { names?: readonly string[] } | undefined)?.names ?? [];
  const asked = (selectors as readonly Data[] | undefined)?.flatMap(({ label }) => (label ? [label] : [])) ?? [];
  const details = [
    ...(role ? [`role ${role}`] : []),
    ...(names.length > 0 ? [`in ${names.join(", ")}`] : []),
    ...(asked.length > 0 ? [`with ${asked.join(", ")}`] : []),
    ...(Array.isArray(targets) ? [targets.join(", ")] : []),
  ];
  return details.length > 0 ? `: ${details.join(" ")}` : "";
}

/** A rule that keeps or drops. */
function filterLine(rule: Data, what: string): string[] {
  const action = String(rule.action ?? "replace").toLowerCase();
  if (!/^(keep|drop)/.test(action)) return [];
  const { source_labels: labels, regex, separator, target_label: target, if: condition } = rule;
  const details = [
    ...(Array.isArray(labels) ? [labels.join(` ${separator ?? ";"} `)] : []),
    ...(regex !== undefined ? [`matches ${[regex].flat().join("|")}`] : []),
    ...(target !== undefined ? [`and ${target}`] : []),
    ...(condition !== undefined ? [`if ${[condition].flat().join(" or ")}`] : []),
  ];
  return [`${action} ${what}${details.length > 0 ? `: ${details.join(" ")}` : ""}`];
}

/** The groups of a VMRule, each with its rules. */
const ruleGroups: Finder = (own) =>
  own.map(({ tree }) => {
    const { name, rules = [] } = tree as { name?: string; rules?: readonly Data[] };
    return [`group ${name}`, ...rules.map(({ alert, record }) => (alert ? `alert ${alert}` : `record ${record}`))];
  });

/** How a part of Alertmanager's configuration shows, by its section. */
const alertPieces: Readonly<Record<string, (part: GeneratedPart) => Piece>> = {
  "route.routes": ({ tree }) => routePiece(tree as Data),
  receivers: ({ name }) => [`receiver ${name}`],
  time_intervals: ({ name }) => [`time interval ${name}`],
};

/** The route, the receivers and the times of a VMAlertmanagerConfig. */
const alertRoutes: Finder = (own) =>
  Object.entries(alertPieces).flatMap(([section, piece]) => own.filter((part) => part.section === section).map(piece));

function routePiece({ receiver, matchers, routes }: Data): Piece {
  const conditions = Array.isArray(matchers) && matchers.length > 0 ? [`for alerts with ${matchers.join(", ")}`] : ["for all alerts"];
  const below = Array.isArray(routes) && routes.length > 0 ? [`routes below it: ${routes.length}`] : [];
  return [`route to ${receiver}`, ...conditions, ...below];
}

/** The user of a VMUser, and where its requests go. */
const users: Finder = (own) =>
  own.map(({ tree }) => {
    const { username, url_prefix, url_map = [] } = tree as Data & { url_map?: readonly Data[] };
    const routes = url_map.map(
      (route) => `${[route.src_paths ?? "all paths"].flat().join(", ")} → ${[route.url_prefix].flat().join(", ")}`,
    );
    const all = url_prefix === undefined ? [] : [`all paths → ${[url_prefix].flat().join(", ")}`];
    return [username === undefined ? "user" : `user ${username}`, ...all, ...routes];
  });

const finders: Readonly<Record<string, Finder>> = {
  VMRule: ruleGroups,
  VMAlertmanagerConfig: alertRoutes,
  VMUser: users,
};

const finderOf = (kind: string, kinds: Kinds): Finder | undefined => (kinds.of(kind)?.scraped ? scrapeJobs : finders[kind]);
