let isServed = false;

/** Makes this process the plugin, for the rest of its life: it serves components to programs in other processes. */
export function serve(): void {
  isServed = true;
}

/** Whether this process is the plugin, which sees neither the end of a program nor its other resources. */
export const isPlugin = (): boolean => isServed;
