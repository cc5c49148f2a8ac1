import type { TLSAssets } from "../config/assets";
import type { Context } from "../context";
import type { SelectorFields } from "../selection";
import { isLicensed } from "../workload/license";
import type { Auth, UserOptions } from "./access-types";
import type { DefaultTargets } from "./targets";

/** The folder of the files of TLS settings. */
export const assetsDirectory = "/opt/vmauth/config";

/** Whether the configuration of a VMAuth is derived from VMUsers rather than given by the user. */
export function isManaged({ spec: { configSecret, externalConfig } }: Auth): boolean {
  return !configSecret && !externalConfig?.secretRef && !externalConfig?.localPath;
}

/** The selection of VMUsers by a VMAuth. */
export const selectorsOf = ({ spec }: Auth): SelectorFields => ({
  objects: { path: "spec.userSelector", selector: spec.userSelector },
  namespaces: { path: "spec.userNamespaceSelector", selector: spec.userNamespaceSelector },
  all: spec.selectAllByDefault,
});

/** The selection of VMUsers by a VMAuth, or the reason why it selects none. */
export const usersSelected = (auth: Auth): SelectorFields | { readonly none: string } =>
  isManaged(auth) ? selectorsOf(auth) : { none: "its configuration is not derived: spec.configSecret or spec.externalConfig" };

/** The parts of a VMAuth that users can refer to. */
export const defaultTargetsOf = ({ metadata, spec }: Auth): DefaultTargets => ({
  targets: spec.defaultTargetRefs ?? [],
  owner: `VMAuth ${metadata.namespace}/${metadata.name}`,
});

/** Warns of enterprise options of vmauth without a license: another version refuses the whole configuration. */
export function checkLicensed({ ip_filters }: UserOptions, path: string, auth: Auth, { report }: Context): void {
  const { license, image, componentVersion } = auth.spec;
  const isEnterprise = isLicensed(license) || `${image?.tag ?? ""}${componentVersion ?? ""}`.includes("-enterprise");
  if (!ip_filters || isEnterprise) return;
  const { owner } = defaultTargetsOf(auth);
  report.warning(
    `${path}.ip_filters`,
    `needs the enterprise version of vmauth, other versions refuse the whole configuration: give ${owner} a license`,
  );
}

/** Warns of files of TLS settings: they are in the Secret with the configuration, which is not mounted. */
export function warnOfFiles(assets: TLSAssets, path: string, { metadata, spec }: Auth, { report }: Context): void {
  const isMounted = (spec.volumeMounts ?? []).some(({ mountPath }) => mountPath.replace(/\/$/, "") === assetsDirectory);
  if (assets.isEmpty || isMounted) return;
  report.warning(
    path,
    `needs files that are not mounted: mount the Secret vmauth-config-${metadata.name} at ${assetsDirectory}, by volumes and ` +
      `volumeMounts of VMAuth ${metadata.namespace}/${metadata.name}`,
  );
}
