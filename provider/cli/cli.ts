import { program } from "./program";

// A closed pipe is no error: the reader may have read enough.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

void program.parseAsync();
