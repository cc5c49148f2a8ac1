import { posix } from "node:path";

/** @typedef {{ path: string, text: string }} Page path of the page in the site */

const repository = "https://github.com/pulumi-victoriametrics/pulumi-victoriametrics";

/** Names of the languages of the Registry's choosers. */
const languages = { typescript: "TypeScript", python: "Python", go: "Go", csharp: "C#", java: "Java", yaml: "YAML" };

/**
 * The guides in the order of the site, each section with the names of its documents. Documents that are in no section come last.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const sections = {
  "First steps": ["getting-started", "concepts", "installation-configuration", "programs", "manifests"],
  "Coming from": ["from-the-operator", "from-kube-prometheus", "from-the-helm-charts", "differences"],
  "In production": ["high-availability", "multi-tenancy", "teams", "secrets", "day-2", "upgrades"],
  Changes: ["previews", "changes-in-pull-requests"],
  "When something is wrong": ["mistakes", "why-is-it-not-scraped", "targets", "pods-not-ready"],
  Reference: ["command-line", "options", "structural-fields", "performance", "kinds/README"],
};

/** The Registry's own first page: README is the site's. */
const leftOut = ["docs/_index.md"];

/**
 * The place of a document or picture in the site, undefined if it has none.
 *
 * @param {string} document its path in the repository
 */
function placeOf(document) {
  if (document === "README.md") return "index.md";
  if (!/^docs\/.*\.(md|svg)$/.test(document) || leftOut.includes(document)) return undefined;
  return document.slice("docs/".length).replace(/README\.md$/, "index.md");
}

/**
 * A document of the repository as a page of the site: links to other documents lead to their pages, links to anything else to the repository.
 *
 * @param {string} document its path in the repository
 * @param {string} text
 * @returns {Page | undefined}
 */
export function pageOf(document, text) {
  const path = placeOf(document);
  if (path === undefined) return undefined;
  // Pages of the Registry have their titles apart.
  const whole = text.replace(/^---\n([\s\S]*?)\n---\n/, (_, matter) => `# ${/^title: (.*)$/m.exec(matter)?.[1] ?? ""}\n`);
  const body = outsideOfCode(whole, (part) =>
    part
      .replace(/<!--[\s\S]*?-->\n?/g, "")
      .replace(/\{\{% choosable language (\w+) %\}\}/g, (_, name) => `**${languages[/** @type {keyof typeof languages} */ (name)]}**\n`)
      .replace(/\{\{[%<].*?[%>]\}\}\n?/g, "")
      .replace(/\]\(([^)\s]+)\)/g, (_, link) => `](${linkFrom(document, path, link)})`),
  );
  return { path, text: body };
}

/**
 * @param {string} document
 * @param {string} page
 * @param {string} link
 */
function linkFrom(document, page, link) {
  if (/^[a-z]+:/.test(link) || link.startsWith("#")) return link;
  const [file = "", anchor] = link.split("#");
  // The Registry has pages as folders.
  const target = posix.join(posix.dirname(document), file.replace(/\/$/, ".md"));
  const place = placeOf(target);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (place === undefined) return `${repository}/blob/main/${target}${hash}`;
  return `${posix.relative(posix.dirname(page), place)}${hash}`;
}

/**
 * @param {string} text
 * @param {(part: string) => string} change
 */
function outsideOfCode(text, change) {
  return text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}

/** @param {string} text */
const titleOf = (text) => /^# (.*)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? "";

/**
 * The site's list of pages.
 *
 * @param {readonly Page[]} pages
 */
export function sidebarOf(pages) {
  const item = (/** @type {Page} */ { path, text }) => ({ text: titleOf(text), link: `/${path.replace(/(index)?\.md$/, "")}` });
  const find = (/** @type {string} */ name) => pages.find(({ path }) => path === `${name.replace(/README$/, "index")}.md`);
  const listed = Object.entries(sections).map(([title, names]) => ({ title, pages: names.flatMap((name) => find(name) ?? []) }));
  const known = new Set(["index.md", ...listed.flatMap((section) => section.pages.map(({ path }) => path))]);
  const others = pages.filter(({ path }) => !known.has(path));
  const further = others.filter(({ path }) => !path.startsWith("kinds/"));
  return [
    ...listed.map((section) => ({ text: section.title, collapsed: false, items: section.pages.map(item) })),
    ...(further.length > 0 ? [{ text: "Further pages", collapsed: false, items: further.map(item) }] : []),
    { text: "Custom resources", collapsed: true, items: others.filter(({ path }) => path.startsWith("kinds/")).map(item) },
  ];
}
