import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "../../../provider";
import { namesOf } from "../names";
import { addresses } from "../settings/alertmanager";
import { ordinarySettings } from "../settings/ordinary";
import type { ByKey, Settings } from "../settings/types";
import { ordinaryChanges } from "./ordinary-changes";
import type { Stack } from "./stack";

/** A program of one component for each object, as one would write it by hand. */
export const ordinary: Stack<Settings> = {
  name: "ordinary",
  settings: ordinarySettings,
  configuration: () => ({ project: "monitoring" }),
  program: (settings) => async () => createAll(settings),
  names: namesOf,
  changes: ordinaryChanges,
};

function createAll(settings: Settings): void {
  const { cluster, agent, alert, alertmanager, auth } = settings;
  const metadataOf = ({ labels }: { labels: Record<string, string> }) => ({ name: "main", namespace: "monitoring", labels });
  const database = new victoriametrics.VMCluster("main", { metadata: metadataOf(cluster), spec: cluster.spec });
  const scrapes = create(settings.serviceScrapes, (name, metadata, spec) => new victoriametrics.VMServiceScrape(name, { metadata, spec }));
  const rules = create(settings.rules, (name, metadata, groups) => new victoriametrics.VMRule(name, { metadata, spec: { groups } }));
  const configs = create(
    settings.alertmanagerConfigs,
    (name, metadata, spec) => new victoriametrics.VMAlertmanagerConfig(name, { metadata, spec }),
  );
  const users = create(
    settings.users,
    (name, metadata, user) =>
      new victoriametrics.VMUser(name, { metadata, spec: { ...user, generatePassword: true }, selectFrom: [database] }),
  );
  const secrets = Object.keys(settings.alertmanagerConfigs).map((key) => createAddresses(key.split("/")[0] ?? ""));
  const select = { selectAllByDefault: true };
  new victoriametrics.VMAgent("main", {
    metadata: metadataOf(agent),
    spec: { ...select, ...agent.spec },
    selectFrom: [database, ...scrapes],
  });
  new victoriametrics.VMAlert("main", { metadata: metadataOf(alert), spec: { ...select, ...alert.spec }, selectFrom: rules });
  new victoriametrics.VMAlertmanager("main", {
    metadata: metadataOf(alertmanager),
    spec: { ...select, ...alertmanager.spec },
    selectFrom: [...configs, ...secrets],
  });
  new victoriametrics.VMAuth("main", { metadata: metadataOf(auth), spec: { ...select, ...auth.spec }, selectFrom: [database, ...users] });
}

function create<Spec, Component>(
  specs: ByKey<Spec>,
  construct: (name: string, metadata: victoriametrics.ObjectMetadataArgs, spec: Spec) => Component,
): Component[] {
  return Object.entries(specs).map(([key, spec]) => {
    const [namespace = "", name = ""] = key.split("/");
    return construct(key.replace("/", "-"), { name, namespace }, spec);
  });
}

/** The addresses of a team's receivers, which are secret. */
const createAddresses = (namespace: string): kubernetes.core.v1.Secret =>
  new kubernetes.core.v1.Secret(`${namespace}-${addresses.name}`, {
    metadata: { name: addresses.name, namespace },
    stringData: { slack: pulumi.secret(`https://hooks.example.com/${namespace}`), pagerduty: pulumi.secret(`key-of-${namespace}`) },
  });
