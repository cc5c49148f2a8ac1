import type { TLSAssets } from "../config/assets";
import type { Context } from "../context";
import type { SelectorFields } from "../selection";
import { isLicensed } from "../workload/license";
import type { Auth, UserOptions } from "./access-types";
import type { DefaultTargets } from "./targets";

/** Where vmauth looks for files of TLS settings. */
export const assetsDirectory = "/opt/vmauth/config";

/** Whether the configuration of a VMAuth is derived, from VMUsers, rather than made by somebody else. */
export function isManaged({ spec: { configSecret, externalConfig } }: Auth): boolean {
  return !configSecret && !externalConfig?.secretRef && !externalConfig?.localPath;
}

/** Which VMUsers a VMAuth takes. */
export const selectorsOf = ({ spec }: Auth): SelectorFields => ({
  objects: { path: "spec.userSelector", selector: spec.userSelector },
  namespaces: { path: "spec.userNamespaceSelector", selector: spec.userNamespaceSelector },
  all: spec.selectAllByDefault,
});

/** Which VMUsers a VMAuth takes, or why it takes none. */
export const usersSelected = (auth: Auth): SelectorFields | { readonly none: string } =>
  isManaged(auth) ? selectorsOf(auth) : { none: "its configuration is not derived: spec.configSecret or spec.externalConfig" };

/** What a VMAuth has for users to refer to. */
export const defaultTargetsOf = ({ metadata, spec }: Auth): DefaultTargets => ({
  targets: spec.defaultTargetRefs ?? [],
  owner: `VMAuth ${metadata.namespace}/${metadata.name}`,
});

/** Warns of options that only vmauth's enterprise version knows, where it is another one: it refuses the whole configuration then. */
export function checkLicensed({ ip_filters }: UserOptions, path: string, auth: Auth, { report }: Context): void {
  const { license, image, componentVersion } = auth.spec;
  const isEnterprise = isLicensed(license) || `${image?.tag ?? ""}${componentVersion ?? ""}`.includes("-enterprise");
  if (!ip_filters || isEnterprise) return;
  const { owner } = defaultTargetsOf(auth);
  report.warning(
    `${path}.ip_filters`,
    `belongs to the enterprise version of vmauth, which refuses its configuration otherwise: give ${owner} a license`,
  );
}

/** Warns of files of TLS settings, for nothing mounts the Secret with the configuration, in which they are kept. */
export function warnOfFiles(assets: TLSAssets, path: string, { metadata, spec }: Auth, { report }: Context): void {
  const isMounted = (spec.volumeMounts ?? []).some(({ mountPath }) => mountPath.replace(/\/$/, "") === assetsDirectory);
  if (Object.keys(assets.files).length === 0 || isMounted) return;
  report.warning(
    path,
    `refers to files that vmauth does not find by itself: mount the Secret vmauth-config-${metadata.name} at ${assetsDirectory}, by volumes and ` +
      `volumeMounts of VMAuth ${metadata.namespace}/${metadata.name}`,
  );
}
