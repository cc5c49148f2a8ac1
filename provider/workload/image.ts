import type { Context } from "../context";
import type { ApplicationDefaults } from "../defaults";
import type { Values } from "../values/values";
import { isLicensed } from "./license";
import type { License } from "./license-fields";

interface ImageFields {
  readonly image?: { readonly repository?: string; readonly tag?: string };
  readonly componentVersion?: string;
}

/** The fields that determine images. */
type Surroundings = Pick<Context, "defaults" | "values">;

/** The image of an application: the user's, else the version of the component, else the default, in its enterprise form with a license. */
export function applicationImage(
  { image, componentVersion }: ImageFields,
  application: ApplicationDefaults,
  license: License | undefined,
  context: Surroundings,
): string {
  const { values, defaults } = context;
  const { version: ownVersion, release, tagSuffix = "" } = application;
  const given = componentVersion || ownVersion || `${defaults[release]}${tagSuffix}`;
  // There are no other images of the parts of a cluster.
  const version = tagSuffix === "-cluster" ? values.apply("clusterTag", given) : given;
  const tag = image?.tag || (isLicensed(license) ? values.apply("enterpriseTag", version) : version);
  return withRegistry(`${image?.repository || application.image}${separator(tag, values)}${tag}`, context);
}

/** The image of the config-reloader, which users give as a whole. */
export function reloaderImage(
  { configReloaderImage, configReloaderImageTag }: { readonly configReloaderImage?: string; readonly configReloaderImageTag?: string },
  context: Surroundings,
): string {
  const { image, version = `config-reloader-${context.defaults.operatorVersion}` } = context.defaults.configReloader;
  return withRegistry(configReloaderImage || configReloaderImageTag || `${image}${separator(version, context.values)}${version}`, context);
}

const digest = /^[A-Za-z0-9+._-]+:[0-9a-fA-F]{32,}$/;

const separator = (tag: string, values: Values): string => (values.check(tag, (text) => digest.test(String(text))) ? "@" : ":");

/** Prefixes an image with the registry of `defaults`, unless it names one: images with two slashes do. */
function withRegistry(image: string, { defaults: { containerRegistry }, values }: Surroundings): string {
  if (containerRegistry === "") return image;
  const slashes = values.check(image, (text) => String(text).split("/").length - 1) ?? 0;
  return slashes < 2 ? `${containerRegistry}/${image}` : image;
}
