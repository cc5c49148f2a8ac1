import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deriveAll } from "../assemble";
import { caption, type Graph, graphOf } from "../inspect/graph";
import { packageFolder } from "../package";
import type { Prepared } from "../render";
import { layoutOf } from "./layout";
import { pageContents, withoutTargets } from "./page-contents";
import type { PageData } from "./page-data";
import { style } from "./style";

/** The built script of the page, see `browser/`. */
const scriptFile = join(packageFolder, "dist", "page", "script.js");

/**
 * A page for a browser, without outside resources: the workloads and the requests between them as a picture, all objects with their relations and
 * problems, a search, and the way of an alert that is typed in. Secrets are masked.
 */
export function page(prepared: Prepared): string {
  const assembly = deriveAll(prepared.program);
  const graph = graphOf(prepared, assembly);
  if (!existsSync(scriptFile)) throw new Error(`${scriptFile} is missing: run npm run build`);
  const data = pageContents(graph, prepared, assembly);
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Relations of VictoriaMetrics objects</title>',
    `<style>${style}</style></head>`,
    "<body>",
    "<header><h1>Relations</h1>",
    '<label>Search <input id="search" type="search" autocomplete="off" placeholder="name, namespace or kind"></label>',
    '<label><input id="marked" type="checkbox"> only with problems</label>',
    '<p id="summary" role="status"></p></header>',
    `<main><section aria-labelledby="map-title"><h2 id="map-title">Workloads</h2><div class="scroll">${picture(graph, prepared, data)}</div></section>`,
    '<section id="alerts" aria-labelledby="alerts-title" hidden><h2 id="alerts-title">The way of an alert</h2>',
    '<form id="alert-form"><label>Alertmanager <select id="alertmanager"></select></label>',
    '<label>Labels <input id="labels" autocomplete="off" spellcheck="false" placeholder=\'severity="critical",team="shop"\'></label>',
    '<button type="submit">Show</button></form><pre id="way" role="status" tabindex="0"></pre></section>',
    '<div class="columns"><section aria-labelledby="list-title"><h2 id="list-title">Objects</h2><div id="list"></div></section>',
    '<aside id="details" aria-live="polite"><h2>Details</h2><p>Choose an object.</p></aside></div></main>',
    `<script type="application/json" id="data">${embedded(data)}</script>`,
    `<script>${readFileSync(scriptFile, "utf8").replaceAll("</script", "<\\/script")}</script>`,
    "</body></html>",
    "",
  ].join("\n");
}

/** JSON that no text in it can end. */
const embedded = (data: PageData): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/** The workloads, each with the numbers of the objects that it selects, and the requests between them. */
function picture({ objects, relations }: Graph, { program }: Prepared, shown: PageData): string {
  const problems = new Map(shown.objects.map(({ key, marks }) => [key, marks.length]));
  const problemsOf = (key: string): string => {
    const number = problems.get(key) ?? 0;
    return number === 0 ? "" : number === 1 ? "1 problem" : `${number} problems`;
  };
  const workloads = objects.filter((key) => isWorkload(key, program.context.kinds) && !program.context.kinds.of(caption(key)[0])?.verb);
  const requests = relations.filter(({ label }) => label === "sends to");
  const counted = new Map(workloads.map((key) => [key, countsOf(key, relations)]));
  const captions = (key: string): readonly string[] => [
    caption(key).join(" "),
    [counted.get(key), targetless(key, relations, shown), problemsOf(key)].filter(Boolean).join(", "),
  ];
  const { width, height, boxes, arrows } = layoutOf(workloads, requests, captions);
  return [
    `<svg id="map" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Workloads and the requests between them">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    ...arrows.map(
      ({ from, to, path }) => `<path class="arrow" data-from="${html(from)}" data-to="${html(to)}" d="${path}" marker-end="url(#tip)"/>`,
    ),
    ...boxes.map(
      (box) =>
        `<g class="box" tabindex="0" role="button" data-key="${html(box.key)}" transform="translate(${box.x} ${box.y})"><rect width="${box.width}" height="${box.height}" rx="6"/>` +
        captions(box.key)
          .map((line, row) => `<text x="10" y="${row * 16 + 18}"${row > 0 ? ' class="small"' : ""}>${html(line)}</text>`)
          .join("") +
        "</g>",
    ),
    "</svg>",
  ].join("");
}

function isWorkload(key: string, kinds: Prepared["program"]["context"]["kinds"]): boolean {
  return kinds.of(caption(key)[0])?.derive !== undefined;
}

/** The number of a scraper's objects without targets. */
function targetless(key: string, relations: Graph["relations"], { objects }: PageData): string {
  const own = new Set(relations.flatMap(({ from, to }) => (from === key ? [to] : [])));
  const count = objects.filter((object) => own.has(object.key) && object.marks.some(({ label }) => label === withoutTargets)).length;
  return count === 0 ? "" : `${count} ${withoutTargets}`;
}

function countsOf(key: string, relations: Graph["relations"]): string {
  const counts = new Map<string, number>();
  for (const { from, label } of relations) if (from === key && label !== "sends to") counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => `${label} ${count}`).join(", ");
}

const html = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
