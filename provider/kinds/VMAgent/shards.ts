import type { DerivedObject } from "../../derived";
import { isPlaceholder, type Values } from "../../values/values";
import { flag } from "../../workload/command-line";
import type { Labels } from "../../workload/labels";
import type { Container, PodTemplateSpec } from "../../workload/plain";
import type { Workload } from "../../workload/workload";
import type { Agent, Spec } from "./model";

/** One of the workloads that the targets are spread over, or the only one. */
interface Shard {
  /** Its number; undefined if targets are not spread. */
  readonly number?: number;
  readonly workload: Workload<Spec>;
  /** The labels that distinguish its pods from those of other shards. */
  readonly labels: Labels;
  readonly template: PodTemplateSpec;
}

/** Whether targets are spread over several workloads, be it a single one. */
export const isSharded = ({ daemonSetMode, shardCount = 0 }: Spec): boolean => !daemonSetMode && shardCount > 0;

/** The shards of an agent, whose pods are like those of `template`. */
export function shardsOf(agent: Agent, template: PodTemplateSpec): Shard[] {
  const { workload } = agent;
  const { shardCount = 0 } = workload.spec;
  if (!isSharded(workload.spec)) return [{ workload, labels: {}, template }];
  return Array.from({ length: shardCount }, (_, number) => {
    const labels = { "shard-num": String(number) };
    const own = { ...workload, name: `${workload.name}-${number}`, selectorLabels: { ...workload.selectorLabels, ...labels } };
    return { number, workload: own, labels, template: withMember(template, agent, labels, number) };
  });
}

/** The pods of a shard: they know which of the targets are theirs. */
function withMember(template: PodTemplateSpec, { workload, scrapes }: Agent, labels: Labels, number: number): PodTemplateSpec {
  const { shardCount } = workload.spec;
  const spec = template.spec as NonNullable<typeof template.spec>;
  const withMemberFlags = (container: Container): Container => {
    if (container.name !== workload.application) return container;
    const others = (container.args ?? []).filter((argument) => !memberFlag.test(argument));
    const own = [flag("promscrape.cluster.membersCount", String(shardCount)), flag("promscrape.cluster.memberNum", number)];
    return { ...container, args: [...others, ...own] };
  };
  return {
    metadata: { ...template.metadata, labels: { ...template.metadata?.labels, ...labels } },
    spec: scrapes ? { ...spec, containers: spec.containers.map(withMemberFlags) } : spec,
  };
}

const memberFlag = /promscrape\.cluster\.(membersCount|memberNum)/;

/** The workload of a shard with its number in place of every `%SHARD_NUM%`. */
export function withShardNumber(object: DerivedObject, number: number, values: Values): DerivedObject {
  const numbered = (text: string): string =>
    isPlaceholder(text) && values.check(text, mentionsShard) !== true ? text : values.apply("shardNumber", text, String(number));
  const visit = (data: unknown): unknown => {
    if (typeof data === "string") return numbered(data);
    if (Array.isArray(data)) return data.map(visit);
    if (typeof data !== "object" || data === null) return data;
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [numbered(key), visit(value)]));
  };
  const { manifest, claimTemplates } = object;
  return {
    ...object,
    ...(visit({ manifest, ...(claimTemplates && { claimTemplates }) }) as Pick<DerivedObject, "manifest" | "claimTemplates">),
  };
}

/** Whether a value, which may be a number, has anything to be replaced. */
const mentionsShard = (value: unknown): boolean => String(value).includes("%SHARD_NUM%");
