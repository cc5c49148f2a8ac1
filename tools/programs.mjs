import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The programs the project runs: one row each, read by `toolchain.mjs`.
 *
 * @typedef {object} Platform
 * @property {"linux" | "darwin" | "windows"} os
 * @property {"amd64" | "arm64"} architecture
 *
 * @typedef {object} GoModule how to build the program where neither an installed one nor the download can be had
 * @property {string} folder below `tools/go/`: a go.mod that pins the release, its go.sum, and a main.go where the release has none
 * @property {string} package what to build: `.` is the folder's own main.go
 * @property {Readonly<Record<string, string>>} [variables] string variables that the linker sets, as the release's own build does
 * @property {CopiedJson} [copiedJson] a file of a module that the folder's main.go embeds
 * @property {Readonly<Record<string, string>>} [target] GOOS and GOARCH of what is not for this machine
 * @property {readonly string[]} [goFiles] files of the Go installation that the program needs beside it, as paths in GOROOT
 * @property {CopiedFile} [copiedFile] a file of a module that the program needs beside it
 * @property {string} [vendored] a folder of files that are put to those of its modules, for a target that they do not know
 * @property {ChangedFile} [changedFile] a file of a module that is compiled with a change
 * @property {"all"} [licenses] the licenses of all that is in it lie beside it, for what the package ships
 *
 * @typedef {object} CopiedJson
 * @property {string} module
 * @property {string} from path in the module
 * @property {string} to path beside main.go
 * @property {Readonly<Record<string, unknown>>} fields top-level fields to set in the copy
 *
 * @typedef {object} CopiedFile
 * @property {string} module
 * @property {string} from path in the module
 *
 * @typedef {object} ChangedFile
 * @property {string} module
 * @property {string} file path in the module
 * @property {string} before a text in it
 * @property {string} after what is compiled in its place
 *
 * @typedef {object} Download
 * @property {(platform: Platform) => string | undefined} url a .tar.gz, a .zip or the executable itself; none where the names in it differ
 * @property {string} [file] the executable's name in the archive, without `.exe`, where it differs
 *
 * @typedef {object} Program
 * @property {string} name the executable, as looked for on the PATH
 * @property {string} version what is downloaded or built
 * @property {string} minimum an installed one of at least this version will do
 * @property {readonly string[]} [versionArguments] make it print its version; without them any on the PATH is taken
 * @property {string} [plugin] the Pulumi resource plugin it is: an installed one may also lie in Pulumi's plugin folder
 * @property {string} [partOf] another program whose release brings this one along: it lies beside that one's executable
 * @property {string} executable where it lies below its root, without `.exe`
 * @property {string} homepage where a person finds how to install it
 * @property {Download} [download]
 * @property {GoModule} [go]
 * @property {string} [debianPackage] installed where neither an installed program nor the cache has it, if this process may do that
 */

/**
 * An application of VictoriaMetrics: one archive holds several of them.
 *
 * @param {string} name
 * @returns {Program}
 */
const victoriaMetrics = (name) => ({
  name,
  version: "1.149.0",
  minimum: "1.149.0", // what it refuses changes from release to release
  versionArguments: ["-version"],
  executable: name,
  homepage: "https://github.com/VictoriaMetrics/VictoriaMetrics/releases",
  download: {
    url: ({ os, architecture }) =>
      os === "windows"
        ? undefined
        : "https://github.com/VictoriaMetrics/VictoriaMetrics/releases/download/v1.149.0/" +
          `vmutils-${os}-${architecture}-v1.149.0.tar.gz`,
    file: `${name}-prod`,
  },
  go: {
    folder: "victoriametrics",
    package: `github.com/VictoriaMetrics/VictoriaMetrics/app/${name}`,
    variables: { "github.com/VictoriaMetrics/VictoriaMetrics/lib/buildinfo.Version": `${name}-tags-v1.149.0` },
  },
});

/**
 * An application of VictoriaLogs. The module of VictoriaTraces cannot be had from the module proxy.
 *
 * @param {string} name
 * @param {string} archive the part of its name before the platform's
 * @returns {Program}
 */
const victoriaLogs = (name, archive) => ({
  name,
  version: "1.52.2",
  minimum: "1.52.2",
  versionArguments: ["-version"],
  executable: name,
  homepage: "https://github.com/VictoriaMetrics/VictoriaLogs/releases",
  download: {
    url: ({ os, architecture }) =>
      os === "windows"
        ? undefined
        : `https://github.com/VictoriaMetrics/VictoriaLogs/releases/download/v1.52.2/${archive}-${os}-${architecture}-v1.52.2.tar.gz`,
    file: `${name}-prod`,
  },
  go: {
    folder: "victorialogs",
    package: `github.com/VictoriaMetrics/VictoriaLogs/app/${name}`,
    variables: { "github.com/VictoriaMetrics/VictoriaMetrics/lib/buildinfo.Version": `${name}-tags-v1.52.2` },
  },
});

const kubernetesVersion = "1.36.3";

/**
 * A program of Kubernetes; of the servers there are releases for Linux alone.
 *
 * @param {string} name
 * @param {readonly string[]} versionArguments
 * @param {readonly Platform["os"][]} [released]
 * @returns {Program}
 */
const kubernetes = (name, versionArguments, released = ["linux"]) => ({
  name,
  version: kubernetesVersion,
  minimum: kubernetesVersion, // the servers must be of one version
  versionArguments,
  executable: name,
  homepage: "https://kubernetes.io/releases/download/",
  download: {
    url: ({ os, architecture }) =>
      released.includes(os)
        ? `https://dl.k8s.io/v${kubernetesVersion}/bin/${os}/${architecture}/${name}${os === "windows" ? ".exe" : ""}`
        : undefined,
  },
  go: {
    folder: "kubernetes",
    package: `k8s.io/kubernetes/cmd/${name}`,
    variables: {
      "k8s.io/component-base/version.gitVersion": `v${kubernetesVersion}`,
      "k8s.io/component-base/version.gitMajor": "1",
      "k8s.io/component-base/version.gitMinor": "36",
    },
  },
});

/**
 * Part of a version, for a program of our own that changes while its release stays.
 *
 * @param {GoModule} go
 */
function contentHash(go) {
  const directory = fileURLToPath(new URL(`go/${go.folder}/`, import.meta.url));
  const hash = createHash("sha256").update(JSON.stringify(go));
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
    hash.update(relative(directory, path).split(sep).join("/")).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 12);
}

/** @type {GoModule} */
const upstream = {
  folder: "upstream",
  package: ".",
  target: { GOOS: "js", GOARCH: "wasm" },
  goFiles: ["lib/wasm/wasm_exec.js"],
  vendored: "vendored",
  licenses: "all",
};

const languageHosts = "github.com/pulumi/pulumi/sdk/v3";

/**
 * Runs programs in one language. Pulumi brings its own hosts; these are for a Pulumi that was built here. They are older than the engine, for
 * newer ones are main packages of modules of their own that cannot be built from the module proxy: they run programs, and no plugin from its
 * sources.
 *
 * @param {string} language
 * @param {string} folder of its main package, in the module
 * @param {Partial<GoModule>} [more]
 * @returns {Program}
 */
function languageHost(language, folder, more) {
  const go = { folder: "languages", package: `${languageHosts}/${folder}`, ...more };
  return {
    name: `pulumi-language-${language}`,
    version: `3.55.0-${contentHash(go)}`,
    minimum: "3.55.0",
    partOf: "pulumi",
    executable: `pulumi-language-${language}`,
    homepage: "https://www.pulumi.com/docs/install/",
    go,
  };
}

/**
 * Between a program and the engine the host of Node.js puts a proxy, which knows the requests of its time alone: hooks are not among them. The
 * program gets the engine's own address.
 *
 * @type {ChangedFile}
 */
const engineAddress = {
  module: languageHosts,
  file: "nodejs/cmd/pulumi-language-nodejs/main.go",
  before: 'fmt.Sprintf("127.0.0.1:%d", handle.Port), pipes.directory()',
  after: "req.GetMonitorAddress(), pipes.directory()",
};

/** @type {GoModule} */
const sdkGenerators = { folder: "sdk", package: "." };

/** @type {readonly Program[]} */
export const programs = [
  {
    name: "pulumi",
    version: "3.246.0",
    minimum: "3.208.0",
    versionArguments: ["version"],
    executable: "bin/pulumi", // the Automation API wants <root>/bin/pulumi
    homepage: "https://www.pulumi.com/docs/install/",
    download: {
      url: ({ os, architecture }) =>
        `https://get.pulumi.com/releases/sdk/pulumi-v3.246.0-${os}-${architecture === "amd64" ? "x64" : architecture}` +
        (os === "windows" ? ".zip" : ".tar.gz"),
    },
    go: {
      folder: "pulumi",
      package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
      // Without a version the Automation API refuses it.
      variables: { "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": "v3.246.0" },
    },
  },
  {
    name: "pulumi-resource-kubernetes",
    version: "4.25.0",
    minimum: "4.25.0",
    plugin: "kubernetes",
    executable: "pulumi-resource-kubernetes",
    homepage: "https://www.pulumi.com/registry/packages/kubernetes/",
    download: {
      url: ({ os, architecture }) =>
        "https://github.com/pulumi/pulumi-kubernetes/releases/download/v4.25.0/" +
        `pulumi-resource-kubernetes-v4.25.0-${os}-${architecture}.tar.gz`,
    },
    go: {
      folder: "kubernetes-provider",
      package: ".",
      copiedJson: {
        module: "github.com/pulumi/pulumi-kubernetes/provider/v4",
        from: "cmd/pulumi-resource-kubernetes/schema.json",
        to: "schema.json",
        fields: { version: "4.25.0" },
      },
    },
  },
  {
    name: "upstream-wasm", // VictoriaMetrics' own code as WebAssembly, see upstream.mjs
    version: `1.149.0-${contentHash(upstream)}`,
    minimum: "1.149.0",
    executable: "upstream.wasm",
    homepage: "https://github.com/VictoriaMetrics/VictoriaMetrics",
    go: upstream,
  },
  {
    name: "sdk-generators", // of the SDKs in all languages, see sdk.mjs
    version: `3.228.0-${contentHash(sdkGenerators)}`,
    minimum: "3.228.0",
    executable: "sdk-generators",
    homepage: "https://github.com/pulumi/pulumi",
    go: sdkGenerators,
  },
  {
    name: "pulumi-language-yaml", // runs programs in YAML
    version: "1.30.0",
    minimum: "1.30.0",
    executable: "pulumi-language-yaml",
    homepage: "https://github.com/pulumi/pulumi-yaml",
    download: {
      url: ({ os, architecture }) =>
        `https://github.com/pulumi/pulumi-yaml/releases/download/v1.30.0/pulumi-language-yaml-v1.30.0-${os}-${architecture}.tar.gz`,
    },
    go: {
      folder: "yaml",
      package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    },
  },
  languageHost("nodejs", "nodejs/cmd/pulumi-language-nodejs", { changedFile: engineAddress }),
  languageHost("python", "python/cmd/pulumi-language-python", {
    copiedFile: { module: languageHosts, from: "python/cmd/pulumi-language-python-exec" },
  }),
  languageHost("go", "go/pulumi-language-go"),
  {
    name: "pulumi-language-java", // runs programs in Java, with Maven
    version: "1.22.0",
    minimum: "1.16.0",
    partOf: "pulumi",
    executable: "pulumi-language-java",
    homepage: "https://github.com/pulumi/pulumi-java",
    download: {
      url: ({ os, architecture }) =>
        `https://github.com/pulumi/pulumi-java/releases/download/v1.22.0/pulumi-language-java-v1.22.0-${os}-${architecture}.tar.gz`,
    },
    go: { folder: "java", package: "github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java" },
  },
  {
    name: "javac",
    version: "17.0.0",
    minimum: "11.0.0",
    versionArguments: ["-version"],
    executable: "javac",
    homepage: "https://adoptium.net/",
    debianPackage: "default-jdk-headless",
  },
  {
    name: "mvn",
    version: "3.8.7",
    minimum: "3.6.3",
    versionArguments: ["--version"],
    executable: "mvn",
    homepage: "https://maven.apache.org/install.html",
    debianPackage: "maven",
  },
  victoriaMetrics("vmagent"),
  victoriaMetrics("vmalert"),
  victoriaMetrics("vmauth"),
  { ...victoriaMetrics("vmalert-tool"), versionArguments: undefined }, // it does not know its version
  victoriaLogs("victoria-logs", "victoria-logs"),
  victoriaLogs("vlagent", "vlutils"),
  {
    name: "amtool",
    version: "0.31.0",
    minimum: "0.31.0",
    versionArguments: ["--version"],
    executable: "amtool",
    homepage: "https://prometheus.io/download/",
    download: {
      url: ({ os, architecture }) =>
        "https://github.com/prometheus/alertmanager/releases/download/v0.31.0/" +
        `alertmanager-0.31.0.${os}-${architecture}${os === "windows" ? ".zip" : ".tar.gz"}`,
    },
    go: {
      folder: "alertmanager",
      package: "github.com/prometheus/alertmanager/cmd/amtool",
      variables: { "github.com/prometheus/common/version.Version": "0.31.0" },
    },
  },
  {
    name: "chromium", // shows pages in tests
    version: "130",
    minimum: "130",
    executable: "chromium",
    homepage: "https://www.chromium.org/getting-involved/download-chromium/",
    debianPackage: "chromium",
  },
  {
    name: "etcd",
    version: "3.6.5",
    minimum: "3.6.0",
    versionArguments: ["--version"],
    executable: "etcd",
    homepage: "https://etcd.io/docs/latest/install/",
    download: {
      url: ({ os, architecture }) =>
        "https://github.com/etcd-io/etcd/releases/download/v3.6.5/" +
        `etcd-v3.6.5-${os}-${architecture}${os === "linux" ? ".tar.gz" : ".zip"}`,
    },
    go: { folder: "etcd", package: "go.etcd.io/etcd/server/v3" },
  },
  kubernetes("kube-apiserver", ["--version"]),
  kubernetes("kube-controller-manager", ["--version"]),
  kubernetes("kube-scheduler", ["--version"]),
  kubernetes("kubectl", ["version", "--client"], ["linux", "darwin", "windows"]),
  {
    name: "kwok", // nodes and pods that run nothing
    version: "0.8.0",
    minimum: "0.7.0",
    versionArguments: ["--version"],
    executable: "kwok",
    homepage: "https://kwok.sigs.k8s.io/docs/user/installation/",
    download: {
      url: ({ os, architecture }) =>
        `https://github.com/kubernetes-sigs/kwok/releases/download/v0.8.0/kwok-${os}-${architecture}${os === "windows" ? ".exe" : ""}`,
    },
    go: {
      folder: "kwok",
      package: "sigs.k8s.io/kwok/cmd/kwok",
      variables: { "sigs.k8s.io/kwok/pkg/consts.Version": "v0.8.0" },
    },
  },
];
