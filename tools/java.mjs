/**
 * The Maven repository of the tests, in the cache folder. Where Maven Central does not have Pulumi's Kubernetes package for Java, the package is made
 * from the schema of the Kubernetes plugin, with the generator of the SDKs.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programs } from "./programs.mjs";
import { schemaOf } from "./sdk.mjs";
import { cacheFolder } from "./toolchain/cache.mjs";
import { ownerOf, withLock } from "./toolchain/lock.mjs";
import { run, succeed } from "./toolchain/process.mjs";
import { step } from "./toolchain/progress.mjs";
import { ensure } from "./toolchain.mjs";

const logoFile = fileURLToPath(new URL("../docs/logo.png", import.meta.url));
const projectFile = fileURLToPath(new URL("../examples/quickstart-java/pom.xml", import.meta.url));

const failure = "Pulumi's Kubernetes package for Java could not be made";

/** @param {string} name */
const versionOf = (name) => programs.find((program) => program.name === name)?.version ?? "";

/** The package of which Maven Central may have no version of today. */
const kubernetes = { group: "com.pulumi", artifact: "kubernetes", version: versionOf("pulumi-resource-kubernetes") };

/** @returns {Promise<Record<string, string>>} the variables by which Maven uses the repository */
export async function ensureJava() {
  const executables = await ensure(["javac", "mvn", "pulumi", "pulumi-resource-kubernetes", "sdk-generators"]);
  const root = join(cacheFolder(process.env), "java", `${kubernetes.version}-${versionOf("sdk-generators")}`);
  const finished = join(root, ".finished");
  const environment = { MAVEN_OPTS: `-Dmaven.repo.local=${join(root, "repository")} -Xmx3g` };
  mkdirSync(root, { recursive: true });
  /** @param {() => Promise<void>} wait */
  const waiting = (wait) => step(`Maven repository: waiting for process ${ownerOf(`${root}.lock`)}, which is making it`, wait);
  await withLock(`${root}.lock`, waiting, async () => {
    if (existsSync(finished)) return;
    await fill({ executables, environment: { ...process.env, ...environment } });
    writeFileSync(finished, "");
  });
  return environment;
}

/**
 * @typedef {object} Tools
 * @property {Record<string, string>} executables
 * @property {NodeJS.ProcessEnv} environment
 */

/** @param {Tools} tools */
async function fill(tools) {
  const { group, artifact, version } = kubernetes;
  const get = ["--batch-mode", "--quiet", "dependency:get", `-Dartifact=${group}:${artifact}:${version}`, "-Dtransitive=false"];
  const { code } = await run(tools.executables.mvn ?? "", get, { environment: tools.environment });
  if (code !== 0) {
    await step(`${group}:${artifact} ${version}: making it from the plugin's schema (a few minutes, once)`, () => make(tools));
  }
}

/** @param {Tools} tools */
async function make({ executables, environment }) {
  const scratch = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-java-"));
  try {
    const schema = JSON.parse(await schemaOf(executables, scratch));
    schema.language.java.buildFiles = "none"; // with those for Gradle the version is missing
    const file = join(scratch, "schema.json");
    writeFileSync(file, JSON.stringify(schema));
    await succeed(executables["sdk-generators"] ?? "", [file, logoFile, scratch, "java"], failure, { environment });
    writeFileSync(join(scratch, "java", "pom.xml"), projectOf(schema.language.java.dependencies));
    const directory = join(scratch, "java");
    await succeed(executables.mvn ?? "", ["--batch-mode", "--quiet", "install"], failure, { directory, environment });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The project file of the package, with the compiler, and the versions of Pulumi and the libraries, that the quickstart in Java has.
 *
 * @param {Readonly<Record<string, string>>} others its own dependencies, by group and artifact
 */
function projectOf(others) {
  const quickstart = readFileSync(projectFile, "utf8");
  const [properties = ""] = /<properties>[\s\S]*?<\/properties>/.exec(quickstart) ?? [];
  const [compiler = ""] =
    /<plugin>\s*<groupId>[\w.]+<\/groupId>\s*<artifactId>maven-compiler-plugin[\s\S]*?<\/plugin>/.exec(quickstart) ?? [];
  const shared = [...quickstart.matchAll(/<dependency>[\s\S]*?<\/dependency>/g)].map(([text]) => text);
  const dependencies = [
    ...shared.filter((text) => !text.includes(`<artifactId>${kubernetes.artifact}</artifactId>`)),
    ...Object.entries(others).map(([name, version]) => {
      const [group, artifact] = name.split(":");
      return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${kubernetes.group}</groupId>
  <artifactId>${kubernetes.artifact}</artifactId>
  <version>${kubernetes.version}</version>
  ${properties}
  <dependencies>${dependencies.join("")}</dependencies>
  <build><plugins>${compiler}</plugins></build>
</project>
`;
}
