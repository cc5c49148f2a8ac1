import type { Context } from "../context";
import { isLicensed } from "../kubernetes/license";
import type { SelectorFields } from "../world/selection";
import type { DefaultTargets } from "./targets";
import type { Auth, UserOptions } from "./types";

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
