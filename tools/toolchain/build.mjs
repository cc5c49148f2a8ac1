import { chmodSync, closeSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { licenseIn, licensesFile, licensesText } from "../licenses.mjs";
import { executableIn } from "./cache.mjs";
import { onPath, run } from "./process.mjs";

/** @typedef {import("../programs.mjs").Program} Program */
/** @typedef {import("../programs.mjs").GoModule} GoModule */
/** @typedef {import("../programs.mjs").CopiedJson} CopiedJson */
/** @typedef {import("../programs.mjs").CopiedFile} CopiedFile */
/** @typedef {import("../programs.mjs").ChangedFile} ChangedFile */
/** @typedef {{ go: string, directory: string, environment: NodeJS.ProcessEnv }} Compiler */

const goFolders = fileURLToPath(new URL("../go/", import.meta.url));

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined}
 */
export const findGo = (environment) => onPath("go", environment)[0];

/**
 * Builds the program so that `folders.result` is its root. It works on a copy of the Go folder, because `-mod=mod` may write to it.
 *
 * @param {Program & { go: GoModule }} program
 * @param {{ work: string, result: string, log: string }} paths
 * @param {{ go: string, environment: NodeJS.ProcessEnv }} tools
 */
export async function build(program, { work, result, log }, { go, environment }) {
  const directory = join(work, "go");
  cpSync(resolve(goFolders, program.go.folder), directory, { recursive: true });
  const output = openSync(log, "w");
  try {
    const compiler = { go, directory, environment: await goEnvironment(go, environment) };
    if (program.go.copiedJson !== undefined) {
      await copyJson(program.go.copiedJson, compiler, output);
    }
    if (program.go.changedFile !== undefined) {
      await changeModule(program.go.changedFile, compiler, output);
    }
    if (program.go.vendored !== undefined) {
      await vendor(program.go.vendored, compiler, output);
    }
    const target = { ...compiler, environment: { ...compiler.environment, ...program.go.target } };
    await goBuild(program, executableIn(result, program), target, output);
    await copyGoFiles(program.go.goFiles ?? [], result, compiler);
    if (program.go.copiedFile !== undefined) {
      await copyModuleFile(program.go.copiedFile, result, compiler, output);
    }
    if (program.go.licenses) {
      await writeLicenses(program.go.package, result, target);
    }
  } finally {
    closeSync(output);
  }
}

/**
 * @param {string} go
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function goEnvironment(go, environment) {
  // Setting GOFLAGS hides what `go env -w` has set, so it is asked for first.
  const { output } = await run(go, ["env", "GOFLAGS"], { environment });
  return { ...environment, GOFLAGS: `${output.trim()} -mod=mod`.trim(), GOWORK: "off", CGO_ENABLED: "0" };
}

/**
 * @param {readonly string[]} files
 * @param {string} result
 * @param {Compiler} compiler
 */
async function copyGoFiles(files, result, { go, environment }) {
  if (files.length === 0) {
    return;
  }
  const { output } = await run(go, ["env", "GOROOT"], { environment });
  for (const file of files) {
    cpSync(join(output.trim(), file), join(result, basename(file)), { dereference: true });
  }
}

/**
 * Writes the licenses of all modules that are in a program. One without a license must not be shipped; some distributions of Go itself have none.
 *
 * @param {string} goPackage
 * @param {string} result
 * @param {Compiler} compiler
 */
async function writeLicenses(goPackage, result, { go, directory, environment }) {
  const format = "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}";
  const modules = await run(go, ["list", "-deps", "-f", format, goPackage], { directory, environment });
  if (modules.code !== 0) {
    throw new Error("go list failed");
  }
  const { output } = await run(go, ["env", "GOVERSION", "GOROOT"], { environment });
  const lines = [output.trim().replace("\n", "\t"), ...modules.output.split("\n").filter(Boolean)];
  const sections = [...new Set(lines)].map((line, index) => {
    const [title, folder] = line.split("\t");
    const text = licenseIn(folder);
    if (text === undefined && index > 0) throw new Error(`${title} has no license`);
    return { title: index === 0 ? "Go's standard library" : title, text: text ?? "BSD-3-Clause, https://go.dev/LICENSE" };
  });
  writeFileSync(join(result, licensesFile), licensesText(sections));
}

/**
 * @param {CopiedFile} copy
 * @param {string} result
 * @param {Compiler} compiler
 * @param {number} log
 */
async function copyModuleFile({ module, from }, result, compiler, log) {
  const copy = join(result, basename(from));
  cpSync(join(await moduleFolder(module, compiler, log), from), copy);
  chmodSync(copy, 0o755); // those of the module cache are read-only, and not executable
}

/**
 * Replaces the module by a changed copy: Go compiles modules of its cache only unchanged.
 *
 * @param {ChangedFile} change
 * @param {Compiler} compiler
 * @param {number} log
 */
async function changeModule({ module, file, before, after }, compiler, log) {
  const original = await moduleFolder(module, compiler, log);
  const copy = join(compiler.directory, "module");
  for (const entry of readdirSync(original, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const target = join(copy, relative(original, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path)); // not copied with its mode, for the module cache is read-only
  }
  const text = readFileSync(join(copy, file), "utf8");
  if (!text.includes(before)) {
    throw new Error(`${file} of ${module} has no ${before}`);
  }
  writeFileSync(
    join(copy, file),
    text.replace(before, () => after),
  );
  const { go, directory, environment } = compiler;
  const { code, output, errors } = await run(go, ["mod", "edit", "-replace", `${module}=./module`], { directory, environment });
  if (code !== 0) {
    writeFileSync(log, output + errors);
    throw new Error("go mod edit failed");
  }
}

/**
 * Puts the modules beside the program, and files of its own to them: Go compiles what is in its module cache as it is alone.
 *
 * @param {string} files
 * @param {Compiler} compiler
 * @param {number} log
 */
async function vendor(files, { go, directory, environment }, log) {
  const { code } = await run(go, ["mod", "vendor"], { directory, environment, output: log });
  if (code !== 0) {
    throw new Error("go mod vendor failed");
  }
  cpSync(join(directory, files), join(directory, "vendor"), { recursive: true });
}

/**
 * @param {CopiedJson} copy
 * @param {Compiler} compiler
 * @param {number} log
 */
async function copyJson({ module, from, to, fields }, compiler, log) {
  const source = JSON.parse(readFileSync(join(await moduleFolder(module, compiler, log), from), "utf8"));
  writeFileSync(join(compiler.directory, to), JSON.stringify({ ...source, ...fields }));
}

/**
 * @param {string} module
 * @param {Compiler} compiler
 * @param {number} log
 * @returns {Promise<string>} where its files lie
 */
async function moduleFolder(module, { go, directory, environment }, log) {
  const { code, output, errors } = await run(go, ["mod", "download", "-json", module], { directory, environment });
  if (code !== 0) {
    writeFileSync(log, output + errors);
    throw new Error(`go mod download ${module} failed`);
  }
  return JSON.parse(output).Dir;
}

/**
 * @param {Program & { go: GoModule }} program
 * @param {string} executable
 * @param {Compiler} compiler
 * @param {number} output
 */
async function goBuild(program, executable, { go, directory, environment }, output) {
  const variables = Object.entries(program.go.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const linkerFlags = ["-s", "-w", ...variables].join(" ");
  const { code } = await run(
    go,
    // The cache may be inside a repository of home folder files: its commit is not the program's.
    [
      "build",
      `-mod=${program.go.vendored === undefined ? "mod" : "vendor"}`,
      "-trimpath",
      "-buildvcs=false",
      "-ldflags",
      linkerFlags,
      "-o",
      executable,
      program.go.package,
    ],
    { directory, environment, output },
  );
  if (code !== 0) {
    throw new Error("go build failed");
  }
}
