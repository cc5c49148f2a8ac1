/** The outcome of a component or a group. It is never an exception, which would fail all other pending work. */
export type Outcome<Result> =
  | ({ readonly state: "derived" } & Result)
  /** Its structure depends on values that are unknown in the preview. */
  | { readonly state: "deferred" }
  /** A reference to a component of another process: its outputs come from the engine. */
  | { readonly state: "referenced" }
  | { readonly state: "failed"; readonly error: Error };

/** The outcome of an exception. */
export const failed = (error: unknown): { readonly state: "failed"; readonly error: Error } => ({
  state: "failed",
  error: lasting(error instanceof Error ? error : new Error(String(error))),
});

/** An error with a fixed message: the SDK changes the messages of errors that pass through inputs and outputs. */
function lasting(error: Error): Error {
  const { message } = error;
  return Object.defineProperty(error, "message", { get: () => message, set: () => undefined, configurable: true });
}

/** The errors of failed outcomes. */
export const errorsAmong = (outcomes: readonly Outcome<unknown>[]): Error[] =>
  outcomes.flatMap((outcome) => (outcome.state === "failed" ? [outcome.error] : []));
