import type { Context } from "../context";
import { isLicensed } from "./license";
import type { Workload } from "./workload";

/** A release as the public images have it. */
const release = /^v[0-9]+\.[0-9]+\.[0-9]+(-enterprise)?(-cluster)?$/;

/** Reports a tag of an image by which a workload cannot start. Tags of other repositories and of other forms say nothing certain. */
export function checkImage({ spec, path, defaults, license }: Workload, { values, report }: Context): void {
  const { image: { repository, tag } = {}, extraArgs = {}, extraEnvs = [], extraEnvsFrom = [] } = spec;
  const isPublic = !repository || values.check(repository, (text) => isMirrorOf(String(text), defaults.image)) === true;
  const [known, enterprise, cluster] = (isPublic && tag && values.check(tag, (text) => release.exec(String(text)))) || [];
  if (known === undefined || !defaults.image.startsWith("victoriametrics/")) return;
  const where = `${path}.image.tag`;
  const isEnterprise = enterprise !== undefined;
  const hasOwnLicense = ["license", "licenseFile", "eula"].some((name) => extraArgs[name] !== undefined);
  const mayHaveVariables = extraEnvs.length > 0 || extraEnvsFrom.length > 0;
  const [version] = known.split("-");
  const needsCluster = defaults.tagSuffix === "-cluster";
  if (isLicensed(license) && !isEnterprise) {
    const enterpriseTag = `${version}-enterprise${needsCluster ? "-cluster" : ""}`;
    report.warning(
      where,
      `is the free version, which does not start with a license: give ${enterpriseTag}, or componentVersion in its place`,
    );
  }
  if (needsCluster && cluster === undefined) report.error(where, `is no version of a part of a cluster: give ${known}-cluster`);
  if (isEnterprise && !isLicensed(license) && !hasOwnLicense && !mayHaveVariables)
    report.warning(where, "is the enterprise version, which does not start without a license: give license, or another tag");
}

/** Whether a repository holds copies of a public one: it ends with its name. */
const isMirrorOf = (repository: string, image: string): boolean => repository === image || repository.endsWith(`/${image}`);
