/**
 * `npm test`: sets up, then runs mocha with the arguments given, of which only `--json-out FILE` (a file for the counts) and `--suite NAME` are
 * not mocha's.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

const mocha = fileURLToPath(new URL("../node_modules/mocha/bin/mocha.js", import.meta.url));
const reporter = fileURLToPath(new URL("reporter.cjs", import.meta.url));

/**
 * @typedef {object} Suite
 * @property {Readonly<Record<string, string>>} programs that its tests run, each with the variable that tells them where it is
 * @property {readonly string[]} specs
 * @property {boolean} [isParallel] whether its files may run at the same time; those of other suites share a cluster, or packages that they install
 */

/** Pulumi, as tests run it. */
const engine = {
  pulumi: "PULUMI_VICTORIAMETRICS_PULUMI",
  "pulumi-resource-kubernetes": "PULUMI_VICTORIAMETRICS_KUBERNETES_PLUGIN",
};

/** @type {Readonly<Record<string, Suite>>} */
const suites = {
  default: {
    programs: engine,
    specs: [
      "tests/unit/**/*.test.ts",
      "tests/golden/**/*.test.ts",
      "tests/property/**/*.test.ts",
      "tests/engine/**/*.test.ts",
      "tests/states/**/*.test.ts",
    ],
    isParallel: true,
  },
  binaries: {
    programs: {
      ...engine,
      vmagent: "PULUMI_VICTORIAMETRICS_VMAGENT",
      vmalert: "PULUMI_VICTORIAMETRICS_VMALERT",
      "vmalert-tool": "PULUMI_VICTORIAMETRICS_VMALERT_TOOL",
      vmauth: "PULUMI_VICTORIAMETRICS_VMAUTH",
      "victoria-logs": "PULUMI_VICTORIAMETRICS_VICTORIA_LOGS",
      vlagent: "PULUMI_VICTORIAMETRICS_VLAGENT",
      amtool: "PULUMI_VICTORIAMETRICS_AMTOOL",
      chromium: "PULUMI_VICTORIAMETRICS_CHROMIUM",
    },
    specs: ["tests/binaries/**/*.test.ts"],
  },
  sdk: {
    programs: {
      ...engine,
      "sdk-generators": "PULUMI_VICTORIAMETRICS_SDK_GENERATORS",
      "pulumi-language-yaml": "PULUMI_VICTORIAMETRICS_LANGUAGE_YAML",
    },
    specs: ["tests/sdk/**/*.test.ts"],
  },
  cli: {
    programs: {
      ...engine,
      "pulumi-language-nodejs": "PULUMI_VICTORIAMETRICS_LANGUAGE_NODEJS",
      "pulumi-language-python": "PULUMI_VICTORIAMETRICS_LANGUAGE_PYTHON",
      "pulumi-language-go": "PULUMI_VICTORIAMETRICS_LANGUAGE_GO",
      "pulumi-language-yaml": "PULUMI_VICTORIAMETRICS_LANGUAGE_YAML",
      "sdk-generators": "PULUMI_VICTORIAMETRICS_SDK_GENERATORS",
    },
    specs: ["tests/cli/**/*.test.ts"],
  },
  java: {
    programs: {
      ...engine,
      "sdk-generators": "PULUMI_VICTORIAMETRICS_SDK_GENERATORS",
      "pulumi-language-java": "PULUMI_VICTORIAMETRICS_LANGUAGE_JAVA",
    },
    specs: ["tests/java/**/*.test.ts"],
  },
  cluster: {
    programs: {
      ...engine,
      etcd: "PULUMI_VICTORIAMETRICS_ETCD",
      "kube-apiserver": "PULUMI_VICTORIAMETRICS_KUBE_APISERVER",
      "kube-controller-manager": "PULUMI_VICTORIAMETRICS_KUBE_CONTROLLER_MANAGER",
      "kube-scheduler": "PULUMI_VICTORIAMETRICS_KUBE_SCHEDULER",
      kubectl: "PULUMI_VICTORIAMETRICS_KUBECTL",
      kwok: "PULUMI_VICTORIAMETRICS_KWOK",
      vmagent: "PULUMI_VICTORIAMETRICS_VMAGENT",
      vmalert: "PULUMI_VICTORIAMETRICS_VMALERT",
    },
    specs: ["tests/cluster/**/*.test.ts"],
  },
};

/**
 * @param {readonly string[]} commandLine
 * @returns {Promise<number>} mocha's exit code
 */
async function test(commandLine) {
  const { countsFile, suite, mochaArguments } = readCommandLine(commandLine);
  const { programs, specs, isParallel = false } = suites[suite] ?? unknownSuite(suite);
  const executables = await setup({ programs: Object.keys(programs) });
  const places = Object.entries(programs).map(([name, variable]) => [variable, executables[name]]);
  if (countsFile !== undefined) {
    rmSync(countsFile, { force: true }); // an old one must not stand for a run that ended early
  }
  const writes = process.env.UPDATE_GOLDEN !== undefined; // tests of several files may write into one document
  const parallel = isParallel && !writes ? ["--parallel", "--jobs", String(availableParallelism())] : [];
  const { status } = spawnSync(process.execPath, [mocha, "--reporter", reporter, ...parallel, ...specs, ...mochaArguments], {
    stdio: "inherit",
    env: {
      ...process.env,
      ...Object.fromEntries(places),
      ...(countsFile === undefined ? {} : { MOCHA_COUNTS_FILE: countsFile }),
    },
  });
  return status ?? 1;
}

/** @param {readonly string[]} commandLine */
function readCommandLine(commandLine) {
  const counts = takeOption(commandLine, "--json-out");
  const suite = takeOption(counts.others, "--suite");
  return {
    countsFile: counts.isGiven ? resolve(counts.value ?? "counts.json") : undefined,
    suite: suite.value ?? "default",
    mochaArguments: suite.others,
  };
}

/**
 * @param {readonly string[]} commandLine
 * @param {string} option
 */
function takeOption(commandLine, option) {
  const position = commandLine.indexOf(option);
  return position === -1
    ? { isGiven: false, value: undefined, others: commandLine }
    : { isGiven: true, value: commandLine[position + 1], others: commandLine.toSpliced(position, 2) };
}

/**
 * @param {string} name
 * @returns {never}
 */
function unknownSuite(name) {
  throw new Error(`there is no suite ${name}: expected one of ${Object.keys(suites).join(", ")}`);
}

test(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, exitWith);
