import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../../inspect/usage";

/** The name of the folder's present files, instead of a revision. */
const workTree = ".";

const git = (args: readonly string[], input?: string): Buffer => {
  const { status, stdout, stderr, error } = spawnSync("git", args, { input, maxBuffer: 2 ** 30 });
  if (error) throw new UsageError(`git cannot be run: ${error.message}`);
  if (status !== 0) throw new UsageError(`git ${args[0]} failed: ${stderr.toString().trim().split("\n")[0]}`);
  return stdout;
};

/**
 * Runs a function on the manifests of a revision, in a temporary folder; the work tree and the index stay unchanged. Paths in it are relative to the
 * present folder, like those of the work tree.
 *
 * @throws UsageError when git cannot read the revision.
 */
export async function withRevision<Result>(revision: string, use: (place: (path: string) => string) => Promise<Result>): Promise<Result> {
  if (revision === workTree) return use((path) => path);
  const root = git(["rev-parse", "--show-toplevel"]).toString().trim();
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])
    .toString()
    .trim();
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-review-"));
  try {
    writeFiles(folder, manifestsAt(root, commit));
    const here = relative(root, resolve("."));
    return await use((path) => join(folder, ...here.split(sep), path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface StoredFile {
  readonly path: string;
  readonly content: Buffer;
}

/** The files of a commit that may hold manifests. */
function manifestsAt(root: string, commit: string): StoredFile[] {
  const entries = git(["-C", root, "ls-tree", "-r", "-z", "--full-tree", commit]).toString().split("\0");
  const files = entries.flatMap((entry) => {
    const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*\.(?:ya?ml|json))$/s.exec(entry) ?? [];
    return id && path && mode !== "120000" ? [{ id, path }] : [];
  });
  if (files.length === 0) return [];
  const output = git(["-C", root, "cat-file", "--batch"], files.map(({ id }) => `${id}\n`).join(""));
  let offset = 0;
  return files.map(({ path }) => {
    const end = output.indexOf("\n", offset);
    const size = Number(output.subarray(offset, end).toString().split(" ")[2]);
    const content = output.subarray(end + 1, end + 1 + size);
    offset = end + 1 + size + 1;
    return { path, content };
  });
}

function writeFiles(folder: string, files: readonly StoredFile[]): void {
  for (const { path, content } of files) {
    const file = join(folder, ...path.split("/"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o600 });
  }
}
