/** Prints the processor time that a TypeScript compiler takes for a program: `node compile.cjs COMPILER FILE`. Errors in the program end it. */
const [compiler, file] = process.argv.slice(2);
const ts = require(compiler);

const before = process.cpuUsage();
const options = {
  target: ts.ScriptTarget.ES2020,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: 2,
  strict: true,
  skipLibCheck: true,
  types: [],
};
const program = ts.createProgram([file], options);
const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
const { user, system } = process.cpuUsage(before);
if (found.length > 0) throw new Error(ts.flattenDiagnosticMessageText(found[0].messageText, "\n"));
console.log((user + system) / 1e6);
