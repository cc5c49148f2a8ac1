import { dataOf, isEmpty } from "./plain-data";
import { fieldsOf, part, section, together, type Value, without } from "./value-table";

const ownChecks = "the sidecar has no checks of its own to be set";

/** The sidecar for backups. */
export const backupManager: Value = together(
  {
    enabled: part(false),
    image: section({
      registry: part(""),
      repository: part("victoriametrics/vmbackupmanager"),
      tag: part(""),
      variant: without("", "write it at the end of tag"),
    }),
    ...Object.fromEntries(["disableHourly", "disableDaily", "disableWeekly", "disableMonthly"].map((name) => [name, part(false)])),
    destination: part(""),
    retention: section(
      Object.fromEntries(["keepLastHourly", "keepLastDaily", "keepLastWeekly", "keepLastMonthly"].map((name) => [name, part(2)])),
    ),
    extraArgs: part({ "envflag.enable": true, "envflag.prefix": "VM_", loggerFormat: "json" }),
    extraVolumeMounts: part([]),
    extraSecretMounts: part([]),
    restore: section({ onStart: section({ enabled: part(false) }) }),
    resources: part({}),
    env: part([]),
    probe: section({
      readiness: without(managerCheck("httpGet"), ownChecks),
      liveness: without(managerCheck("tcpSocket"), ownChecks),
      startup: without({ httpGet: { port: "manager-http" } }, ownChecks),
    }),
  },
  (given, place) => {
    const { destination, image, retention, extraArgs, extraVolumeMounts, restore, resources, env, extraSecretMounts } = given;
    const { registry, repository, tag } = dataOf(image);
    const isOther = !isEmpty(registry) || repository !== "victoriametrics/vmbackupmanager";
    const flags = Object.entries({ ...dataOf(retention), ...dataOf(extraArgs) }).map(([name, value]) => [name, String(value)]);
    place.warn(
      "backups so far are in a folder called after the chart's pod: name that folder to restore one of them (vmrestore -src)",
      "destination",
    );
    if (!isEmpty(extraSecretMounts)) place.warn("give the Secret as vmBackup.credentialsSecret", "extraSecretMounts");
    return {
      vmBackup: fieldsOf({
        destination,
        ...Object.fromEntries(Object.entries(given).filter(([name, value]) => name.startsWith("disable") && value === true)),
        image: fieldsOf({ repository: isOther ? [registry, repository].filter((text) => !isEmpty(text)).join("/") : undefined, tag }),
        extraArgs: Object.fromEntries(flags),
        volumeMounts: extraVolumeMounts,
        restore: dataOf(dataOf(restore).onStart).enabled === true ? { onStart: { enabled: true } } : undefined,
        resources,
        extraEnvs: env,
      }),
    };
  },
  { switched: true },
);

function managerCheck(by: string) {
  return { [by]: { port: "manager-http" } };
}
