import { boolean, described, integer, item, map, object, string, structural } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { portText } from "../schema/port-text";
import { extraEnvs, extraEnvsFrom, resources, volumeMounts } from "../workload/container-fields";
import { image } from "../workload/image-fields";
import { loggingFields } from "../workload/logging-fields";

const skip = (period: string) => structural(boolean(`Makes no ${period} backups. Default false.`));

const restoreOnStart = object("VMRestoreOnStartConfig", "Restoring a backup before the application starts.", {
  enabled: structural(
    boolean("Adds an init container that restores the backup which was chosen by `vmbackupmanager restore create`. Default false."),
  ),
});

const restore = object("VMRestore", "Restoring of backups.", { onStart: restoreOnStart });

export const backup = object(
  "VMBackup",
  "Regular backups by a sidecar, vmbackupmanager. Enterprise only: without a license, or the deprecated `acceptEULA`, it is an error.",
  {
    destination: string("Where backups go: `s3://bucket/path`, `gs://…`, `azblob://…` or `fs:///path`."),
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
    customS3Endpoint: string("Address of a storage that is not Amazon's but speaks S3, `http://minio:9000` for example."),
    concurrency: integer("Number of uploads at a time. Default: vmbackupmanager's own."),
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
      boolean("Accepts the terms of the enterprise version in place of a license key. Default false.", {
        deprecated: "use license.key or license.keyRef",
      }),
    ),
    image: described("Image of the sidecar. Default `victoriametrics/vmbackupmanager` in its enterprise version.", image),
    port: portText("Port, in quotes, of the sidecar's own metrics and health. Default 8300."),
    ...loggingFields,
    resources: described("Requests and limits of the sidecar. Default 150m CPU and 200Mi memory, at most 500m and 500Mi.", resources),
    extraArgs: map("Flags for the sidecar, names without dash, beside those that are derived. An empty value gives the bare flag.", item),
    extraEnvs,
    extraEnvsFrom,
    volumeMounts: described("Mounts for the sidecar, beside the data volume and the mounts of the main container.", volumeMounts),
  },
);
