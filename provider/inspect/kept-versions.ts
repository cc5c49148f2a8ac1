import { type ApplicationDefaults, defaultsWith } from "../defaults";
import { deriveResource } from "../derivation";
import type { DefaultsInput } from "../generated/settings";
import { prepare, type RenderOptions } from "../render";
import { own } from "../text/own";
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

/** Applications that are not released together with others. */
const ownReleases: readonly string[] = ["alertmanager", "configReloader"];

/** The programs that are released together, by the setting with their version. */
const releases = ["metricsVersion", "logsVersion", "tracesVersion"] as const;

function isOfRelease(release: (typeof releases)[number], { container }: Change): boolean {
  const application = applicationOf(container);
  const row = own(defaultsWith() as unknown as Readonly<Record<string, Partial<ApplicationDefaults>>>, application);
  return !ownReleases.includes(application) && row?.release === release;
}

/**
 * Compares the images of running workloads, which are among `live`, with those that the custom resources among `objects` become. Settings are
 * tried out before they are proposed: one version for all that are released together if that is enough, else one for each application.
 */
export function keptVersions(objects: readonly Manifest[], live: readonly Manifest[], options: Options): KeptVersions {
  const running = new Map(live.map((object) => [objectKey(object), containersOf(object)]));
  const changesWith = (settings: Readonly<Record<string, string>>): Change[] =>
    changes(objects, running, { ...options, defaults: withSettings(options.defaults, settings) });
  const before = changesWith({});
  const alone = settingsOf(before.filter((change) => !releases.some((release) => isOfRelease(release, change))));
  const together = releases.map((release) => {
    const found = before.filter((change) => isOfRelease(release, change));
    return { release, found, common: commonVersion(release, found) };
  });
  const tried = changesWith(Object.assign({}, alone, ...together.map(({ common }) => common)));
  const settings = Object.assign(
    alone,
    ...together.map(({ release, found, common }) =>
      common && !tried.some((change) => isOfRelease(release, change)) ? common : settingsOf(found),
    ),
  );
  return { settings, issues: changesWith(settings).map(issueOf) };
}

/** One setting for all programs that are released together, if one version of them runs. */
function commonVersion(release: string, found: readonly Change[]): Readonly<Record<string, string>> | undefined {
  const [version, ...others] = new Set(found.map(({ live: { tag } }) => tag.replace(suffix, "")));
  return version && others.length === 0 ? { [release]: version } : undefined;
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
