import { checkUrl } from "../../config/client-check";
import { checkConnectionContradictions } from "../../config/contradictions";
import { checkLoginWays } from "../../config/login-ways";
import type { Context } from "../../context";
import { waysToLogIn } from "../../features/client-credentials";
import { checkFieldsWithTeam, checkTeam } from "../../features/team/team-check";
import type { Team } from "../../features/team/team-fields";
import { checkServiceName } from "../../kubernetes/service";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkHeaders } from "../../scraping/endpoint-check";
import { checkSelector } from "../../selection";
import { parseUrl } from "../../text/url";
import { isFilled } from "../../workload/labels";
import { checkLicense, isLicensed } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMAlertArguments } from "./arguments";
import type { Connection } from "./connections";
import { alertOf, type Spec } from "./model";
import { givenNotifiers, hasArgument } from "./notifiers";
import type { VMAlertSpec } from "./schema";
import { ruleSelectors } from "./selected-groups";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMAlertSpec>, context: KindContext<VMAlertArguments>): void {
  const { workload } = alertOf(resource, context);
  const { spec } = workload;
  const { objects, namespaces } = ruleSelectors(spec);
  for (const field of [objects, namespaces]) checkSelector(field, context);
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  if (isLicensed(spec.license)) checkLicense(spec.license, "spec.license", context);
  checkDatabases(spec, context);
  checkDestinations(spec, context);
  for (const { notifier, path } of givenNotifiers(spec)) checkNotifier(notifier, path, context);
  checkReferences(spec, context);
  if (context.arguments.team) checkAlertOfTeam(context.arguments.team, spec, context);
}

/** Fields that a VMAlert of a team cannot have, each with the remedy. */
const notForTeams = Object.fromEntries(
  ["ruleSelector", "ruleNamespaceSelector", "selectAllByDefault"].map((name) => [
    name,
    "its rules come from its team; leave it out, or use another VMAlert",
  ]),
);

function checkAlertOfTeam(team: Team, spec: Spec, context: KindContext): void {
  checkTeam(team, context);
  checkFieldsWithTeam(spec, notForTeams, context);
  if (hasArgument(spec, "clusterMode"))
    context.report.error(
      "spec.extraArgs.clusterMode",
      "cannot be used with the argument team, whose rules could name any tenant: leave it out, and give addresses of the team's tenant",
    );
  if (spec.notifierConfigRef && isFilled(team.labels))
    context.report.warning(
      "spec.notifierConfigRef",
      "is used as it is, so that alerts of the team can have other labels than team.labels: enforce these by alert_relabel_configs in the file",
    );
}

/** Secrets that become volumes need a name. */
function checkReferences({ license, notifierConfigRef, configReloadAuthKeySecret }: Spec, { report }: Context): void {
  checkSecretNames(
    {
      "spec.license.keyRef": license?.keyRef,
      "spec.notifierConfigRef": notifierConfigRef,
      "spec.configReloadAuthKeySecret": configReloadAuthKeySecret,
    },
    report,
  );
}

function checkDatabases(spec: Spec, context: Context): void {
  const { datasource, remoteWrite, remoteRead } = spec;
  for (const [name, database] of Object.entries({ datasource, remoteWrite, remoteRead })) {
    if (!database) continue;
    const path = `spec.${name}`;
    const { basicAuth, oauth2 } = database;
    if (context.values.isEmpty(database.url))
      context.report.error(`${path}.url`, "is empty: expected the URL of a database such as http://vmsingle-main:8428");
    if (basicAuth && !basicAuth.username?.name)
      context.report.error(`${path}.basicAuth.username`, "is required: expected the user name in a Secret");
    if ((oauth2?.scopes ?? []).length > 1)
      context.report.warning(`${path}.oauth2.scopes`, "vmalert treats them as a single scope: give one text with ; between the scopes");
    checkUrl(database.url, `${path}.url`, context);
    checkHeaders(database.headers, `${path}.headers`, context);
    checkConnection(database, path, context);
  }
  const isWhole = remoteWrite && context.values.check(remoteWrite.url, (url) => String(url).endsWith("/api/v1/write"));
  if (isWhole && !hasArgument(spec, "remoteWrite.disablePathAppend"))
    context.report.warning(
      "spec.remoteWrite.url",
      'ends with /api/v1/write, which vmalert appends: leave it out, or set spec.extraArgs["remoteWrite.disablePathAppend"] to "true"',
    );
}

/** Alerts go to notifiers, to the targets of a file, or nowhere. */
function checkDestinations(spec: Spec, { report }: Context): void {
  const { notifierConfigRef } = spec;
  const [first] = givenNotifiers(spec);
  if (hasArgument(spec, "notifier.blackhole") && (first || notifierConfigRef))
    report.error('spec.extraArgs["notifier.blackhole"]', "drops all alerts, but notifiers are given: leave one of them out");
  if (first && notifierConfigRef) report.error("spec.notifierConfigRef", `is given next to ${first.path}: leave one of them out`);
}

function checkNotifier(notifier: NonNullable<Spec["notifier"]>, path: string, context: Context): void {
  const { values, report } = context;
  const { url = "", selector } = notifier;
  if (selector) {
    checkSelector({ path: `${path}.selector.labelSelector`, selector: selector.labelSelector }, context);
    const others = Object.entries(notifier).filter(([name, value]) => name !== "selector" && value !== undefined);
    for (const [name] of others)
      report.warning(`${path}.${name}`, "has no effect next to selector: discovered pods keep their own addresses");
    return;
  }
  const isMissing = values.isEmpty(url);
  if (isMissing) report.error(path, "has neither url nor selector: expected one of them");
  const parsed = isMissing ? undefined : values.check(url, (text) => parseUrl(String(text)));
  if (parsed && "problem" in parsed) report.error(`${path}.url`, parsed.problem);
  checkHeaders(notifier.headers, `${path}.headers`, context);
  checkConnection(notifier, path, context);
}

/** Two ways to log in exclude each other, for databases and notifiers alike. */
function checkConnection(connection: Connection, path: string, context: Context): void {
  checkConnectionContradictions(connection, path, context);
  checkLoginWays(waysToLogIn(connection), path, "vmalert", context);
}
