import { kindsTable } from "../kinds";
import { describeIssue, type Issue } from "../world/issues";
import { type Manifest, objectKey } from "../world/objects";
import { repeated, repetitionsOf } from "../world/repetitions";
import { spelled } from "./spelling";

/** Tells where the field at a path of an object was given: `rules.yaml:12:5`, `objs[3]`. */
export type PlaceOf = (path: string) => string;

/** An object and where it was given. */
export interface Placed {
  readonly manifest: Manifest;
  readonly placeOf: PlaceOf;
}

/** An issue of an object that could not be told apart from others yet; its place is all there is to name it by. */
export interface PlacedIssue extends Issue {
  readonly place?: string;
}

/** Where the objects of a group were given, by the names that issues have for them. */
export class Origins {
  readonly #places: ReadonlyMap<string, PlaceOf>;

  constructor(objects: readonly Placed[]) {
    const converted = objects.flatMap(({ manifest, placeOf }): [string, PlaceOf][] => {
      const kind = kindsTable.sources.get(manifest.kind)?.result.kind;
      return kind ? [[objectKey({ ...manifest, kind }), placeOf]] : [];
    });
    // What is given wins over what is converted to the same.
    this.#places = new Map([...converted, ...objects.map(({ manifest, placeOf }) => [objectKey(manifest), placeOf] as const)]);
  }

  /** `place object path: message`; without what is not known. */
  describe(issue: PlacedIssue): string {
    const place = issue.place ?? this.#places.get(issue.object)?.(issue.path) ?? "";
    // Manifests have the names of custom resources in all languages; the group's own arguments have those of the program's.
    const named = issue.object === "" && place === "" ? spelled(issue, "ConfigGroup") : issue;
    return [place, issue.object, describeIssue(named)].filter((part) => part !== "").join(" ");
  }
}

/** Several workloads may find the same thing wrong with an object that they select. */
export const withoutRepetitions = (issues: readonly PlacedIssue[]): PlacedIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.place ?? ""} ${issue.object} ${describeIssue(issue)}`, issue])).values(),
];

/** The errors of objects that are given more than once. */
export const repetitions = (objects: readonly Placed[]): PlacedIssue[] =>
  repetitionsOf(objects, ({ manifest }) => manifest).map(({ first, again }) => ({
    ...repeated(again.manifest, first.placeOf("")),
    place: again.placeOf(""),
  }));
