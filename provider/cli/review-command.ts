import { existsSync } from "node:fs";
import { UsageError } from "../inspect/usage";
import type { Change } from "../review/change-model";
import type { reviewFormats } from "../review/format";
import { changeOfManifests, type ManifestSet } from "../review/sources/manifest-change";
import { changeOfPreview, NoPreviewError } from "../review/sources/preview";
import { withRevision } from "../review/sources/revision";
import { readCluster } from "../sources/cluster";
import { readYaml } from "../sources/manifests";
import { readTexts } from "./input";

/** Arguments of the command `review`. */
export interface ReviewArguments {
  readonly base?: string;
  readonly head?: string;
  readonly filename?: readonly string[];
  readonly defaults?: string;
  readonly arguments?: string;
  /** Targets are looked for in the cluster. */
  readonly cluster?: boolean;
  readonly format: keyof typeof reviewFormats;
  readonly failOn: "nothing" | "risk" | "restart";
}

/**
 * The change to review: from a preview, two folders, or two revisions.
 *
 * @throws UsageError when the arguments do not go together.
 */
export async function readChange(preview: string | undefined, args: ReviewArguments): Promise<Change> {
  const { base, head, filename, cluster = false } = args;
  if (preview !== undefined) {
    if (base !== undefined || head !== undefined || filename !== undefined)
      throw new UsageError("a preview cannot be combined with --base, --head or -f");
    if (cluster) throw new UsageError("a preview cannot be combined with --cluster: it takes --base and --head");
    return readPreview(preview, changeOfPreview);
  }
  if (base === undefined || head === undefined)
    throw new UsageError("expected the output of `pulumi preview --json` (a file, or - for standard input), or --base and --head");
  const setOf = (place: string): Promise<ManifestSet> => (filename === undefined ? setIn([place], args) : setAt(place, filename, args));
  const [old, now] = [await setOf(base), await setOf(head)];
  return changeOfManifests(old, now, cluster ? await readCluster() : undefined);
}

/**
 * Reads a file with a preview.
 *
 * @throws UsageError when the file has none.
 */
export async function readPreview<Result>(path: string, read: (text: string) => Result): Promise<Result> {
  const texts = await readTexts([path]);
  try {
    return read(texts.map(({ text }) => text).join("\n"));
  } catch (error) {
    if (error instanceof NoPreviewError) throw new UsageError(`${texts[0]?.name}: ${error.message}`);
    throw error;
  }
}

type Settings = Pick<ReviewArguments, "defaults" | "arguments">;

async function setIn(paths: readonly string[], { defaults, arguments: ofObjects }: Settings): Promise<ManifestSet> {
  const manifests = (await readTexts(paths)).flatMap(({ text, name }) => readYaml(text, name));
  const [settings, args] = await Promise.all([documentIn(defaults), documentIn(ofObjects)]);
  return { manifests, options: { ...(settings && { defaults: settings }), ...(args && { arguments: args }) } };
}

async function documentIn(file: string | undefined): Promise<Record<string, unknown> | undefined> {
  if (file === undefined) return undefined;
  const texts = await readTexts([file]);
  return (texts.flatMap(({ text, name }) => readYaml(text, name))[0] ?? {}) as Record<string, unknown>;
}

/** The manifests of a revision. Missing files count as empty; settings are those of the revision. */
async function setAt(revision: string, filename: readonly string[], settings: Settings): Promise<ManifestSet> {
  return withRevision(revision, async (place) => {
    const at = (path: string | undefined): string | undefined => {
      const own = path === undefined ? undefined : place(path);
      return own !== undefined && existsSync(own) ? own : undefined;
    };
    const paths = filename.map(place).filter((path) => /[*?{]/.test(path) || existsSync(path));
    return setIn(paths, { defaults: at(settings.defaults), arguments: at(settings.arguments) });
  });
}
