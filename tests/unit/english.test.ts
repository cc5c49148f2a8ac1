import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import ts from "typescript";

/** Phrases that a reader must read twice, each with words that say the same. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bthere (is|are|was|were) none\b/i, 'say that it "has no …" or "does not exist"'],
  [/\bwhich there (is|are) not\b/i, '"which does not exist"'],
  [/\bthat there (is|are) none of\b/i, '"unknown"'],
  [/\b(whoever|whomever|whosoever|whatsoever)\b/i, "name the person or program"],
  [/\b(that|those) by which\b/i, "a noun"],
  [/\b(comes?|came) to nothing\b/i, '"is empty" or "is undefined"'],
  [/\banew\b/i, '"again" or "recreate"'],
  [/\bin the place of\b/i, '"instead of" or "in place of"'],
  [/\bwhat (nobody|there is|it becomes|they become)\b/i, "a noun"],
  [/\bso that it be\b/i, '"so that it is"'],
];

/** Beginnings of a sentence with a pronoun instead of a noun. Questions and headings are fine. */
const pronoun = /^(Who|What|Whatever|Whoever|Whose)( [\w`'-]+)+ ?[^?]*$/;

/** A text and its place. */
interface Passage {
  readonly place: string;
  readonly text: string;
}

describe("English", () => {
  it("says in a message, description or comment of the package which thing it is about, in the first words", () => {
    const passages = filesOf("provider").flatMap(passagesOf);
    expect(passages.length).to.be.greaterThan(3_000);
    expect(passages.flatMap(problemsOf)).to.deep.equal([]);
  });

  it("has no old-fashioned phrases in documents", () => {
    const documents = filesOf("*.md", "docs", "examples").filter((path) => path.endsWith(".md"));
    const lines = documents.flatMap((path) => paragraphs(path));
    expect(lines.length).to.be.greaterThan(100);
    expect(lines.flatMap(phraseProblemsOf)).to.deep.equal([]);
  });

  for (const text of [
    "What a workload becomes.",
    "mounts the volume x, which there is not",
    "has a placeholder that there is none of",
    "Names whoever scrapes.",
  ])
    it(`finds fault with ${JSON.stringify(text)}`, () => expect(problemsOf({ place: "here", text })).not.to.deep.equal([]));

  for (const text of [
    "mounts volume x, which does not exist",
    "What changes?",
    "has an unknown placeholder",
    "none of the items has a name",
  ])
    it(`finds no fault with ${JSON.stringify(text)}`, () => expect(problemsOf({ place: "here", text })).to.deep.equal([]));
});

const problemsOf = (passage: Passage): string[] => [
  ...phraseProblemsOf(passage),
  ...(pronoun.test(passage.text) ? [`${passage.place}: begins with a pronoun, use a noun: ${passage.text}`] : []),
];

const phraseProblemsOf = ({ place, text }: Passage): string[] =>
  phrases.flatMap(([phrase, remedy]) => {
    const found = phrase.exec(text);
    return found ? [`${place}: ${JSON.stringify(found[0])}: use ${remedy}`] : [];
  });

/** The files of the repository below some paths. */
const filesOf = (...paths: readonly string[]): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...paths], { encoding: "utf8" })
    .split("\n")
    .filter((path) => (path.endsWith(".ts") && !path.includes("/generated/")) || path.endsWith(".md"));

/** The comments, and the string literals of several words, of a source file. */
function passagesOf(path: string): Passage[] {
  const source = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const placeAt = (offset: number): string => `${path}:${file.getLineAndCharacterOfPosition(offset).line + 1}`;
  const found = new Map<number, Passage>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [])
      found.set(pos, { place: placeAt(pos), text: plain(source.slice(pos, end)) });
    const text = literal(node);
    if (text?.includes(" ")) found.set(node.getStart(), { place: placeAt(node.getStart()), text });
    node.getChildren().forEach(visit);
  };
  visit(file);
  return [...found.values()];
}

/** The text of a string literal, with `x` for each value in it. */
function literal(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal: { text } }) => text)].join("x");
  return undefined;
}

/** The words of a comment in one line. */
const plain = (comment: string): string =>
  comment
    .replaceAll(/^\/\*\*?|\*\/$|^\/\/|^\s*\*/gm, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The paragraphs of a document, without its code. */
const paragraphs = (path: string): Passage[] =>
  readFileSync(path, "utf8")
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .split(/\n\s*\n/)
    .map((text) => ({ place: path, text: text.replaceAll(/\s+/g, " ").trim() }))
    .filter(({ text }) => text !== "");
