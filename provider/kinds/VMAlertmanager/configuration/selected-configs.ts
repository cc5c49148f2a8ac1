import { checkerOf } from "../../../alertmanager/alertmanager-checker";
import { globalSection } from "../../../alertmanager/configuration-check";
import { namesOf } from "../../../alertmanager/names";
import { assetsFor, type TLSAssets } from "../../../config/assets";
import type { TreeMap } from "../../../config/keys";
import { References } from "../../../config/references";
import type { Context } from "../../../context";
import { type SelectorFields, selectedObjects } from "../../../selection";
import { Report } from "../../../world/issues";
import { type CustomResource, objectKey } from "../../../world/objects";
import { type Fragment, fragmentOf } from "../../VMAlertmanagerConfig/fragment";
import { checkFileAccess } from "../../VMAlertmanagerConfig/refused-files";
import type { VMAlertmanagerConfigSpec } from "../../VMAlertmanagerConfig/schema";
import { checkStrictly } from "../../VMAlertmanagerConfig/strict-check";
import { filesFolder } from "../file-places";
import type { Alertmanager, Spec } from "../model";

type Resource = CustomResource<VMAlertmanagerConfigSpec>;

/** How an Alertmanager chooses VMAlertmanagerConfigs. */
export const configSelectors = ({ configSelector, configNamespaceSelector, selectAllByDefault }: Spec): SelectorFields => ({
  objects: { path: "spec.configSelector", selector: configSelector },
  namespaces: { path: "spec.configNamespaceSelector", selector: configNamespaceSelector },
  all: selectAllByDefault,
});

/** The VMAlertmanagerConfigs that an Alertmanager selects, in the order of `namespace/name`. */
export const selectedConfigs = ({ workload: { spec, namespace } }: Alertmanager, context: Context): Resource[] =>
  selectedObjects<VMAlertmanagerConfigSpec>("VMAlertmanagerConfig", namespace, configSelectors(spec), context);

/**
 * The additions of selected resources to the base, which is undefined while it is not known; their referenced files are added to `assets`. One that
 * cannot be part of the configuration is reported as such, and left out as a whole.
 */
export function fragments(
  resources: readonly Resource[],
  base: TreeMap | undefined,
  { workload: { spec, namespace }, version }: Alertmanager,
  assets: TLSAssets,
  context: Context,
): Fragment[] {
  const taken = new Names(base, context);
  return resources.flatMap((resource) => {
    const own = assetsFor(filesFolder, namespace, context.defaults);
    const itself = { ...context, report: new Report(objectKey(resource)) };
    const fragment = fragmentOf(resource, spec, new References(itself, resource.metadata.namespace, own, version));
    if (spec.arbitraryFSAccessThroughSMs?.deny) checkFileAccess(resource.spec, context.report.object.replace("/", " "), itself);
    if (!itself.report.hasErrors) checkStrictly(resource.spec, fragment.receivers, base && globalSection(base), itself, version);
    if (!itself.report.hasErrors) taken.add(fragment, itself);
    return isFit(itself.report, own, assets, context) ? [fragment] : [];
  });
}

/** Passes on issues, and whether a resource can be part of the configuration. Files that were read stay in any case. */
function isFit({ object, issues, hasErrors }: Report, own: TLSAssets, assets: TLSAssets, { report }: Context): boolean {
  report.issues.push(...issues);
  if (hasErrors) report.warning("", `leaves out ${object}, which cannot be part of its configuration`);
  if (hasErrors) assets.addFilled(own);
  else assets.addAll(own);
  return !hasErrors;
}

/** Names of receivers and times, which must be unique: those of two resources can be the same, as those of `a-b/c` and `a/b-c`. */
class Names {
  readonly #names: Record<"receivers" | "timeIntervals", string[]>;

  constructor(base: TreeMap | undefined, context: Context) {
    const checker = checkerOf(context);
    const inBase = (...keys: readonly string[]): string[] => keys.flatMap((key) => namesOf(base?.[key], checker));
    this.#names = { receivers: inBase("receivers"), timeIntervals: inBase("mute_time_intervals", "time_intervals") };
  }

  /** Reports names that exist already; records the others. */
  add({ receivers, timeIntervals }: Fragment, context: Context): void {
    const { values, report } = context;
    const checker = checkerOf(context);
    const added = { receivers: namesOf(receivers, checker), timeIntervals: namesOf(timeIntervals, checker) };
    for (const [field, path] of fields) {
      for (const name of added[field]) {
        if (this.#names[field].some((other) => values.isEqual(other, name)))
          report.error(path, `${JSON.stringify(values.mask(name))} is in Alertmanager's configuration already: choose another name`);
      }
    }
    if (report.hasErrors) return;
    for (const [field] of fields) this.#names[field].push(...added[field]);
  }
}

const fields = [
  ["receivers", "spec.receivers"],
  ["timeIntervals", "spec.time_intervals"],
] as const;
