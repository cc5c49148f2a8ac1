import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { plugin } from "./stack";

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** A process of the plugin that is not the engine's, and a client of it. */
export interface PluginProcess {
  readonly id: number;
  readonly client: ResourceProviderClient;
  /** Everything that it has printed. */
  readonly printed: () => { readonly output: string; readonly errors: string };
  stop(): Promise<void>;
}

/** The plugin's executable, as the engine runs it. */
export const executable = [join(plugin.path, "pulumi-resource-victoriametrics")] as const;

/** What Pulumi's Node.js host runs for a plugin folder with a PulumiPlugin.yaml. */
export const nodeHost = [process.execPath, require.resolve("@pulumi/pulumi/cmd/run-plugin"), plugin.path] as const;

/** Starts the plugin for an engine at an address, and ends when it has printed its port. */
export async function startPlugin(engine: string, [command, ...args]: readonly string[] = executable): Promise<PluginProcess> {
  // Where a program of another language is: Pulumi's host would compile with a tsconfig.json that it finds there.
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
  const started: Started = spawn(command ?? "", [...args, engine], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { output: "", errors: "" };
  started.stderr.on("data", (text) => {
    texts.errors += text;
  });
  started.stdout.on("data", (text) => {
    texts.output += text;
  });
  await Promise.race([once(started.stdout, "data"), once(started, "exit")]);
  if (started.exitCode !== null) throw new Error(`the plugin ended with exit code ${started.exitCode}: ${texts.errors}`);
  const channelOptions = { "grpc.max_receive_message_length": 400 * 1024 * 1024 };
  const client = new ResourceProviderClient(`127.0.0.1:${texts.output.trim()}`, grpc.credentials.createInsecure(), channelOptions);
  return {
    id: started.pid ?? 0,
    client,
    printed: () => ({ ...texts }),
    stop: async () => {
      client.close();
      const ended = once(started, "exit");
      started.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
