/** A wrong call of a command: it names something unreadable or missing. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
