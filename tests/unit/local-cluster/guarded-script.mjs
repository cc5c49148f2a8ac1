/** A script for the tests of the guard: it leaves a process behind, tells where everything is, and ends as it is told. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { guardedTask, untilSignal } from "../../../tools/local-cluster/guard.mjs";

/** @type {{ folder: string, end: "succeeds" | "fails" | "works" | "waits" }} */
const { folder, end } = guardedTask();
writeFileSync(join(folder, "file"), "");
const { stdout } = spawnSync("/bin/sh", ["-c", "sleep 600 >/dev/null 2>&1 & echo $!"], { encoding: "utf8" });
console.log(JSON.stringify({ folder, script: process.pid, orphan: Number(stdout) }));
if (end === "fails") throw new Error("it failed");
if (end === "works") setInterval(() => undefined, 1000);
if (end === "waits") await untilSignal();
