import { type Answers, isReference } from "../../config/references";
import type { Values } from "../../values/values";

type Reference = Parameters<Answers["value"]>[0];

/** Answers references without reading them: each stands for a value that is not known. */
export class UnreadReferences implements Answers {
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  value(reference: Reference, path: string): string | undefined {
    return isReference(reference) ? this.#values.add({ path: `${path} (unread)`, secret: true }) : undefined;
  }

  filledValue(reference: Reference, path: string): string | undefined {
    return this.value(reference, path);
  }

  file(reference: Reference, path: string): string | undefined {
    return this.value(reference, path);
  }

  readonly mountsFiles = false;

  mountsFrom(): boolean {
    return this.mountsFiles;
  }

  mountedFile(): undefined {}
}
