import type { Context } from "../../context";
import type { Defaults } from "../../defaults";
import type { Values } from "../../values/values";
import { argumentsWith } from "../../workload/command-line";
import { configFolder, configurationFile, dataFolder, filesFolder, gossipFile, webFile } from "./file-places";
import { type Alertmanager, meshPort, type Spec } from "./model";

/** The arguments of Alertmanager: derived flags, replaced by the user's flags of the same name, sorted. */
export function alertmanagerArguments(alertmanager: Alertmanager, { values, defaults }: Context): string[] {
  const { spec } = alertmanager.workload;
  return argumentsWith([...ownFlags(alertmanager, values), ...peerFlags(alertmanager, defaults)], spec.extraArgs, { dashes: "--" }, values);
}

const flag = (name: string, value: string): string => `--${name}=${value}`;

function ownFlags({ workload: { spec, defaults }, server }: Alertmanager, values: Values): string[] {
  const { replicaCount = 1, listenLocal, webConfig, gossipConfig } = spec;
  const flags: Readonly<Record<string, string | undefined>> = {
    "config.file": `${configFolder}/${configurationFile}`,
    "storage.path": dataFolder,
    "data.retention": spec.retention || "120h",
    "enable-feature": isStrict(spec, defaults.version, values) ? "utf8-strict-mode" : undefined,
    "web.config.file": webConfig && `${filesFolder}/${webFile}`,
    "cluster.tls-config": gossipConfig && `${filesFolder}/${gossipFile}`,
    "cluster.listen-address": replicaCount === 1 ? "" : `[$(POD_IP)]:${meshPort}`,
    "cluster.advertise-address": spec.clusterAdvertiseAddress || undefined,
    "web.listen-address": `${listenLocal ? "127.0.0.1" : ""}:${server.port}`,
    "web.external-url": spec.externalURL || undefined,
    "web.route-prefix": spec.routePrefix || "/",
    "log.level": logLevel(spec, values),
    "log.format": spec.logFormat || undefined,
  };
  return Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [flag(name, value)]));
}

/** Alertmanager's default level needs no flag. */
function logLevel(spec: Spec, values: Values): string | undefined {
  const lower = values.apply("lowerCase", spec.logLevel ?? "");
  return values.isEqual(lower, "info") || lower === "" ? undefined : lower;
}

/** Whether matchers are read by the newer syntax alone: since 0.28, according to the image's tag. */
function isStrict({ image, componentVersion }: Spec, version: string | undefined, values: Values): boolean {
  const tag = image?.tag || componentVersion || version || "";
  return values.check(tag, (text) => isAtLeast028(String(text))) ?? true;
}

function isAtLeast028(tag: string): boolean {
  const [, major = "", minor = "0", patch = "0", prerelease] =
    /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.exec(tag) ?? [];
  if (major === "") return false;
  if (Number(major) > 0 || Number(minor) > 28) return true;
  return Number(minor) === 28 && (Number(patch) > 0 || prerelease === undefined);
}

/** The members of the cluster, this one included. */
function peerFlags({ workload: { name, namespace, spec } }: Alertmanager, defaults: Defaults): string[] {
  const { replicaCount = 1, clusterDomainName, additionalPeers = [] } = spec;
  const domain = clusterDomainName || defaults.clusterDomain;
  const suffix = domain ? `.svc.${domain}.` : "";
  const own = Array.from({ length: replicaCount }, (_, index) => `${name}-${index}.${name}.${namespace}${suffix}:${meshPort}`);
  return [...own, ...additionalPeers].map((peer) => flag("cluster.peer", peer));
}
