import { deriveResource } from "../derivation";
import type { DefaultsInput } from "../generated/settings";
import { prepare, type RenderOptions } from "../render";
import type { Issue } from "../world/issues";
import { type Manifest, objectKey } from "../world/objects";

/** The settings by which pods keep the images that run, and the pods for which no setting does. */
export interface KeptVersions {
  /** By their paths in the stack's configuration: `metricsVersion`, `vmagent.version`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** A container whose image would change. */
interface Change {
  readonly owner: string;
  readonly object: string;
  readonly container: string;
  readonly live: Image;
}

interface Image {
  readonly repository: string;
  readonly tag: string;
}

type Containers = readonly { readonly name: string; readonly image?: string }[];
type Options = Pick<RenderOptions, "defaults">;

/** Settings of containers that are not called like their application. */
const applications: Readonly<Record<string, string>> = {
  vmbackuper: "vmbackup",
  "vmbackuper-restore": "vmbackup",
  "config-reloader": "configReloader",
  "config-init": "configReloader",
};

const applicationOf = (container: string): string => applications[container] ?? container;

/** Applications whose releases are not those of VictoriaMetrics. */
const ownReleases: readonly string[] = ["alertmanager", "configReloader"];

/**
 * Compares the images of running workloads, which are among `live`, with those that the custom resources among `objects` become. Settings are
 * tried out before they are proposed: one version for all if that is enough, else one for each application.
 */
export function keptVersions(objects: readonly Manifest[], live: readonly Manifest[], options: Options): KeptVersions {
  const running = new Map(live.map((object) => [objectKey(object), containersOf(object)]));
  const changesWith = (settings: Readonly<Record<string, string>>): Change[] =>
    changes(objects, running, { ...options, defaults: withSettings(options.defaults, settings) });
  const before = changesWith({});
  const own = settingsOf(before.filter(({ container }) => ownReleases.includes(applicationOf(container))));
  const releases = new Set(
    before.filter(({ container }) => !ownReleases.includes(applicationOf(container))).map(({ live: { tag } }) => tag.replace(suffix, "")),
  );
  const [release] = releases;
  const common = { ...own, ...(releases.size === 1 && release && { metricsVersion: release }) };
  const left = changesWith(common);
  const settings = left.length === 0 ? common : { ...own, ...settingsOf(before) };
  return { settings, issues: left.length === 0 ? [] : changesWith(settings).map(issueOf) };
}

const suffix = /(-enterprise)?(-cluster)?$/;

/** A setting for each application, of the first of its containers. */
function settingsOf(found: readonly Change[]): Record<string, string> {
  const entries = found.toReversed().map(({ container, live }) => [`${applicationOf(container)}.version`, live.tag]);
  return Object.fromEntries(entries);
}

function withSettings(defaults: DefaultsInput = {}, settings: Readonly<Record<string, string>>): DefaultsInput {
  const all: Record<string, unknown> = { ...defaults };
  for (const [path, value] of Object.entries(settings)) {
    const [name = "", field] = path.split(".");
    all[name] = field ? { ...(all[name] as object | undefined), [field]: value } : value;
  }
  return all;
}

function changes(objects: readonly Manifest[], running: ReadonlyMap<string, Containers>, options: Options): Change[] {
  const { program } = prepare(objects, options);
  return program.resources.flatMap((resource) =>
    deriveResource(program, resource).derivation.objects.flatMap(({ manifest }) => {
      const now = running.get(objectKey(manifest)) ?? [];
      return containersOf(manifest).flatMap(({ name, image }): Change[] => {
        const live = now.find((container) => container.name === name)?.image;
        if (live === undefined || live === image) return [];
        return [{ owner: objectKey(resource), object: objectKey(manifest), container: name, live: imageOf(live) }];
      });
    }),
  );
}

function containersOf({ spec }: Manifest): Containers {
  const { template } = (spec ?? {}) as { readonly template?: { readonly spec?: { containers?: Containers; initContainers?: Containers } } };
  return [...(template?.spec?.containers ?? []), ...(template?.spec?.initContainers ?? [])];
}

function imageOf(image: string): Image {
  const [, repository = image, tag = ""] = /^(.*?)(?::([^:/@]*)|@(.*))?$/.exec(image) ?? [];
  return { repository, tag };
}

const issueOf = ({ owner, object, container, live: { repository, tag } }: Change): Issue => ({
  object: owner,
  path: "",
  message: `would restart ${object}: its container ${container} runs ${repository}:${tag}, which no setting for all keeps; give the custom resource this image`,
  severity: "warning",
});
