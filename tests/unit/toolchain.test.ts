import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Program } from "../../tools/programs.mjs";
import type { Options } from "../../tools/toolchain.mjs";
import { type HttpServer, startHttpServer } from "../http-server";

const loadToolchain = () => import("../../tools/toolchain.mjs");
const loadDownload = () => import("../../tools/toolchain/download.mjs");
const loadInstalled = () => import("../../tools/toolchain/installed.mjs");
const loadLock = () => import("../../tools/toolchain/lock.mjs");

const fake: Program = {
  name: "fake",
  version: "2.0.0",
  minimum: "1.5.0",
  executable: "bin/fake",
  homepage: "https://example.com/fake",
  download: { url: () => "https://example.com/fake.tar.gz" },
  go: { folder: "fake", package: "." },
};

const unusedProcessId = 2 ** 22 + 1; // above what Linux, macOS and Windows give out

describe("the toolchain", () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let log: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "toolchain-"));
    environment = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, PATH: "", PULUMI_HOME: join(folder, "home") };
    log = [];
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const suffix = process.platform === "win32" ? ".exe" : "";
  const cachedFolder = () => join(folder, "pulumi-victoriametrics", "fake");
  const cachedPath = () => join(cachedFolder(), "2.0.0", "bin", `fake${suffix}`);

  function writeExecutable(path: string, text = "") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  }

  /** Steps that fail unless they are overridden; `called` is the order in which they were taken. */
  function recordedSteps(outcomes: { installed?: string; downloads?: boolean; go?: string; builds?: boolean }) {
    const called: string[] = [];
    const finish = (step: string, succeeds: boolean | undefined, result: string) => {
      called.push(step);
      if (succeeds !== true) {
        throw new Error(`no ${step} today`);
      }
      writeExecutable(join(result, "bin", `fake${suffix}`), step);
    };
    const steps: Options["steps"] = {
      findInstalled: async () => {
        called.push("installed");
        return outcomes.installed;
      },
      download: async (_program, _url, { result }) => finish("download", outcomes.downloads, result),
      findGo: () => outcomes.go,
      build: async (_program, { result }) => finish("build", outcomes.builds, result),
    };
    return { called, steps };
  }

  async function ensureFake(steps: Options["steps"], program: Program = fake) {
    const { ensure } = await loadToolchain();
    const { fake: executable } = await ensure(["fake"], { log: (line) => log.push(line), programs: [program], environment, steps });
    return executable;
  }

  const messageOf = (work: Promise<unknown>) =>
    work.then(
      () => "no error",
      (error: Error) => error.message,
    );

  describe("takes the first source that has the program", () => {
    it("the cache, without a look at anything else", async () => {
      writeExecutable(cachedPath());
      const { called, steps } = recordedSteps({ installed: "/usr/bin/fake" });
      expect(await ensureFake(steps)).to.equal(cachedPath());
      expect(called).to.deep.equal([]);
      expect(log).to.deep.equal([]);
    });

    it("then an installed one", async () => {
      const { called, steps } = recordedSteps({ installed: "/usr/bin/fake", downloads: true });
      expect(await ensureFake(steps)).to.equal("/usr/bin/fake");
      expect(called).to.deep.equal(["installed"]);
    });

    it("then the system's own package of it, once that is installed", async () => {
      const found = [undefined, "/usr/bin/fake"];
      const steps = { findInstalled: async () => found.shift(), installPackage: async () => true };
      expect(await ensureFake(steps, { ...fake, debianPackage: "fake" })).to.equal("/usr/bin/fake");
      expect(log[0]).to.equal("fake: installing Debian's package fake …");
    });

    it("then the download, which is in the cache afterwards", async () => {
      const { called, steps } = recordedSteps({ downloads: true, go: "/usr/bin/go", builds: true });
      expect(await ensureFake(steps)).to.equal(cachedPath());
      expect(await ensureFake(steps)).to.equal(cachedPath());
      expect(called).to.deep.equal(["installed", "download"]);
      expect(log).to.deep.equal(["fake 2.0.0: downloading from example.com …", "fake 2.0.0: downloading from example.com … done in 0s"]);
    });

    it("then the build, after one sentence about the failed download", async () => {
      const { called, steps } = recordedSteps({ go: "/usr/bin/go", builds: true });
      expect(await ensureFake(steps)).to.equal(cachedPath());
      expect(called).to.deep.equal(["installed", "download", "build"]);
      expect(log).to.deep.equal([
        "fake 2.0.0: downloading from example.com …",
        "fake 2.0.0: the download from example.com failed (no download today), so it is built instead",
        "fake 2.0.0: building from its Go module (a few minutes, once) …",
        "fake 2.0.0: building from its Go module (a few minutes, once) … done in 0s",
      ]);
    });

    it("but never the download where PULUMI_VICTORIAMETRICS_NO_DOWNLOAD is 1", async () => {
      environment.PULUMI_VICTORIAMETRICS_NO_DOWNLOAD = "1";
      const { called, steps } = recordedSteps({ downloads: true, go: "/usr/bin/go", builds: true });
      await ensureFake(steps);
      expect(called).to.deep.equal(["installed", "build"]);
    });

    it("but before all a program's neighbour that its release brings along", async () => {
      const part: Program = { ...fake, name: "part", partOf: "fake", executable: "part" };
      const installed = join(folder, "installed", "bin", `fake${suffix}`);
      writeExecutable(join(dirname(installed), `part${suffix}`));
      writeExecutable(join(folder, "pulumi-victoriametrics", "part", "2.0.0", `part${suffix}`));
      const { called, steps } = recordedSteps({ installed });
      const { ensure } = await loadToolchain();
      const ensurePart = () => ensure(["part"], { log: (line) => log.push(line), programs: [fake, part], environment, steps });
      expect(await ensurePart()).to.deep.equal({ part: join(dirname(installed), `part${suffix}`) });
      rmSync(join(dirname(installed), `part${suffix}`));
      expect(await ensurePart()).to.deep.equal({ part: join(folder, "pulumi-victoriametrics", "part", "2.0.0", `part${suffix}`) });
      expect(called).to.deep.equal(["installed", "installed"]);
    });

    it("and leaves nothing beside it in the cache", async () => {
      writeExecutable(join(cachedFolder(), `2.0.0.${unusedProcessId}.tmp`, "left-by-an-ended-process"));
      const { steps } = recordedSteps({ go: "/usr/bin/go", builds: true });
      await ensureFake(steps);
      expect(readdirSync(cachedFolder())).to.deep.equal(["2.0.0"]);
      expect(readFileSync(cachedPath(), "utf8")).to.equal("build");
    });
  });

  describe("says in one sentence", () => {
    it("that Go is missing", async () => {
      const { steps } = recordedSteps({});
      expect(await messageOf(ensureFake(steps))).to.equal(
        "fake 2.0.0: neither installed (1.5.0 or newer) nor downloaded, and Go, which could build it, is not on the PATH: " +
          "install Go (https://go.dev/dl/) or fake (https://example.com/fake)",
      );
    });

    it("that a program without a Go module has to be installed", async () => {
      const { steps } = recordedSteps({ go: "/usr/bin/go" });
      expect(await messageOf(ensureFake(steps, { ...fake, go: undefined }))).to.equal(
        "fake 2.0.0: neither installed (1.5.0 or newer) nor downloaded: install it (https://example.com/fake)",
      );
    });

    it("that the build failed and where the compiler's output is", async () => {
      const { steps } = recordedSteps({ go: "/usr/bin/go" });
      expect(await messageOf(ensureFake(steps))).to.equal(
        `fake 2.0.0: could not be built (no build today), see ${join(cachedFolder(), "2.0.0.build.log")}`,
      );
      expect(readdirSync(cachedFolder())).to.deep.equal([]);
    });

    it("that there is no such program", async () => {
      const { ensure } = await loadToolchain();
      expect(await messageOf(ensure(["fakes"], { programs: [fake] }))).to.equal("fakes: no such program; there are fake");
    });

    it("that Node.js is too old", async () => {
      const { checkNode } = await import("../../tools/setup.mjs");
      expect(() => checkNode("18.20.4")).to.throw("Node.js 20 or newer is needed, and this is 18.20.4: install a newer one");
      expect(() => checkNode("20.0.0")).not.to.throw();
    });
  });

  describe("compares versions", () => {
    const cases = [
      ["3.208.0", "3.208.0", true],
      ["3.246.0", "3.208.0", true],
      ["3.99.0", "3.208.0", false],
      ["4.0.0", "3.208.0", true],
      ["3.208.0-alpha.1", "3.208.0", false],
      ["3.209.0-alpha.1", "3.208.0", true],
    ] as const;
    for (const [version, minimum, expected] of cases) {
      it(`${version} is ${expected ? "" : "not "}at least ${minimum}`, async () => {
        const { isAtLeast } = await import("../../tools/toolchain/version.mjs");
        expect(isAtLeast(version, minimum)).to.equal(expected);
      });
    }

    it("in what a program prints", async () => {
      const { findVersion } = await import("../../tools/toolchain/version.mjs");
      expect(findVersion("v3.246.0\n")).to.equal("3.246.0");
      expect(findVersion("v3.247.0-alpha.x1a2b3c")).to.equal("3.247.0-alpha.x1a2b3c");
      expect(findVersion("none")).to.equal(undefined);
    });
  });

  describe("finds an installed program", () => {
    const asked = () => readFileSync(join(folder, "asked"), "utf8").length;
    const telling = { ...fake, versionArguments: ["version"] };

    /** A script that counts how often it is asked. */
    function install(place: string, version: string, redirection = "") {
      const executable = join(folder, place, "fake");
      writeExecutable(executable, `#!/bin/sh\nprintf x >> '${join(folder, "asked")}'\necho v${version}${redirection}\n`);
      return executable;
    }

    async function find(program: Program, ...places: string[]) {
      const { findInstalled } = await loadInstalled();
      environment.PATH = places.map((place) => join(folder, place)).join(":");
      return findInstalled(program, { cache: join(folder, "cache"), environment });
    }

    before(function () {
      if (process.platform === "win32") {
        this.skip(); // shell scripts stand for programs
      }
    });

    it("on the PATH, and passes over one that is too old", async () => {
      install("old/bin", "1.4.9");
      const executable = install("new/bin", "1.5.0");
      expect(await find(telling, "old/bin", "new/bin")).to.equal(executable);
    });

    it("that prints its version to standard error", async () => {
      const executable = install("new/bin", "1.5.0", " >&2");
      expect(await find(telling, "new/bin")).to.equal(executable);
    });

    it("and asks it for its version only once", async () => {
      const executable = install("new/bin", "1.5.0");
      await find(telling, "new/bin");
      expect(await find(telling, "new/bin")).to.equal(executable);
      expect(asked()).to.equal(1);
    });

    it("and asks again when the file has changed", async () => {
      const executable = install("new/bin", "1.5.0");
      await find(telling, "new/bin");
      utimesSync(executable, 1, 1);
      await find(telling, "new/bin");
      expect(asked()).to.equal(2);
    });

    it("but only where its root has the layout that others rely on", async () => {
      install("elsewhere", "1.5.0");
      expect(await find(telling, "elsewhere")).to.equal(undefined);
    });

    it("or the newest in Pulumi's plugin folder that is new enough", async () => {
      for (const version of ["1.4.0", "1.9.0", "1.10.0", "1.11.0-not-there"]) {
        const plugin = join(folder, "home", "plugins", `resource-fake-v${version}`);
        mkdirSync(plugin, { recursive: true });
        if (!version.endsWith("not-there")) {
          writeExecutable(join(plugin, "fake"));
        }
      }
      const found = await find({ ...fake, plugin: "fake", executable: "fake" });
      expect(found).to.equal(join(folder, "home", "plugins", "resource-fake-v1.10.0", "fake"));
    });
  });

  describe("downloads", () => {
    let server: HttpServer;

    beforeEach(async () => {
      server = await startHttpServer((request, response) => {
        if (request.url === "/silent") {
          return;
        }
        if (request.url === "/stalls") {
          response.write("a beginning");
          return;
        }
        const file = join(folder, "served", String(request.url));
        response.writeHead(existsSync(file) ? 200 : 404).end(existsSync(file) ? readFileSync(file) : "");
      });
    });

    afterEach(() => server.stop());

    async function downloadFrom(path: string, program: Program = fake, timeOuts = { answer: 1_000, stall: 1_000 }) {
      const { download } = await loadDownload();
      const paths = { work: join(folder, "staging", "work"), result: join(folder, "staging", "result") };
      mkdirSync(paths.work, { recursive: true });
      await download(program, server.url + path, paths, timeOuts);
      return paths.result;
    }

    it("an archive, and takes the executable with its neighbours", async () => {
      writeExecutable(join(folder, "unpacked", "release", `fake${suffix}`), "the program");
      writeExecutable(join(folder, "unpacked", "release", "fake-helper"), "its helper");
      mkdirSync(join(folder, "served"));
      spawnSync("tar", ["-czf", join(folder, "served", "fake.tar.gz"), "-C", join(folder, "unpacked"), "release"]);
      const result = await downloadFrom("/fake.tar.gz");
      expect(readdirSync(join(result, "bin")).sort()).to.deep.equal([`fake${suffix}`, "fake-helper"].sort());
    });

    it("an archive in which the executable has another name", async () => {
      writeExecutable(join(folder, "unpacked", `fake-prod${suffix}`), "the program");
      mkdirSync(join(folder, "served"));
      spawnSync("tar", ["-czf", join(folder, "served", "fake.tar.gz"), "-C", join(folder, "unpacked"), "."]);
      const renamed = { ...fake, executable: "fake", download: { url: () => "", file: "fake-prod" } };
      const result = await downloadFrom("/fake.tar.gz", renamed);
      expect(readFileSync(join(result, `fake${suffix}`), "utf8")).to.equal("the program");
    });

    it("a bare executable", async () => {
      writeExecutable(join(folder, "served", "fake-linux"), "the program");
      const result = await downloadFrom("/fake-linux");
      expect(readFileSync(join(result, "bin", `fake${suffix}`), "utf8")).to.equal("the program");
    });

    const failures = [
      ["/missing", "HTTP status 404", {}],
      ["/silent", "no answer within 0.05 s", { answer: 50 }],
      ["/stalls", "no data for 0.05 s", { stall: 50 }],
      ["/broken.tar.gz", "broken.tar.gz is not the expected archive", {}],
    ] as const;
    for (const [path, message, timeOuts] of failures) {
      it(`and says "${message}"`, async () => {
        writeExecutable(join(folder, "served", "broken.tar.gz"), "<html>Please log in</html>");
        expect(await messageOf(downloadFrom(path, fake, { answer: 1_000, stall: 1_000, ...timeOuts }))).to.equal(message);
      });
    }

    it("and says that the port is unused", async () => {
      await server.stop();
      expect(await messageOf(downloadFrom("/fake"))).to.match(/ECONNREFUSED/);
    });
  });

  describe("locks", () => {
    it("so that of two calls at once the second waits and uses the first one's result", async () => {
      const { called, steps } = recordedSteps({ downloads: true });
      const slowDownload: Options["steps"] = {
        ...steps,
        download: async (...parameters) => {
          while (!log.some((line) => line.includes("waiting for process"))) {
            await sleep(5);
          }
          await steps?.download?.(...parameters);
        },
      };
      const [first, second] = await Promise.all([ensureFake(slowDownload), ensureFake(slowDownload)]);
      expect([first, second]).to.deep.equal([cachedPath(), cachedPath()]);
      expect(called.filter((step) => step === "download")).to.have.length(1);
      expect(log.join("\n")).to.match(/fake 2.0.0: waiting for process \d+, which is getting it … done in \ds/);
    });

    const staleLocks = {
      "of a process that has ended": () => writeExecutable(join(folder, "a.lock", String(unusedProcessId))),
      "that has been silent for too long": () => {
        writeExecutable(join(folder, "a.lock", String(process.pid)));
        utimesSync(join(folder, "a.lock", String(process.pid)), 1, 1);
      },
      "whose owner ended while releasing it": () => mkdirSync(join(folder, "a.lock")),
    };
    for (const [reason, leave] of Object.entries(staleLocks)) {
      it(`and takes over a lock ${reason}`, async () => {
        const { withLock } = await loadLock();
        leave();
        const waits = async () => expect.fail("it waited");
        const result = await withLock(join(folder, "a.lock"), waits, async () => readdirSync(join(folder, "a.lock")));
        expect(result).to.deep.equal([String(process.pid)]);
        expect(readdirSync(folder)).to.deep.equal([]);
      });
    }
  });
});
