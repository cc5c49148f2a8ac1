import { holds, imports, layers } from "./structure";

/** A box of the picture: a folder or file of a layer, or several that import each other. */
type Box = string;

const begin =
  "<!-- The picture from here on is made from the imports: UPDATE_GOLDEN=1 npx mocha tests/unit/architecture.test.ts renews it. -->\n";
const end = "<!-- The end of the picture. -->\n";

/** A document with the picture between its two marks. Throws if the marks are missing. */
export function withPicture(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the place for the picture is missing: ${begin.trim()} … ${end.trim()}`);
  return `${document.slice(0, from)}${begin}\n\`\`\`mermaid\n${picture(importsOfPlaces())}\`\`\`\n\n${document.slice(to)}`;
}

/** The places of the layers, each with the places that its files import. */
function importsOfPlaces(): Map<string, Set<string>> {
  const places = layers.flat();
  const placeOf = (file: string): string => places.find((place) => holds(place, file)) ?? file;
  const found = new Map(places.map((place) => [place, new Set<string>()]));
  for (const [file, imported] of imports) for (const other of imported) found.get(placeOf(file))?.add(placeOf(other));
  return found;
}

/** A Mermaid flowchart, from the top layer down. An import that follows from others is left out. */
export function picture(graph: ReadonlyMap<string, ReadonlySet<string>>): string {
  const boxes = merged(graph);
  const idOf = (box: Box): string => box.replaceAll(/\W+/g, "_");
  const nodes = [...boxes.keys()].map((box) => `  ${idOf(box)}["${box}"]\n`);
  const arrows = [...boxes].flatMap(([box, below]) =>
    [...below]
      .filter((target) => ![...below].some((other) => other !== target && reaches(boxes, other, target)))
      .map((target) => `  ${idOf(box)} --> ${idOf(target)}\n`),
  );
  return ["flowchart TD\n", ...nodes.reverse(), ...arrows.reverse()].join("");
}

/** The graph with one box for places that import each other. */
function merged(graph: ReadonlyMap<string, ReadonlySet<string>>): Map<Box, Set<Box>> {
  const boxOf = (place: string): Box =>
    [...graph.keys()].filter((other) => other === place || (reaches(graph, place, other) && reaches(graph, other, place))).join(", ");
  const boxes = new Map<Box, Set<Box>>();
  for (const [place, below] of graph) {
    const box = boxOf(place);
    const targets = [...below].map(boxOf).filter((target) => target !== box);
    boxes.set(box, new Set([...(boxes.get(box) ?? []), ...targets].sort()));
  }
  return boxes;
}

/** Whether arrows lead from one node to another. */
export function reaches(graph: ReadonlyMap<string, Iterable<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const visit = (node: string): boolean =>
    [...(graph.get(node) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return visit(next);
    });
  return visit(from);
}
