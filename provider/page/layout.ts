/** A box of a picture. */
interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow between two boxes, as an SVG path from the right side of the first to the left side of the second. */
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

const height = 44;
const gap = { x: 90, y: 18 };
const margin = 12;
/** No letter of the page's font is wider on average, so that captions stay in their boxes. */
const letter = 7.6;

/**
 * Boxes in columns: each stands right of all that point to it, as far as there is no circle, and close to them in height.
 *
 * @param captions The lines of each box.
 */
export function layoutOf(keys: readonly string[], edges: readonly Edge[], captions: (key: string) => readonly string[]): Layout {
  const columns = columnsOf(keys, edges);
  const boxes = new Map<string, Box>();
  let x = margin;
  for (const column of columns) {
    const width = Math.ceil(Math.max(...column.flatMap(captions).map((line) => line.length)) * letter) + 20;
    const ordered = sortedByHeight(column, edges, boxes);
    for (const [row, key] of ordered.entries()) boxes.set(key, { key, x, y: margin + row * (height + gap.y), width, height });
    x += width + gap.x;
  }
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return {
    width: Math.max(0, x - gap.x) + margin,
    height: rows * (height + gap.y) - gap.y + 2 * margin,
    boxes: [...boxes.values()],
    arrows: edges.flatMap((edge) => arrowOf(edge, boxes)),
  };
}

function columnsOf(keys: readonly string[], edges: readonly Edge[]): string[][] {
  const sources = new Map(keys.map((key) => [key, edges.filter(({ to }) => to === key).map(({ from }) => from)]));
  const depths = new Map<string, number>();
  const depthOf = (key: string, onTheWay: ReadonlySet<string>): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    const before = (sources.get(key) ?? []).filter((source) => sources.has(source) && !onTheWay.has(source));
    const depth = Math.max(-1, ...before.map((source) => depthOf(source, new Set([...onTheWay, source])))) + 1;
    depths.set(key, depth);
    return depth;
  };
  const depthsOfKeys = keys.map((key) => depthOf(key, new Set([key])));
  const numbers = [...new Set(depthsOfKeys)].sort((left, right) => left - right);
  return numbers.map((depth) => keys.filter((_, index) => depthsOfKeys[index] === depth));
}

/** Boxes stand beside the middle of those that point to them. */
function sortedByHeight(column: readonly string[], edges: readonly Edge[], boxes: ReadonlyMap<string, Box>): string[] {
  const heights = new Map(
    column.map((key) => {
      const before = edges.filter(({ to }) => to === key).flatMap(({ from }) => boxes.get(from)?.y ?? []);
      return [key, before.length > 0 ? before.reduce((sum, y) => sum + y, 0) / before.length : 0];
    }),
  );
  return [...column].sort((left, right) => (heights.get(left) ?? 0) - (heights.get(right) ?? 0) || (left < right ? -1 : 1));
}

function arrowOf({ from, to }: Edge, boxes: ReadonlyMap<string, Box>): Arrow[] {
  const [left, right] = [boxes.get(from), boxes.get(to)];
  if (!left || !right) return [];
  const start = { x: left.x + left.width, y: left.y + left.height / 2 };
  const end = { x: right.x - 6, y: right.y + right.height / 2 };
  const bend = Math.max(40, (end.x - start.x) / 2);
  return [{ from, to, path: `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}` }];
}
