import { buckets, type PrintedItem, printedItem, textOf } from "../../config/buckets";
import type { Context } from "../../context";
import type { DerivedObject, GeneratedFiles } from "../../derived";
import { type Mounted, mountedConfigMap } from "../../workload/volumes";
import type { Alert } from "./model";
import { printedGroup } from "./rule-file";
import { checkTenants, evaluatorOf, type SelectedGroup, selectedGroups } from "./selected-groups";

/** Files with rules: the ConfigMaps that hold them, their mounts, and the same for readers. */
export interface RuleFiles {
  readonly objects: readonly DerivedObject[];
  readonly mounted: readonly Mounted[];
  readonly configs: readonly GeneratedFiles[];
}

const fileName = "rules.yaml";

/** The rules of all selected VMRules, compressed, in as many ConfigMaps as they need. */
export function ruleFiles(alert: Alert, context: Context): RuleFiles {
  const groups = selectedGroups(evaluatorOf(alert), context);
  checkTenants(groups, alert.workload.spec, context);
  const files = batches(groups).flatMap((batch) => filesOf(batch, context));
  const name = (index: number): string => `vm-${alert.metadata.name}-rulefiles-${index}`;
  return {
    objects: files.map((items, index) => ({
      role: `rules-${index}`,
      manifest: ruleConfigMap(name(index), textOfFile(items), alert, context),
      whilePaused: true,
    })),
    mounted: files.map((_, index) => mountedConfigMap(`rules-src-${index}`, name(index), `/etc/vmalert/rules-src-${index}`)),
    configs: files.map((items, index) => ({
      role: `rules-${index}`,
      files: {
        [fileName]: { text: textOfFile(items), parts: items.map(({ name, object, tree }) => ({ section: "groups", name, object, tree })) },
      },
    })),
  };
}

/** Groups that can share a file: no two of the same name. Each goes to the first batch that has room for its name. */
function batches(groups: readonly SelectedGroup[]): SelectedGroup[][] {
  const found: { readonly names: Set<string>; readonly groups: SelectedGroup[] }[] = [];
  for (const selected of groups) {
    const { name } = selected.group;
    const free = found.find(({ names }) => !names.has(name));
    const batch = free ?? { names: new Set<string>(), groups: [] };
    if (!free) found.push(batch);
    batch.names.add(name);
    batch.groups.push(selected);
  }
  return found.map((batch) => batch.groups);
}

/** The groups of each file, of a size that a ConfigMap has room for. */
function filesOf(batch: readonly SelectedGroup[], { values, defaults, report }: Context): (readonly PrintedItem[])[] {
  const limit = defaults.configDataBudgetBytes;
  const items = batch.map(({ label, object, group }) => ({ ...printedItem(label, printedGroup(group), values), object }));
  return buckets(items, limit, values).flatMap((bucket) => {
    if ("items" in bucket) return [bucket.items];
    report.error(
      "spec",
      `selects the group ${bucket.tooLong.name}, which is larger than ${limit} bytes when compressed: split it into several groups`,
    );
    return [];
  });
}

const textOfFile = (items: readonly PrintedItem[]): string => `groups:\n${textOf(items)}`;

function ruleConfigMap(name: string, text: string, { workload }: Alert, { values }: Context): DerivedObject["manifest"] {
  const metadata = { name, namespace: workload.namespace, labels: workload.labels };
  return { apiVersion: "v1", kind: "ConfigMap", metadata, binaryData: { [fileName]: values.apply("gzipBase64", text) } };
}
