import { posix } from "node:path";
import { expect } from "chai";
import { pageOf, sidebarOf } from "../../tools/site/pages.mjs";
import { pages, pictures } from "../../tools/site.mjs";

describe("the site of the documents", () => {
  const all = pages();
  const paths = new Set([...all.map(({ path }) => path), ...pictures()]);

  it("has README as its first page, and every other page once in its list", () => {
    expect(all[0]?.path).to.equal("index.md");
    const listed = sidebarOf(all).flatMap(({ items }) => items);
    expect(listed.every(({ text }) => text !== "")).to.equal(true);
    const links = all.slice(1).map(({ path }) => `/${path.replace(/(index)?\.md$/, "")}`);
    expect(listed.map(({ link }) => link)).to.have.members(links);
  });

  it("has links to pages that are there, and to the repository for everything else", () => {
    for (const { path, text } of all) {
      const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
      for (const [, link = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?:|#)/.test(link)) continue;
        const [file = ""] = link.split("#");
        expect(paths.has(posix.join(posix.dirname(path), file)), `${path}: ${link}`).to.equal(true);
      }
    }
    const page = pageOf("docs/kinds/A.md", "See [b](../b.md#c), [all](README.md), [d](../../examples/d) and [e](https://e.example).\n");
    expect(page).to.deep.equal({
      path: "kinds/A.md",
      text: "See [b](../b.md#c), [all](index.md), [d](https://github.com/pulumi-victoriametrics/pulumi-victoriametrics/blob/main/examples/d) and [e](https://e.example).\n",
    });
  });

  it("has the Registry's pages without its own words, and code as it is", () => {
    const page = pageOf(
      "docs/a.md",
      '---\ntitle: A\nlayout: package\n---\n{{< chooser language "go" >}}\n{{% choosable language go %}}\n```go\n// [a](b.md) {{ x }}\n```\n{{% /choosable %}}\n{{< /chooser >}}\n',
    );
    expect(page?.text).to.equal("# A\n**Go**\n\n```go\n// [a](b.md) {{ x }}\n```\n");
    expect(pageOf("docs/_index.md", "# A\n")).to.equal(undefined);
  });
});
