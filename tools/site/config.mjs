import { readFileSync } from "node:fs";

const { sidebar } = JSON.parse(readFileSync(new URL("sidebar.json", import.meta.url), "utf8"));

/** The places that links name, as GitHub calls them. @param {string} heading */
const slugify = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

export default {
  title: "pulumi-victoriametrics",
  description: "The custom resources of the VictoriaMetrics operator as Pulumi components.",
  cleanUrls: false,
  themeConfig: {
    sidebar,
    outline: [2, 3],
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: "https://github.com/pulumi-victoriametrics/pulumi-victoriametrics" }],
  },
  markdown: {
    html: false,
    anchor: { slugify },
    config: (/** @type {any} */ markdown) => {
      const { rules } = markdown.renderer;
      const { fence } = rules;
      rules.fence = (/** @type {any[]} */ ...given) => {
        const [tokens, index] = given;
        const { info, content } = tokens[index];
        return info.trim() === "mermaid" ? `<Picture source="${encodeURIComponent(content)}" />\n` : fence(...given);
      };
      // Double braces would be an expression of the page's template.
      for (const name of ["text", "code_inline"]) {
        const rule = rules[name];
        rules[name] = (/** @type {any[]} */ ...given) => rule(...given).replaceAll("{{", "&#123;&#123;");
      }
      // Indented blocks are commands.
      rules.code_block = (/** @type {any[]} */ ...given) => {
        const [tokens, index] = given;
        tokens[index].info = "sh";
        return fence(...given);
      };
    },
  },
};
