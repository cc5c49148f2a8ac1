import type { z } from "zod";
import type { Context } from "../context";
import { argumentMap } from "../schema/argument-map";
import { boolean, described, integer, object, string, structural } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { portText } from "../schema/port-text";
import { argumentsWith, environmentFlags, flags, loggingFlags } from "../workload/command-line";
import { extraEnvs, extraEnvsFrom, resources, volumeMounts } from "../workload/container-fields";
import { type HttpServer, localUrl } from "../workload/http-server";
import { applicationImage } from "../workload/image";
import { image } from "../workload/image-fields";
import { isLicensed, licenseFlags, licenseVolume } from "../workload/license";
import { loggingFields } from "../workload/logging-fields";
import type { Container, Plain, Probe, VolumeMount } from "../workload/plain";
import { resourceRequirements } from "../workload/resource-requirements";
import { type Mounted, mountedSecret, mountsOf, volumeName } from "../workload/volumes";
import type { Workload } from "../workload/workload";

const skip = (period: string) => structural(boolean(`Makes no ${period} backups. Default false.`));

const restoreOnStart = object("VMRestoreOnStartConfig", "Restores a backup before the application starts.", {
  enabled: structural(
    boolean("Adds an init container that restores the backup chosen by `vmbackupmanager restore create`. Default false."),
  ),
});

const restore = object("VMRestore", "Restoring of backups.", { onStart: restoreOnStart });

export const backup = object(
  "VMBackup",
  "Regular backups by a sidecar, vmbackupmanager. Enterprise only: without a license, or the deprecated `acceptEULA`, it is an error.",
  {
    destination: string("Destination of backups: `s3://bucket/path`, `gs://…`, `azblob://…` or `fs:///path`."),
    destinationDisableSuffixAdd: structural(
      boolean(
        "Leaves `destination` as it is. Otherwise each storage node of a cluster gets a folder named after its pod. Default false; " +
          "no effect on VMSingle.",
      ),
    ),
    credentialsSecret: described(
      "File with the credentials for the destination, in a Secret, which is mounted at `/etc/vm/creds`.",
      secretKey,
    ),
    customS3Endpoint: string("Address of an S3-compatible storage, `http://minio:9000` for example."),
    concurrency: integer("Number of concurrent uploads. Default: vmbackupmanager's own."),
    disableHourly: skip("hourly"),
    disableDaily: skip("daily"),
    disableWeekly: skip("weekly"),
    disableMonthly: skip("monthly"),
    snapshotCreateURL: string(
      "URL that makes a snapshot. Default: the main container's, with the key of the extra argument `snapshotAuthKey`.",
    ),
    snapshotDeleteURL: string(
      "URL that deletes a snapshot. Default: the main container's, with the key of the extra argument `snapshotAuthKey`.",
    ),
    restore,
    acceptEULA: structural(
      boolean("Accepts the terms of the enterprise version instead of a license key. Default false.", {
        deprecated: "use license.key or license.keyRef",
      }),
    ),
    image: described("Image of the sidecar. Default `victoriametrics/vmbackupmanager` in its enterprise version.", image),
    port: portText("Port, in quotes, of the sidecar's own metrics and health. Default 8300."),
    ...loggingFields,
    resources: described("Requests and limits of the sidecar. Default 150m CPU and 200Mi memory, at most 500m and 500Mi.", resources),
    extraArgs: argumentMap(
      "Flags for the sidecar, names without dash. One that is derived too is replaced by the value given here. An empty value gives the bare flag.",
    ),
    extraEnvs,
    extraEnvsFrom,
    volumeMounts: described("Mounts for the sidecar, beside the data volume and the mounts of the main container.", volumeMounts),
  },
);

export type Backup = Plain<z.output<typeof backup>>;

/** The data to back up. */
interface BackedUp {
  readonly vmBackup: Backup;
  /** The mount path of the data. */
  readonly storageDataPath: string;
  readonly destination: string;
  /** Mounts of the main container that the sidecar needs too, the data's among them. */
  readonly volumeMounts: readonly VolumeMount[];
}

/** Name of the Service's port that leads to the sidecar. */
export const backupPortName = "vmbackupmanager";

export const backupPort = ({ port }: Backup, { defaults }: Context): string => port || defaults.vmbackup.port;

/** Whether backups are allowed: they need the enterprise version. */
const isBackupAllowed = ({ acceptEULA }: Backup, { license }: Workload): boolean => acceptEULA === true || isLicensed(license);

/** Reports backups without a license. */
export function checkBackup(workload: Workload, vmBackup: Backup | undefined, { report }: Context): void {
  if (!vmBackup || isBackupAllowed(vmBackup, workload)) return;
  report.error(`${workload.path}.vmBackup`, "needs the enterprise version: give a license, or acceptEULA");
}

/** The sidecar that makes backups. */
export function backupContainers(workload: Workload, server: HttpServer, backedUp: BackedUp, context: Context): Container[] {
  const { vmBackup } = backedUp;
  if (!isBackupAllowed(vmBackup, workload)) return [];
  const args = backupArguments(
    [...sharedFlags(workload, backedUp), ...managerFlags(workload, server, backedUp, context)],
    vmBackup,
    context,
  );
  const env = [...(vmBackup.extraEnvs ?? []), { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }];
  const probe = backupProbe(backupPort(vmBackup, context));
  return [
    {
      ...backupContainer({ name: "vmbackuper", portName: "http-backup", args, env }, workload, backedUp, context),
      livenessProbe: { ...probe, failureThreshold: 3 },
      readinessProbe: { ...probe, failureThreshold: 10 },
    },
  ];
}

/** The init container that restores a backup, if one was chosen, before the application starts. */
export function restoreContainers(workload: Workload, backedUp: BackedUp, context: Context): Container[] {
  const { vmBackup } = backedUp;
  if (!vmBackup.restore?.onStart?.enabled || !isBackupAllowed(vmBackup, workload)) return [];
  const args = ["restore", ...backupArguments(sharedFlags(workload, backedUp), vmBackup, context)];
  const { extraEnvs: env = [] } = vmBackup;
  return [backupContainer({ name: "vmbackuper-restore", portName: "http-restore", args, env }, workload, backedUp, context)];
}

type Own = Pick<Container, "name" | "args" | "env"> & { readonly portName: string };

function backupContainer({ name, portName, args, env }: Own, workload: Workload, backedUp: BackedUp, context: Context): Container {
  const { defaults } = context;
  const { vmBackup, volumeMounts } = backedUp;
  const { image, extraEnvsFrom, resources } = vmBackup;
  return {
    name,
    image: applicationImage(vmBackup, defaults.vmbackup, undefined, context),
    ...(image?.pullPolicy && { imagePullPolicy: image.pullPolicy }),
    args,
    ...(env?.length && { env }),
    ...(extraEnvsFrom?.length && { envFrom: extraEnvsFrom }),
    ports: [
      {
        name: defaults.useOldBackupRestorePortNames ? "http" : portName,
        containerPort: Number(backupPort(vmBackup, context)),
        protocol: "TCP",
      },
    ],
    resources: resourceRequirements(resources, defaults.vmbackup, workload.spec.useDefaultResources),
    volumeMounts: [
      ...volumeMounts,
      ...(vmBackup.volumeMounts ?? []),
      ...mountsOf([...credentialsVolume(vmBackup, context), ...licenseVolume(workload.license)]),
    ],
    terminationMessagePolicy: "FallbackToLogsOnError",
  };
}

/** The Secret with the credentials for the destination. */
export function credentialsVolume({ credentialsSecret }: Backup, { values }: Context): Mounted[] {
  if (!credentialsSecret) return [];
  const { name = "" } = credentialsSecret;
  return [mountedSecret(volumeName(`secret-${name}`, values), name, credentialsFolder)];
}

/** Derived arguments with those of the user's. */
const backupArguments = (derived: readonly string[], { extraArgs }: Backup, { values }: Context): string[] =>
  argumentsWith(derived, extraArgs, { dashes: "-", bare: true }, values);

const credentialsFolder = "/etc/vm/creds";

/** Common parts of making and restoring backups. */
function sharedFlags({ license }: Workload, { vmBackup, storageDataPath }: BackedUp): string[] {
  const { acceptEULA, concurrency, customS3Endpoint, credentialsSecret } = vmBackup;
  return [
    ...flags({
      storageDataPath,
      concurrency,
      customS3Endpoint,
      credsFilePath: credentialsSecret && `${credentialsFolder}/${credentialsSecret.key}`,
    }),
    ...(acceptEULA ? ["-eula"] : []),
    ...loggingFlags(vmBackup),
    ...environmentFlags(vmBackup),
    ...licenseFlags(license),
  ];
}

const periods = ["disableHourly", "disableDaily", "disableWeekly", "disableMonthly"] as const;

function managerFlags({ spec }: Workload, server: HttpServer, { vmBackup, destination }: BackedUp, context: Context): string[] {
  const authKey = spec.extraArgs?.snapshotAuthKey;
  return [
    ...flags({
      dst: destination,
      "snapshot.createURL": vmBackup.snapshotCreateURL || localUrl(server, "/snapshot/create", authKey, context),
      "snapshot.deleteURL": vmBackup.snapshotDeleteURL || localUrl(server, "/snapshot/delete", authKey, context),
    }),
    ...periods.filter((period) => vmBackup[period]).map((period) => `-${period}`),
  ];
}

const backupProbe = (port: string): Probe => ({
  httpGet: { path: "/health", port: Number(port), scheme: "HTTP" },
  periodSeconds: 5,
  timeoutSeconds: 5,
  successThreshold: 1,
});
