import { type Context, secretValue } from "../../context";
import { asksForStorage } from "../../kubernetes/persistent-volume-claim";
import { sortedByBytes } from "../../text/order";
import { flag, flags, positionalFlag, type Slots } from "../../workload/command-line";
import { type Mounted, mountedFolder, referencedSecrets, volumeName } from "../../workload/volumes";
import type { Agent, Spec, Target } from "./model";

/** Folder of the Secrets with credentials for targets. */
const assets = "/etc/vl/remote-write-assets";

interface Reference {
  readonly name?: string;
  readonly key: string;
}

const pathOf = (reference: Reference | undefined): string | undefined =>
  reference?.name ? `${assets}/${reference.name}/${reference.key}` : undefined;

/** The value of a flag for one target; undefined for a target without it. `path` is the target's. */
type TargetFlag = (target: Target, path: string, agent: Agent, context: Context) => string | boolean | undefined;

/** The flags of a target, by their names after `remoteWrite.`. */
const targetFlags: Readonly<Record<string, TargetFlag>> = {
  url: ({ url }) => url,
  sendTimeout: ({ sendTimeout }) => sendTimeout,
  proxyURL: ({ proxyURL }) => proxyURL,
  headers: ({ headers = [] }) => headers.join("^^"),
  "basicAuth.usernameFile": ({ basicAuth }) => pathOf(basicAuth?.username),
  "basicAuth.passwordFile": ({ basicAuth }) => basicAuth?.password_file || pathOf(basicAuth?.password),
  bearerTokenFile: ({ bearerTokenPath, bearerTokenSecret }) => bearerTokenPath || pathOf(bearerTokenSecret),
  // The program takes the id itself, and no file with it.
  "oauth2.clientID": ({ oauth2 }, path, { workload }, context) =>
    oauth2?.clientIDFile ||
    (oauth2?.clientIDSecret?.name
      ? secretValue(context, workload.namespace, oauth2.clientIDSecret, `${path}.oauth2.clientIDSecret`)
      : undefined),
  "oauth2.clientSecretFile": ({ oauth2 }) => oauth2?.clientSecretFile || pathOf(oauth2?.clientSecret),
  "oauth2.tokenUrl": ({ oauth2 }) => oauth2?.tokenURL,
  "oauth2.scopes": ({ oauth2 }) => oauth2?.scopes?.join(";"),
  "oauth2.endpointParams": ({ oauth2 }) => (oauth2?.endpointParams ? JSON.stringify(sortedByBytes(oauth2.endpointParams)) : undefined),
  tlsCAFile: ({ tlsConfig }) => tlsConfig?.caFile || pathOf(tlsConfig?.caSecretKeyRef),
  tlsCertFile: ({ tlsConfig }) => tlsConfig?.certFile || pathOf(tlsConfig?.certSecretKeyRef),
  tlsKeyFile: ({ tlsConfig }) => tlsConfig?.keyFile || pathOf(tlsConfig?.keySecretKeyRef),
  tlsServerName: ({ tlsConfig }) => tlsConfig?.serverName,
  tlsInsecureSkipVerify: ({ tlsConfig }) => tlsConfig?.insecureSkipVerify || undefined,
};

/** Flags whose values are always quoted, or whose gaps are not empty. */
const slots: Readonly<Record<string, Slots>> = {
  headers: { gap: "''", quotes: "flagQuoted" },
  "oauth2.endpointParams": { gap: "", quotes: "flagQuoted" },
  tlsInsecureSkipVerify: { gap: "false", quotes: "flagItem" },
};

/** The flags for the targets: each is a list, in which every target has its position. */
export function remoteWriteFlags(agent: Agent, context: Context): string[] {
  const { remoteWrite, remoteWriteSettings = {} } = agent.workload.spec;
  const { flushInterval, queues, showURL, maxBlockSize, tmpDataPath } = remoteWriteSettings;
  const general = { flushInterval, queues, showURL, maxBlockSize, tmpDataPath };
  return [
    ...Object.entries(targetFlags).flatMap(([name, value]) =>
      positionalFlag(
        `remoteWrite.${name}`,
        remoteWrite.map((target, index) => value(target, `spec.remoteWrite[${index}]`, agent, context) || undefined),
        context.values,
        slots[name],
      ),
    ),
    ...flags(Object.fromEntries(Object.entries(general).map(([name, value]) => [`remoteWrite.${name}`, value]))),
    ...diskBudgetFlags(agent, context),
  ];
}

/** How much may wait on disk for each target: one flag for all, or with a value for each as soon as one target has its own. */
function diskBudgetFlags(agent: Agent, context: Context): string[] {
  const { remoteWrite, remoteWriteSettings } = agent.workload.spec;
  const budget = remoteWriteSettings?.maxDiskUsagePerURL ?? claimShare(agent, context);
  const name = "remoteWrite.maxDiskUsagePerURL";
  if (remoteWrite.every(({ maxDiskUsage }) => maxDiskUsage === undefined)) return budget === undefined ? [] : [flag(name, budget)];
  return [flag(name, remoteWrite.map(({ maxDiskUsage }) => maxDiskUsage ?? budget ?? "").join(","))];
}

/** Each target's part of the claim; undefined without a claim that has a size. */
function claimShare({ workload: { spec }, mode, hasOwnFolder }: Agent, { values }: Context): string | undefined {
  const { storage, remoteWrite } = spec;
  const claim = storage?.emptyDir ? undefined : storage?.volumeClaimTemplate?.spec;
  if (mode !== "StatefulSet" || !hasOwnFolder || !asksForStorage(claim, values) || remoteWrite.length === 0) return undefined;
  return values.apply("partOfSize", String(claim?.resources?.requests?.storage), String(remoteWrite.length));
}

/** The references of a target to Secrets, by their fields. */
export const referencesOf = ({ tlsConfig, bearerTokenSecret, basicAuth, oauth2 }: Target) => ({
  "tlsConfig.caSecretKeyRef": tlsConfig?.caSecretKeyRef,
  "tlsConfig.certSecretKeyRef": tlsConfig?.certSecretKeyRef,
  "tlsConfig.keySecretKeyRef": tlsConfig?.keySecretKeyRef,
  bearerTokenSecret,
  "basicAuth.username": basicAuth?.username,
  "basicAuth.password": basicAuth?.password,
  "oauth2.clientIDSecret": oauth2?.clientIDSecret,
  "oauth2.clientSecret": oauth2?.clientSecret,
});

/** The Secrets with credentials for targets, each once. A volume that is called like one is the user's, so the derived one then has a prefix. */
export function credentialVolumes({ remoteWrite, volumes = [] }: Spec, { values }: Context): Mounted[] {
  const references = remoteWrite.flatMap((target) => Object.values(referencesOf(target)));
  return referencedSecrets(references).map(({ secretName, ...secret }) => {
    const own = volumeName(secretName, values);
    const isTaken = volumes.some((volume) => volume.name === own);
    const called = isTaken ? volumeName(`remote-write-${secretName}`, values) : own;
    return mountedFolder(called, { secret: { secretName, ...secret } }, `${assets}/${secretName}`);
  });
}
