import { caption, type Graph } from "./graph";

const font = { fontname: "Helvetica,Arial,sans-serif", fontsize: 11 };

/** A graph as a picture: SVG, laid out by Graphviz. */
export async function svg({ objects, relations }: Graph): Promise<string> {
  // Graphviz is large, and only pictures need it.
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
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
