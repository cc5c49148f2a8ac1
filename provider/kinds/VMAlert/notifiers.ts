import type { Context } from "../../context";
import { type Credentials, clientFlags } from "../../features/client-credentials";
import { flag, positionalFlag, type Slots } from "../../workload/command-line";
import { urlPrefix } from "../../workload/http-server";
import { isFilled, type Labels } from "../../workload/labels";
import { type Mounted, mountedSecret } from "../../workload/volumes";
import type { CustomResource } from "../../world/objects";
import { matches } from "../../world/selectors";
import { alertmanagerOf } from "../VMAlertmanager/model";
import type { VMAlertmanagerSpec } from "../VMAlertmanager/schema";
import { credentialPaths, joinedHeaders } from "./connections";
import type { Alert, Spec } from "./model";
import { labellingConfig, type NotifierTarget } from "./notifier-config";

type Notifier = NonNullable<Spec["notifier"]>;
type Discovery = NonNullable<Notifier["selector"]>;

/** The notifiers that are given, with the fields they stand in. */
export function givenNotifiers({ notifiers = [], notifier }: Spec): { notifier: Notifier; path: string }[] {
  const listed = notifiers.map((entry, index) => ({ notifier: entry, path: `spec.notifiers[${index}]` }));
  return notifier ? [...listed, { notifier, path: "spec.notifier" }] : listed;
}

/** Flags that can define notifiers without any of the fields. */
const ownFlags = ["notifier.blackhole", "notifier.url", "notifier.config"];

/** Whether alerts have a destination; a selector without results counts, since results may follow later. */
export function hasNotifiers(spec: Spec): boolean {
  return givenNotifiers(spec).length > 0 || spec.notifierConfigRef !== undefined || ownFlags.some((name) => hasArgument(spec, name));
}

export const hasArgument = ({ extraArgs = {} }: Spec, name: string): boolean => extraArgs[name] !== undefined;

/** The file with the targets of alerts; vmalert rereads it when it changes. */
export function notifierConfig({ notifierConfigRef }: Spec): (Mounted & { readonly path: string })[] {
  if (!notifierConfigRef) return [];
  const { name = "", key } = notifierConfigRef;
  const { volume, mount } = mountedSecret("vmalert-notifier-config", name, "/etc/vm/notifier_config");
  const { readOnly: _, ...writable } = mount;
  return [{ volume, mount: writable, path: `${mount.mountPath}/${key}` }];
}

/** The flags that tell where alerts go to, and a file that they name. */
export interface Notification {
  readonly flags: readonly string[];
  /** Text of the file `notifierFileName` beside the credentials; undefined if the flags say all. */
  readonly file?: string;
}

const notifierFileName = "notifiers.yaml";

/** Where alerts go to. Labels that all alerts get need a file. */
export function notification(alert: Alert, labels: Labels | undefined, credentials: Credentials, context: Context): Notification {
  const { spec } = alert.workload;
  if (hasArgument(spec, "notifier.blackhole")) return { flags: [] };
  const given = givenNotifiers(spec);
  const targets = [
    ...given
      .filter(({ notifier }) => !notifier.selector)
      .map(({ notifier, path }) => ({ url: notifier.url ?? "", connection: notifier, path })),
    ...discoveredTargets(given, context),
  ];
  const config = notifierConfig(spec).map(({ path }) => flag("notifier.config", path));
  if (targets.length === 0 && config.length > 0) return { flags: config };
  if (!targets.some(({ url }) => url)) checkNeed(spec, context);
  if (targets.length === 0 || !isFilled(labels)) return { flags: targetFlags(targets, credentials, context) };
  return {
    flags: [flag("notifier.config", `${credentialPaths.secrets}/${notifierFileName}`)],
    file: labellingConfig(targets, labels, credentials, context),
  };
}

/** The files that vmalert reads beside those of its rules: credentials, and where alerts go to. */
export const secretFiles = (credentials: Credentials, { file }: Notification): Readonly<Record<string, string>> => ({
  ...credentials.files.secrets.files,
  ...(file !== undefined && { [notifierFileName]: file }),
});

/** vmalert does not start with alerting rules and nowhere to send alerts to, and files of the user's own may have some. */
function checkNeed(spec: Spec, { report }: Context): void {
  if (!spec.rulePath?.length || hasArgument(spec, "notifier.url") || hasArgument(spec, "notifier.config")) return;
  report.error(
    "spec.notifier",
    "no notifier is given or found, and rules of rulePath may need one: give a notifier, or notifier.blackhole in extraArgs",
  );
}

/** Flags with values that are always quoted, or with non-empty text for missing values. */
const slots: Readonly<Record<string, Slots>> = {
  "basicAuth.username": { gap: '""', quotes: "goQuoted" },
  tlsInsecureSkipVerify: { gap: "false", quotes: "flagItem" },
};

/** One flag for each setting, with a value for each target in the order of the targets. */
function targetFlags(targets: readonly NotifierTarget[], credentials: Credentials, { values }: Context): string[] {
  const given: Readonly<Record<string, (target: NotifierTarget) => string | boolean | undefined>> = {
    url: ({ url }) => url,
    ...mapped(
      clientFlags,
      (setting) =>
        ({ connection, path }) =>
          setting(connection, credentials, path),
    ),
    headers: ({ connection }) => joinedHeaders(connection),
    // vmalert separates scopes by semicolons: a comma would end the value.
    "oauth2.scopes": ({ connection }) => connection.oauth2?.scopes?.join(";"),
  };
  return Object.entries(given).flatMap(([name, value]) => positionalFlag(`notifier.${name}`, targets.map(value), values, slots[name]));
}

const mapped = <Before, After>(map: Readonly<Record<string, Before>>, change: (value: Before) => After): Record<string, After> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

/** The pods of all VMAlertmanagers that selectors find, by their URLs from the last to the first. They are reached without credentials. */
function discoveredTargets(given: readonly { notifier: Notifier; path: string }[], context: Context): NotifierTarget[] {
  const found = given.flatMap(({ notifier: { selector }, path }) =>
    selector ? addressesFound(selector, `${path}.selector`, context) : [],
  );
  return context.values
    .sort(found, (url) => url)
    .toReversed()
    .map((url) => ({ url, connection: {}, path: "" }));
}

/** vmalert does not start with alerting rules and an empty list of notifiers. */
function addressesFound(selector: Discovery, path: string, context: Context): string[] {
  const managers = discovered(selector, context);
  if (managers.length === 0)
    context.report.warning(
      path,
      `finds no VMAlertmanager: nobody gets alerts by it, and with alerting rules alone vmalert does not start; ${remedy(context)}`,
    );
  return managers.flatMap((manager) => addresses(manager, path, context));
}

/** The remedy of a selector that finds nothing: the VMAlertmanagers that it could mean. */
function remedy({ world }: Context): string {
  const [first, ...others] = world.customResources("VMAlertmanager");
  if (!first) return "add one to the given objects (selectFrom)";
  const { namespace, name, labels = {} } = first.metadata;
  const more = others.length > 0 ? `, or one of ${others.length} others` : "";
  const own = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return `correct the selector, or the namespace and labels of ${namespace}/${name} (${own.join(", ") || "no labels"})${more}`;
}

function discovered(
  { labelSelector = {}, namespaceSelector }: Discovery,
  { world, defaults }: Context,
): CustomResource<VMAlertmanagerSpec>[] {
  const { watchNamespaces } = defaults;
  const isMeant = (namespace: string): boolean =>
    (!namespaceSelector || namespaceSelector.any === true || (namespaceSelector.matchNames ?? []).includes(namespace)) &&
    (watchNamespaces.length === 0 || watchNamespaces.includes(namespace));
  const managers = world.customResources("VMAlertmanager") as readonly CustomResource<VMAlertmanagerSpec>[];
  return managers.filter(({ metadata }) => isMeant(metadata.namespace) && matches(labelSelector, metadata.labels));
}

/** The URL of each pod of a VMAlertmanager. */
function addresses(manager: CustomResource<VMAlertmanagerSpec>, path: string, context: Context): string[] {
  const { workload, server } = alertmanagerOf(manager, context);
  const { name, namespace, spec } = workload;
  const { clusterDomain } = context.defaults;
  const host = `${name}.${namespace}.svc${clusterDomain && `.${clusterDomain}`}`;
  const prefix = urlPrefix(server, context.values);
  const replicas = Array.from({ length: replicasOf(spec.replicaCount, manager, path, context) }, (_, index) => index);
  return replicas.map((index) => `${server.scheme}://${name}-${index}.${host}:${server.port}${prefix}`);
}

/** One as long as the number is not known. */
function replicasOf(count: number | string = 1, { metadata }: CustomResource, path: string, { values, report }: Context): number {
  if (typeof count === "number") return count;
  const known = values.check(count, Number);
  if (known === undefined)
    report.warning(
      path,
      `finds VMAlertmanager ${metadata.namespace}/${metadata.name}, but its replicaCount is not known in the preview, which shows one pod`,
    );
  return known ?? 1;
}
