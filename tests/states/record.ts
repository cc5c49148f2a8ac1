/** `npm run states`: brings up every example, or those whose names are given, and records the states that later versions must still be able to take over. */
import { record, recordedStacks } from "./recorded";

async function recordAll(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, create] of Object.entries(recordedStacks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const stack = await create();
    try {
      const { failed, output } = await stack.up();
      if (failed) throw new Error(`${name} did not come up:\n${output}`);
      record(name, await stack.exportState(), stack.folder);
      console.log(name);
    } finally {
      stack.remove();
    }
  }
}

recordAll().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
