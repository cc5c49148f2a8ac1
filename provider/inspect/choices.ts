import type { Context } from "../context";
import { isPaused, type Program } from "../derivation";
import type { Kinds, Selecting } from "../kinds/kind";
import { isSelected, type SelectorField, type SelectorFields } from "../selection";
import { own } from "../text/own";
import { remembered } from "../text/remembering";
import { Report } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { isEmptySelector, type LabelSelector, matches, selectorText } from "../world/selectors";

/** The choice of one workload about an object that it could select. */
export interface Choice {
  readonly workload: CustomResource;
  readonly isSelected: boolean;
  /** The selectors that select it, or the reasons why it is not selected: one sentence each. */
  readonly reasons: readonly string[];
}

/** The kinds of workloads that can select objects of a kind; undefined for kinds that are never selected. */
export function selectorKinds(name: string, kinds: Kinds): readonly string[] | undefined {
  const selecting = [...selectingKinds(name, kinds).keys()];
  return selecting.length > 0 ? selecting : undefined;
}

/** The selection of objects of a kind by workloads of each kind. */
function selectingKinds(name: string, kinds: Kinds): ReadonlyMap<string, Selecting<unknown>> {
  const target = kinds.of(name);
  return new Map(
    kinds.all.flatMap(({ kind, selects }) => {
      const selecting = target && selects?.(target);
      return selecting ? [[kind, selecting]] : [];
    }),
  );
}

/** A workload, and how it selects objects of some kind. */
interface Selector {
  readonly workload: CustomResource;
  readonly fields: ReturnType<Selecting<unknown>>;
}

/** The selectors for each kind of objects in a program. */
const known = new WeakMap<Program, Map<string, readonly Selector[]>>();

/** The workloads of a program that could select objects of a kind. */
function selectorsFor(kind: string, program: Program): readonly Selector[] {
  const ofProgram = remembered(known, program, () => new Map<string, readonly Selector[]>());
  return remembered(ofProgram, kind, () => {
    const selecting = selectingKinds(kind, program.context.kinds);
    return program.resources.flatMap((workload): Selector[] => {
      const select = selecting.get(workload.kind);
      return select ? [{ workload, fields: select(workload) }] : [];
    });
  });
}

/** The choices of all workloads that could select an object. */
export const choices = (object: CustomResource, program: Program): Choice[] =>
  selectorsFor(object.kind, program).map(({ workload, fields }) => ({ workload, ...choiceOf(object, workload, fields, program) }));

/** The choice of one workload, and the path of its selector; undefined where it never selects objects of that kind. */
export function choiceBy(
  workload: CustomResource,
  object: CustomResource,
  program: Program,
): (Omit<Choice, "workload"> & { readonly path: string }) | undefined {
  const fields = selectingKinds(object.kind, program.context.kinds).get(workload.kind)?.(workload);
  return fields && !("none" in fields) ? { path: fields.objects.path, ...choiceOf(object, workload, fields, program) } : undefined;
}

function choiceOf(
  object: CustomResource,
  workload: CustomResource,
  fields: Selector["fields"],
  { context: shared }: Program,
): Omit<Choice, "workload"> {
  if (isPaused(workload)) return { isSelected: false, reasons: ["spec.paused is true: nothing is derived from it"] };
  if ("none" in fields) return { isSelected: false, reasons: [fields.none] };
  const context: Context = { ...shared, report: new Report(objectKey(workload)), arguments: {} };
  const { namespace } = workload.metadata;
  return isSelected(object, namespace, fields, context)
    ? { isSelected: true, reasons: grounds(fields) }
    : { isSelected: false, reasons: obstacles(object, namespace, fields, context) };
}

/** The selectors through which an object is selected. */
function grounds({ objects, namespaces }: SelectorFields): string[] {
  if (!objects.selector && !namespaces.selector) return ["spec.selectAllByDefault is true"];
  return [objects, namespaces].flatMap(({ path, selector }) => (selector ? [`${path}: ${textOf(selector)}`] : []));
}

/** The reasons why an object is not selected. */
function obstacles({ metadata }: CustomResource, own: string, fields: SelectorFields, { world, defaults }: Context): string[] {
  const { objects, namespaces } = fields;
  const { namespace, labels = {} } = metadata;
  const watched = defaults.watchNamespaces;
  if (watched.length > 0 && !watched.includes(namespace))
    return [`the namespace ${namespace} is not among watchNamespaces: ${watched.join(", ")}`];
  if (!objects.selector && !namespaces.selector)
    return [`${objects.path} and ${namespaces.path} are not set, and spec.selectAllByDefault is not true`];
  const isElsewhere = !namespaces.selector && namespace !== own;
  return [
    ...(isElsewhere
      ? [`${namespaces.path} is not set, so that only objects in the namespace ${own} are selected, not in ${namespace}`]
      : []),
    ...mismatches(namespaces, world.namespaceLabels(namespace), `the namespace ${namespace}`),
    ...mismatches(objects, labels, "the object"),
  ];
}

/** The labels and expressions of a selector that labels do not match. */
function mismatches({ path, selector = {} }: SelectorField, labels: Readonly<Record<string, string>>, owner: string): string[] {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const single: [key: string, selector: LabelSelector][] = [
    ...Object.entries(matchLabels).map(([key, value]): [string, LabelSelector] => [key, { matchLabels: { [key]: value } }]),
    ...matchExpressions.map((expression): [string, LabelSelector] => [expression.key, { matchExpressions: [expression] }]),
  ];
  return single
    .filter(([, part]) => !matches(part, labels))
    .map(([key, part]) => {
      const value = own(labels, key);
      return `${path} asks for ${textOf(part)}, and ${owner} has ${value === undefined ? `no label ${key}` : `${key}=${value}`}`;
    });
}

const textOf = (selector: LabelSelector): string => (isEmptySelector(selector) ? "everything" : (selectorText(selector) ?? ""));
