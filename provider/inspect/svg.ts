import { caption, type Graph } from "./graph";
import { UsageError } from "./usage";

const font = { fontname: "Helvetica,Arial,sans-serif", fontsize: 11 };

/** A graph as a picture: SVG, laid out by Graphviz. */
export async function svg({ objects, relations }: Graph): Promise<string> {
  const viz = await graphviz();
  return viz.renderString(
    {
      directed: true,
      graphAttributes: { rankdir: "LR", ranksep: 1, bgcolor: "white", ...font },
      nodeAttributes: { shape: "box", style: "rounded,filled", fillcolor: "#f4f4f4", color: "#777777", ...font },
      edgeAttributes: { color: "#777777", fontcolor: "#555555", ...font, fontsize: 9 },
      nodes: objects.map((key) => ({ name: key, attributes: { label: caption(key).join("\n") } })),
      edges: relations.map(({ from, to, label }) => ({ tail: from, head: to, attributes: { label } })),
    },
    { format: "svg" },
  );
}

/** Graphviz is large, so it is not installed with the package. */
async function graphviz() {
  const { instance } = await import("@viz-js/viz").catch(missing);
  return instance();
}

function missing(error: NodeJS.ErrnoException): never {
  if (error.code !== "MODULE_NOT_FOUND" && error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  throw new UsageError("pictures need the npm package @viz-js/viz: install it with `npm install @viz-js/viz`, or leave out --svg");
}
