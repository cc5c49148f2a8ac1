/** What is wrong with how a command was called: it names something that cannot be read, or that is not there. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
