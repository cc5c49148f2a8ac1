import type { Context } from "../context";
import { flags } from "./command-line";
import type { License } from "./license-fields";
import { type Mounted, mountedSecret } from "./volumes";

/** Whether a license key is given, as a value or a reference. */
export function isLicensed(license: License | undefined): license is License {
  return license?.key !== undefined || license?.keyRef !== undefined;
}

/** The flags with the key for an enterprise application. */
export function licenseFlags(license: License | undefined): string[] {
  if (!isLicensed(license)) return [];
  const { key, keyRef, forceOffline, reloadInterval } = license;
  return flags({
    license: key,
    licenseFile: keyRef && `${folder(keyRef)}/${keyRef.key}`,
    "license.forceOffline": forceOffline,
    "licenseFile.reloadInterval": reloadInterval,
  });
}

/** The Secret with the key. */
export function licenseVolume(license: License | undefined): Mounted[] {
  const keyRef = license?.keyRef;
  return keyRef ? [mountedSecret("license", keyRef.name ?? "", folder(keyRef))] : [];
}

const folder = ({ name = "" }: { readonly name?: string }): string => `/etc/vm/secrets/${name}`;

/** Reports a contradictory or empty license. `path` is the field with the license. */
export function checkLicense(license: License | undefined, path: string, { values, report }: Context): void {
  if (license?.key !== undefined && values.isEmpty(license.key)) report.error(`${path}.key`, "is empty: expected a license key");
  if (license?.key !== undefined && license.keyRef) {
    report.error(`${path}.keyRef`, "cannot be given together with key: leave one of them out");
  }
  if (license?.reloadInterval && !license.keyRef) {
    report.error(`${path}.reloadInterval`, "can be given only with keyRef: a key in the arguments is never read again");
  }
}
