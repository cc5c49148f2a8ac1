import type { Review } from "../findings";
import { counted } from "../words";
import { type Entry, type Section, sectionsOf } from "./sections";

/** A comment may have about 65,000 characters on most servers. */
const mostCharacters = 59_000;

/** Longer pieces of a single entry are cut. */
const longestEntry = 6_000;
const longestLine = 400;

/** The mark of our comments. */
export const marker = "<!-- pulumi-victoriametrics review -->";

/** A review as Markdown for a comment, with details folded. It stays below 60,000 characters, and names its omissions. */
export function markdownOf(review: Review): string {
  const head = `${marker}\n### VictoriaMetrics: what this change does\n\n${escaped(cut(review.headline, 2_000))}\n`;
  const sections = sectionsOf(review);
  const texts: string[] = [];
  let room = mostCharacters - head.length;
  for (const [index, section] of sections.entries()) {
    // Each later section keeps room for the number of its omitted entries.
    const reserved = (sections.length - index - 1) * 300;
    const text = sectionText(section, room - reserved);
    texts.push(text);
    room -= text.length + 1;
  }
  return [head, ...texts].join("\n");
}

function sectionText({ title, entries, isOpen = false }: Section, room: number): string {
  const [start, end] = isOpen ? [`#### ${title}\n`, ""] : [`<details><summary>${title}: ${entries.length}</summary>\n`, "\n</details>\n"];
  const frame = start.length + end.length + 150;
  const taken: string[] = [];
  let length = 0;
  for (const entry of entries) {
    const text = entryText(entry);
    if (frame + length + text.length + 1 > room) break;
    taken.push(text);
    length += text.length + 1;
  }
  const missing = entries.length - taken.length;
  const rest =
    missing > 0
      ? [`\n_${counted(missing, "more entry").replace("entrys", "entries")} left out here: \`--format text\` has them all._`]
      : [];
  return `${start}\n${[...taken, ...rest].join("\n")}${end}`;
}

function entryText({ title, lines, difference }: Entry): string {
  const text = [
    `- **${escaped(cut(title, longestLine))}**`,
    ...capped(lines).map((line) => `  - ${escaped(cut(line, longestLine))}`),
    ...(difference ? fenced(capped(difference).map((line) => cut(line, longestLine))) : []),
  ];
  return text.join("\n");
}

function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(3, ...lines.flatMap((line) => [...line.matchAll(/~+/g)].map(([run]) => run.length + 1)));
  const fence = "~".repeat(longest);
  return ["", `  ${fence}diff`, ...lines.map((line) => `  ${line}`), `  ${fence}`];
}

/** The lines that fit into an entry, and the number of the others. */
function capped(lines: readonly string[]): string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += Math.min(line.length, longestLine) + 5;
    return length > longestEntry;
  });
  return end === -1 ? [...lines] : [...lines.slice(0, end), `… ${counted(lines.length - end, "more line")} left out`];
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** Text that Markdown and HTML leave as it is; names with an @ do not notify anybody. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|#~]/g, (sign) => (sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : `\\${sign}`)).replaceAll("@", "@\u200b");
