import type { Settings } from "./settings/types";

/** Something whose name must not show where it did not change. */
export interface Named {
  readonly kind: "job" | "group" | "receiver" | "user";
  /** As a change declares it. */
  readonly title: string;
  /** How configuration calls it. */
  readonly spellings: readonly string[];
}

/** All that the settings of a stack name. */
export const namesOf = (settings: Settings): Named[] => [
  ...Object.entries(settings.serviceScrapes).flatMap(([key, { endpoints }]) => jobsOf(key, endpoints.length)),
  ...Object.entries(settings.podScrapes).flatMap(([key, { podMetricsEndpoints }]) => jobsOf(key, podMetricsEndpoints.length)),
  ...Object.entries(settings.staticScrapes).flatMap(([key, { targetEndpoints }]) => jobsOf(key, targetEndpoints.length)),
  ...Object.values(settings.rules)
    .flat()
    .map(({ name }) => named("group", name)),
  ...Object.entries(settings.alertmanagerConfigs).flatMap(([key, { receivers }]) =>
    receivers.map(({ name }) => named("receiver", name, `${key.replace("/", "-")}-${name}`)),
  ),
  ...Object.values(settings.users).map(({ username }) => named("user", username)),
];

/** The jobs of a scrape object: one for each endpoint, called `namespace/name/index`. */
export const jobsOf = (key: string, endpoints: number): Named[] =>
  Array.from({ length: endpoints }, (_, index) => named("job", `${key}/${index}`));

/** Something by its name and, where configuration calls it by another, that one too. */
export const named = (kind: Named["kind"], title: string, ...others: readonly string[]): Named => ({
  kind,
  title,
  spellings: [title, ...others],
});

/** Whether a line names it: not as part of a longer word or of another name. */
export function isNamedIn(line: string, { spellings }: Named): boolean {
  return spellings.some((spelling) => line.includes(spelling) && patternOf(spelling).test(line));
}

const patterns = new Map<string, RegExp>();

function patternOf(spelling: string): RegExp {
  const known = patterns.get(spelling);
  if (known) return known;
  const pattern = new RegExp(`(?<![\\w.-])${spelling.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w.-])`);
  patterns.set(spelling, pattern);
  return pattern;
}
