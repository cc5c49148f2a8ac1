import type { Context } from "../../context";
import { checkEventDatabase } from "../../features/event-database/event-database-check";
import { checkSyslog } from "../../features/syslog";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import type { CustomResource } from "../../world/objects";
import { singleOf } from "./model";
import type { VLSingleSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VLSingleSpec>, context: Context): void {
  const single = singleOf(resource, context);
  const { license, syslogSpec } = single.workload.spec;
  checkEventDatabase(single, context);
  checkSyslog(syslogSpec, "spec.syslogSpec", single.server, context);
  checkLicense(license, "spec.license", context);
  checkSecretNames({ "spec.license.keyRef": license?.keyRef }, context.report);
}
