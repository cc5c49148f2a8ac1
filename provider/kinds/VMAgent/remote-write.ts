import type { Context } from "../../context";
import { type Credentials, clientFlags } from "../../features/client-credentials";
import { relabelingPlace } from "../../features/relabeling";
import { generalFlags, hasAggregationRules, ruleFlags, streamAggregationPlace } from "../../features/stream-aggregation";
import type { TeamArguments } from "../../features/team/team-fields";
import { sortedByBytes } from "../../text/order";
import { flag, flags, positionalFlag, type Slots } from "../../workload/command-line";
import { diskBudgetFlags } from "./disk-budget";
import { type Agent, hasOwnRelabeling, type Spec, type Target } from "./model";
import { targetAggregationFile, targetRelabelingFile } from "./processing-files";

/** The flags for the targets; the setting of each target has the target's position in a list. Files with credentials are entered in `credentials`. */
export function remoteWriteFlags(agent: Agent, credentials: Credentials, context: Context<TeamArguments>): string[] {
  const { spec } = agent.workload;
  return [
    ...targetFlags(spec.remoteWrite, credentials, context),
    ...queueFlags(spec),
    ...diskBudgetFlags(agent, context.values),
    ...generalTargetFlags(agent, context),
  ];
}

/** The value of a flag for one target; undefined if it has none. */
type TargetFlag = (target: Target, index: number) => string | number | boolean | undefined;

const awsFields = ["ec2Endpoint", "region", "roleARN", "service", "stsEndpoint", "useSigv4"] as const;

const aggregationFlags = [
  ...ruleFlags.map((entry) => ({ ...entry, needsRules: true })),
  ...generalFlags("^^").map((entry) => ({ ...entry, needsRules: false })),
];

/** The flags of a target beside those of any client, by their names after `remoteWrite.`. */
const ownTargetFlags: Readonly<Record<string, TargetFlag>> = {
  url: ({ url }) => url,
  sendTimeout: ({ sendTimeout }) => sendTimeout,
  proxyURL: ({ proxyURL }) => proxyURL,
  headers: ({ headers = [] }) => headers.join("^^"),
  forceVMProto: ({ forceVMProto }) => forceVMProto,
  // vmagent separates scopes by semicolons: a comma would end the value.
  "oauth2.scopes": ({ oauth2 }) => oauth2?.scopes?.join(";"),
  urlRelabelConfig: (target, index) =>
    hasOwnRelabeling(target) ? `${relabelingPlace.mountPath}/${targetRelabelingFile(index)}` : undefined,
  "streamAggr.config": ({ streamAggrConfig }, index) =>
    hasAggregationRules(streamAggrConfig) ? `${streamAggregationPlace.mountPath}/${targetAggregationFile(index)}` : undefined,
  ...Object.fromEntries(awsFields.map((field): [string, TargetFlag] => [`aws.${field}`, ({ aws }) => aws?.[field]])),
  ...Object.fromEntries(
    aggregationFlags.map(({ name, value, needsRules }): [string, TargetFlag] => [
      `streamAggr.${name}`,
      ({ streamAggrConfig: config }) => (config && (!needsRules || hasAggregationRules(config)) ? value(config) : undefined),
    ]),
  ),
};

const quoted: Slots = { gap: '""', quotes: "goQuoted" };
const withGap = (gap: string | number | boolean): Slots => ({ gap: String(gap), quotes: "flagItem" });

/** Flags with values that are always quoted, or with non-empty text for missing values. */
const slots: Readonly<Record<string, Slots>> = {
  "basicAuth.username": quoted,
  bearerTokenFile: quoted,
  tlsInsecureSkipVerify: withGap(false),
  forceVMProto: withGap(false),
  "aws.useSigv4": withGap(false),
  ...Object.fromEntries(aggregationFlags.map(({ name, gap }) => [`streamAggr.${name}`, withGap(gap)])),
};

function targetFlags(targets: readonly Target[], credentials: Credentials, { values }: Context): string[] {
  const forClients = Object.entries(clientFlags).map(([name, value]): [string, TargetFlag] => [
    name,
    (target, index) => value(target, credentials, `spec.remoteWrite[${index}]`),
  ]);
  return [...Object.entries(ownTargetFlags), ...forClients].flatMap(([name, value]) =>
    positionalFlag(`remoteWrite.${name}`, targets.map(value), values, slots[name]),
  );
}

/** Numbers of connections: one flag for all targets, or with a value for each as soon as one target has its own. */
function queueFlags({ remoteWrite, remoteWriteSettings }: Spec): string[] {
  const common = remoteWriteSettings?.queues;
  if (remoteWrite.every(({ queues }) => queues === undefined)) return flags({ "remoteWrite.queues": common });
  return [flag("remoteWrite.queues", remoteWrite.map(({ queues = common ?? 0 }) => queues).join(","))];
}

/** Settings for all targets. */
function generalTargetFlags({ workload: { spec }, queue }: Agent, { values, arguments: { team } }: Context<TeamArguments>): string[] {
  const { flushInterval, showURL, maxBlockSize, tmpDataPath, label = {}, useMultiTenantMode } = spec.remoteWriteSettings ?? {};
  const labels = Object.entries(sortedByBytes({ ...label, ...team?.labels })).map(([name, value]) =>
    values.apply("flagItem", `${name}=${value}`),
  );
  return flags({
    "remoteWrite.flushInterval": flushInterval,
    "remoteWrite.showURL": showURL,
    "remoteWrite.maxBlockSize": maxBlockSize,
    "remoteWrite.tmpDataPath": tmpDataPath || queue.path,
    "remoteWrite.label": labels.join(","),
    enableMultitenantHandlers: useMultiTenantMode || undefined,
  });
}
