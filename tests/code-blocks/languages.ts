import { spawnSync } from "node:child_process";
import { type Block, placeOf } from "./blocks";

/** The errors of Python's own parser in blocks. */
export function errorsInPython(blocks: readonly Block[]): string[] {
  const parser = `
import ast, json, sys
def error(text):
    try:
        ast.parse(text)
    except SyntaxError as problem:
        return str(problem)
print(json.dumps([error(text) for text in json.load(sys.stdin)]))
`;
  const { stdout, stderr } = spawnSync("python3", ["-c", parser], {
    encoding: "utf8",
    input: JSON.stringify(blocks.map(({ text }) => text)),
  });
  if (!stdout.startsWith("[")) throw new Error(stderr);
  const errors = JSON.parse(stdout) as (string | null)[];
  return blocks.flatMap((block, index) => (errors[index] ? [`${placeOf(block)} ${errors[index]}`] : []));
}

/** The errors of Go's own parser in blocks: whole files, declarations or statements. */
export function errorsInGo(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const { status, stderr, error } = spawnSync("gofmt", ["-e"], { encoding: "utf8", input: block.text });
    if (error) throw error;
    return status === 0 ? [] : [`${placeOf(block)} ${stderr}`];
  });
}
