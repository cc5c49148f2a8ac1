import type { z } from "zod";
import type { Context } from "../context";
import { environmentFlags, flag, flags, loggingFlags, sorted } from "../workload/command-line";
import { type HttpServer, localUrl } from "../workload/http-server";
import { applicationImage } from "../workload/image";
import { isLicensed, licenseFlags, licenseVolume } from "../workload/license";
import type { Container, Plain, Probe, VolumeMount } from "../workload/plain";
import { resourceRequirements } from "../workload/resource-requirements";
import { type Mounted, mountedSecret, mountsOf, volumeName } from "../workload/volumes";
import type { Workload } from "../workload/workload";
import type { backup } from "./backup-fields";

export type Backup = Plain<z.output<typeof backup>>;

/** The data that is backed up. */
interface BackedUp {
  readonly vmBackup: Backup;
  /** Where the containers see the data. */
  readonly storageDataPath: string;
  readonly destination: string;
  /** Mounts of the main container that the sidecar needs too, the data's among them. */
  readonly volumeMounts: readonly VolumeMount[];
  /** Restoring goes without the license. */
  readonly restoresUnlicensed?: boolean;
}

/** Name of the Service's port that leads to the sidecar. */
export const backupPortName = "vmbackupmanager";

export const backupPort = ({ port }: Backup, { defaults }: Context): string => port || defaults.vmbackup.port;

/** Whether there may be backups at all: they belong to the enterprise version. */
export const isBackupAllowed = ({ acceptEULA }: Backup, { license }: Workload): boolean => acceptEULA === true || isLicensed(license);

/** Reports backups that there may not be. */
export function checkBackup(workload: Workload, vmBackup: Backup | undefined, { report }: Context): void {
  if (!vmBackup || isBackupAllowed(vmBackup, workload)) return;
  report.error(`${workload.path}.vmBackup`, "belongs to the enterprise version: give a license, or acceptEULA");
}

/** The sidecar that makes backups. */
export function backupContainers(workload: Workload, server: HttpServer, backedUp: BackedUp, context: Context): Container[] {
  const { vmBackup } = backedUp;
  if (!isBackupAllowed(vmBackup, workload)) return [];
  const args = sorted([...sharedFlags(workload, backedUp), ...managerFlags(workload, server, backedUp, context)], context.values);
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
  const owner = backedUp.restoresUnlicensed ? { ...workload, license: undefined } : workload;
  const args = ["restore", ...sorted(sharedFlags(owner, backedUp), context.values)];
  const { extraEnvs: env = [] } = vmBackup;
  return [backupContainer({ name: "vmbackuper-restore", portName: "http-restore", args, env }, owner, backedUp, context)];
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

const credentialsFolder = "/etc/vm/creds";

/** What making and restoring backups have in common. */
function sharedFlags({ license }: Workload, { vmBackup, storageDataPath }: BackedUp): string[] {
  const { acceptEULA, concurrency, customS3Endpoint, credentialsSecret, extraArgs = {} } = vmBackup;
  return [
    ...flags({
      storageDataPath,
      concurrency,
      customS3Endpoint,
      credsFilePath: credentialsSecret && `${credentialsFolder}/${credentialsSecret.key}`,
    }),
    ...(acceptEULA ? ["-eula"] : []),
    ...loggingFlags(vmBackup),
    ...Object.entries(extraArgs).map(([name, value]) => (value === "" ? `-${name}` : flag(name, value))),
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
