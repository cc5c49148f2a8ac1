let isServing = false;

/** Makes this process the plugin, for the rest of its life: it makes components for programs in other processes. */
export function becomePlugin(): void {
  isServing = true;
}

/** Whether this process is the plugin, which sees neither the end of a program nor its other resources. */
export const isPlugin = (): boolean => isServing;
