import { kindsTable } from "../kinds";
import { describeIssue, type Issue, shownObject } from "../world/issues";
import { type Manifest, objectKey } from "../world/objects";
import { repeated, repetitionsOf } from "../world/repetitions";
import { spelled } from "./spelling";

/** The place of the field at a path of an object: `rules.yaml:12:5`, `objs[3]`. */
export type PlaceOf = (path: string) => string;

/** An object and its place. */
export interface Placed {
  readonly manifest: Manifest;
  readonly placeOf: PlaceOf;
}

/** An issue of an object without a unique name yet; only its place identifies it. */
export interface PlacedIssue extends Issue {
  readonly place?: string;
}

/** The places of a group's objects, by their names in issues. */
export class Origins {
  readonly #places: ReadonlyMap<string, PlaceOf>;

  constructor(objects: readonly Placed[]) {
    const converted = objects.flatMap(({ manifest, placeOf }): [string, PlaceOf][] => {
      const kind = kindsTable.sources.get(manifest.kind)?.result.kind;
      return kind ? [[objectKey({ ...manifest, kind }), placeOf]] : [];
    });
    // A given object wins over a converted one of the same name.
    this.#places = new Map([...converted, ...objects.map(({ manifest, placeOf }) => [objectKey(manifest), placeOf] as const)]);
  }

  /** `place object path: message`; unknown parts are left out. */
  describe(issue: PlacedIssue): string {
    const place = issue.place ?? this.#places.get(issue.object)?.(issue.path) ?? "";
    // Manifests use the names of custom resources in all languages; the group's own arguments use those of the program's language.
    const named = issue.object === "" && place === "" ? spelled(issue, "ConfigGroup") : issue;
    return [place, shownObject(issue), describeIssue(named)].filter((part) => part !== "").join(" ");
  }
}

/** Several workloads may report the same problem of an object that they select. */
export const withoutRepetitions = (issues: readonly PlacedIssue[]): PlacedIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.place ?? ""} ${issue.object} ${describeIssue(issue)}`, issue])).values(),
];

/** The errors of objects that are given more than once. */
export const repetitions = (objects: readonly Placed[]): PlacedIssue[] =>
  repetitionsOf(objects, ({ manifest }) => manifest).map(({ first, again }) => ({
    ...repeated(again.manifest, first.placeOf("")),
    place: again.placeOf(""),
  }));
