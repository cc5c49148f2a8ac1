import { type Measurement, measure } from "./measure";
import type { Change, Stack } from "./stacks/stack";
import { Stage } from "./stage";

/** A preview of a change. */
export interface Preview {
  readonly stack: string;
  readonly change: string;
  /** The output of the command line. */
  readonly text: string;
  readonly measurement: Measurement;
}

/** A stack that is up, and previews of its changes. */
export class Rehearsal<Settings> {
  readonly #stack: Stack<Settings>;
  readonly #stage: Stage;

  private constructor(stack: Stack<Settings>, stage: Stage) {
    this.#stack = stack;
    this.#stage = stage;
  }

  static async create<Settings>(stack: Stack<Settings>, executables: Record<string, string>): Promise<Rehearsal<Settings>> {
    const settings = stack.settings();
    const stage = await Stage.create(executables, stack.configuration(settings), (folder) => stack.program(settings, folder));
    return new Rehearsal(stack, stage);
  }

  /** Previews a change. One that the command line does not see is an error: it would be measured as an excellent one. */
  async preview({ name, edit, shows = [] }: Change<Settings>): Promise<Preview> {
    const before = this.#stack.settings();
    const after = this.#stack.settings();
    edit(after);
    const names = [...this.#stack.names(before), ...this.#stack.names(after)];
    const known = new Set(names.flatMap(({ kind, title }) => [title, `${kind}:*`]));
    const unknown = shows.filter((title) => !known.has(title));
    if (unknown.length > 0) throw new Error(`nothing is called ${unknown.join(", ")}`);
    await this.#stage.configure(this.#stack.configuration(after).plain ?? {});
    const text = await this.#stage.preview(this.#stack.program(after, this.#stage.folder));
    if (!/^\s+[+~-]+ \d+ to /m.test(text)) throw new Error(`nothing changes:\n${text}`);
    const unique = [...new Map(names.map((one) => [`${one.kind} ${one.title}`, one])).values()];
    return { stack: this.#stack.name, change: name, text, measurement: measure(text, unique, shows) };
  }

  remove(): void {
    this.#stage.remove();
  }
}
