import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stack as AutomationStack, PulumiFn } from "@pulumi/pulumi/automation";
import { openStack } from "../../tools/workspace.mjs";

/** The configuration of a stack: its project's name and its keys. */
export interface Configuration {
  readonly project: string;
  readonly plain?: Readonly<Record<string, string>>;
  readonly secret?: Readonly<Record<string, string>>;
}

/** A stack that is up, against which changed programs are previewed: by the real engine, with a Kubernetes provider that writes files. */
export class Stage {
  readonly folder: string;
  readonly #stack: AutomationStack;
  readonly #project: string;

  private constructor(folder: string, stack: AutomationStack, project: string) {
    this.folder = folder;
    this.#stack = stack;
    this.#project = project;
  }

  /** Brings up the program, once: previews leave the state as it is. */
  static async create(
    executables: Record<string, string>,
    { project, plain = {}, secret = {} }: Configuration,
    program: (folder: string) => PulumiFn,
  ): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-preview-"));
    const stack = await openStack({
      folder,
      executables,
      projectName: project,
      stackName: "production",
      program: program(folder),
      env: { PULUMI_CONFIG_PASSPHRASE: "bench" },
    });
    const stage = new Stage(folder, stack, project);
    try {
      await stack.setAllConfig(
        Object.fromEntries(Object.entries(secret).map(([key, value]) => [`${project}:${key}`, { value, secret: true }])),
      );
      await stage.configure(plain);
      await stack.up({ color: "never" });
      return stage;
    } catch (error) {
      stage.remove();
      throw error;
    }
  }

  /** Sets keys of the configuration that are not secret. */
  async configure(values: Readonly<Record<string, string>>): Promise<void> {
    const entries = Object.entries(values).map(([key, value]) => [`${this.#project}:${key}`, { value }] as const);
    if (entries.length > 0) await this.#stack.setAllConfig(Object.fromEntries(entries));
  }

  /** What `pulumi preview --diff` prints on standard output. */
  async preview(program: PulumiFn): Promise<string> {
    this.#stack.workspace.program = program;
    try {
      const { stdout } = await this.#stack.preview({ color: "never", diff: true });
      return stdout.replaceAll(/^@ previewing update\.*\n/gm, ""); // printed now and then while a slow machine works
    } catch (error) {
      throw new Error(errorsIn(String(error)));
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The errors that a failed run has printed, without all that it has printed before. */
const errorsIn = (text: string): string => text.match(/^error: .*(\n +.*)*/gm)?.join("\n") ?? text;
