import type { Context } from "../../context";
import type { Credentials } from "../../features/client-credentials";
import { configInit, configReloader, type Reloads, reloadAuthKey, reloadAuthKeyArguments } from "../../features/config-reloader";
import { mountedAssets } from "../../features/mounted-assets";
import { readOnly } from "../../features/scrape-files";
import { commonFlags, mainArguments } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import type { Container, PodTemplateSpec, VolumeMount } from "../../workload/plain";
import { podTemplate, spreadByOwnLabels } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { configMapVolumes, type Mounted, mountsOf, secretVolumes, volumesOf } from "../../workload/volumes";
import { credentialPaths } from "./connections";
import { ruleFlags, rulesOut, settingFlags, teamRuleFlags } from "./flags";
import type { Alert } from "./model";
import { notifierConfig } from "./notifiers";
import type { RuleFiles } from "./rule-files";

/** The arguments of vmalert beside the settings of its process. */
interface Parts {
  readonly rules: RuleFiles;
  /** The flags of databases and notifiers. */
  readonly connections: readonly string[];
  readonly credentials: Credentials;
  /** The files of its team, if it has one. */
  readonly teamFiles: readonly Mounted[];
}

/** The pod of a VMAlert: vmalert, and the config-reloader that unpacks its rules and tells it of changes. */
export function pods(alert: Alert, parts: Parts, context: Context): PodTemplateSpec {
  const { workload, server, selectsRules } = alert;
  const { spec } = workload;
  const byName = <Named extends { readonly name: string }>(list: readonly Named[]): Named[] =>
    context.values.sort(list, ({ name }) => name);
  const mounted = [...mountedBySpec(alert, parts.credentials, context), ...parts.teamFiles];
  const authKey = reloadAuthKey(workload);
  const mounts = [...byName([readOnly(rulesOut.mount), ...mountsOf(mounted), ...(spec.volumeMounts ?? [])]), ...mountsOf(authKey)];
  const volumes = [...(spec.volumes ?? []), ...volumesOf([rulesOut, ...parts.rules.mounted, ...mounted])];
  const reloads: Reloads = {
    mounts: mountsOf(configMapVolumes(spec, context)),
    unpacks: { from: mountsOf(parts.rules.mounted), into: rulesOut.mount, sorted: true },
  };
  const template = podTemplate(
    workload,
    {
      containers: [vmalert(alert, parts, mounts, context), ...(selectsRules ? [configReloader(workload, server, reloads, context)] : [])],
      initContainers: selectsRules ? [configInit(workload, server, reloads, context)] : [],
      volumes: [...byName(volumes), ...volumesOf(authKey)],
    },
    context,
  );
  return spreadByOwnLabels(template, workload.selectorLabels);
}

/** The mounted files of vmalert beside its rules. */
function mountedBySpec({ workload: { name, spec } }: Alert, { files }: Credentials, context: Context): Mounted[] {
  return [
    mountedAssets("config", name, credentialPaths.secrets, files.secrets),
    mountedAssets("tls-assets", `tls-assets-${name}`, credentialPaths.tls, files.tls),
    ...licenseVolume(spec.license),
    ...notifierConfig(spec),
    ...secretVolumes(spec, context),
    ...configMapVolumes(spec, context),
  ];
}

function vmalert(
  { workload, server }: Alert,
  { rules, connections, teamFiles }: Parts,
  volumeMounts: readonly VolumeMount[],
  context: Context,
): Container {
  const { spec } = workload;
  const ofTeam = teamFiles.length > 0 ? teamRuleFlags(context) : [];
  const own = [
    ...commonFlags(workload, context),
    ...connections,
    ...ruleFlags(spec, rules, context),
    ...settingFlags(spec, context),
    ...ofTeam,
  ];
  return mainContainer(
    workload,
    {
      args: mainArguments(own, spec.extraArgs, context.values, reloadAuthKeyArguments(workload)),
      ports: [httpPort(workload)],
      volumeMounts,
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
}
