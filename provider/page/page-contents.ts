import type { Assembly } from "../assemble";
import { isPaused } from "../derivation";
import { routingOf } from "../inspect/explain-alert";
import { masked } from "../inspect/generated-parts";
import { findings, type Graph } from "../inspect/graph";
import { unselectedObjects } from "../inspect/unselected";
import { lookedAt, untargetedObjects } from "../inspect/untargeted";
import { issuesOf, type Prepared } from "../render";
import { describeIssue, type Issue } from "../world/issues";
import type { PageAlertmanager, PageData, PageMark, PageObject } from "./page-data";

/** The mark of scrape objects that find nothing. */
export const withoutTargets = "without targets";

/** The warnings of a page, by what it calls them. */
const marked: readonly { readonly label?: string; readonly issues: (prepared: Prepared, assembly: Assembly) => readonly Issue[] }[] = [
  { issues: issuesOf },
  { label: "unselected", issues: ({ program }) => unselectedObjects(program) },
  { label: withoutTargets, issues: ({ program }, assembly) => untargetedObjects(program, assembly) },
];

/** The objects of a page with their marks, and the relations between them. */
export function pageContents({ objects, relations }: Graph, prepared: Prepared, assembly: Assembly): PageData {
  const { program, values } = prepared;
  const looked = lookedAt(program, assembly.derived);
  const found = findings(program, looked);
  const finding = new Set(found.map(({ from }) => from));
  const marks = new Map<string, PageMark[]>();
  for (const { label, issues } of marked) {
    for (const issue of issues(prepared, assembly)) {
      const mark = {
        severity: issue.severity,
        text: values.mask(describeIssue(issue)),
        ...(label && !finding.has(issue.object) && { label }),
      };
      marks.set(issue.object, [...(marks.get(issue.object) ?? []), mark]);
    }
  }
  const services = looked.services.all.map(({ key }) => key);
  const withProblems = [...marks.keys()].filter((object) => object.includes("/"));
  const keys = [...new Set([...objects, ...services, ...found.map(({ to }) => to), ...withProblems])].sort();
  return {
    objects: keys.map((key): PageObject => ({ key, marks: marks.get(key) ?? [] })),
    relations: [...relations, ...found],
    alertmanagers: [...assembly.derived]
      .filter(([, { resource }]) => resource.kind === "VMAlertmanager" && !isPaused(resource))
      .map(([key, { derivation }]): PageAlertmanager => {
        const { parts, isStrict } = routingOf(derivation, values);
        return { key, isStrict, parts: parts.map((part) => ({ ...part, tree: masked(part.tree, values) })) };
      }),
  };
}
