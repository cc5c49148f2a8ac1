import { useData } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineComponent, h, onMounted, ref, watch } from "vue";

let pictures = 0;

/** A picture that is given as text of Mermaid, drawn in the browser in the colours of the page. */
const Picture = defineComponent({
  props: { source: { type: String, required: true } },
  setup({ source }) {
    const { isDark } = useData();
    const drawn = ref("");
    const draw = async () => {
      const { default: mermaid } = await import("mermaid");
      mermaid.initialize({
        startOnLoad: false,
        theme: isDark.value ? "dark" : "default",
        htmlLabels: false,
        flowchart: { htmlLabels: false },
      });
      pictures += 1;
      drawn.value = (await mermaid.render(`picture-${pictures}`, decodeURIComponent(source))).svg;
    };
    onMounted(draw);
    watch(isDark, draw);
    return () => h("div", { innerHTML: drawn.value });
  },
});

export default {
  ...DefaultTheme,
  enhanceApp({ app }) {
    app.component("Picture", Picture);
  },
};
