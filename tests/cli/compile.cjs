/** Prints as JSON what a TypeScript compiler makes for a program: `node compile.cjs COMPILER FILE`. Errors in the program end it. */
const [compiler, file] = process.argv.slice(2);
const ts = require(compiler);

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
if (found.length > 0) throw new Error(ts.flattenDiagnosticMessageText(found[0].messageText, "\n"));
console.log(JSON.stringify({ nodes: program.getNodeCount(), types: program.getTypeCount(), instances: program.getInstantiationCount() }));
