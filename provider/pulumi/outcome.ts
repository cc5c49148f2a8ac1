/** What became of a component or a group. It never becomes an exception: that would fail everything else that is under way. */
export type Outcome<Result> =
  | ({ readonly state: "derived" } & Result)
  /** Its structure waits for values that a preview does not know. */
  | { readonly state: "deferred" }
  /** It was made by another process, and this is a reference to it: its outputs come from the engine. */
  | { readonly state: "referenced" }
  | { readonly state: "failed"; readonly error: Error };

/** What became of something that met an exception. */
export const failed = (error: unknown): { readonly state: "failed"; readonly error: Error } => ({
  state: "failed",
  error: error instanceof Error ? error : new Error(String(error)),
});

/** The errors of those that failed. */
export const errorsAmong = (outcomes: readonly Outcome<unknown>[]): Error[] =>
  outcomes.flatMap((outcome) => (outcome.state === "failed" ? [outcome.error] : []));
