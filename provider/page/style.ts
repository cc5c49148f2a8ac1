/** The looks of the page, in light and in dark. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --front: #1b1f24; --dim: #57606a; --line: #d0d7de; --box: #f3f5f8; --accent: #0b62c4; --warn: #8a5200; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171b; --front: #e6e9ee; --dim: #9aa4b0; --line: #3a424c; --box: #20252b; --accent: #6cb0ff; --warn: #e3b25a; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--front); font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: baseline; padding: 10px 18px; background: var(--back); border-bottom: 1px solid var(--line); }
h1 { font-size: 18px; margin: 0; }
h2 { font-size: 15px; margin: 16px 0 6px; }
h3 { font-size: 14px; margin: 12px 0 4px; }
#summary { margin: 0; color: var(--dim); }
main { padding: 0 18px 40px; }
input, select, button { font: inherit; color: inherit; background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: 3px 8px; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.scroll { overflow: auto; max-height: 60vh; }
svg text { fill: var(--front); font: 12px system-ui, "DejaVu Sans", sans-serif; }
svg .small { fill: var(--dim); font-size: 11px; }
.box { cursor: pointer; outline: none; }
.box rect { fill: var(--box); stroke: var(--line); }
.box:hover rect, .box:focus-visible rect, .box.chosen rect { stroke: var(--accent); stroke-width: 2; }
.box.warning rect { stroke: var(--warn); }
.box.error rect { stroke: var(--bad); }
.arrow { fill: none; stroke: var(--dim); }
.arrow.chosen { stroke: var(--accent); stroke-width: 2; }
#tip path { fill: var(--dim); }
.dim { opacity: .25; }
#alert-form { display: flex; flex-wrap: wrap; gap: 6px 14px; }
#search { width: min(280px, 70vw); }
#labels { width: min(420px, 80vw); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0; font: 13px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 24px; }
#details { position: sticky; top: 60px; align-self: start; max-height: calc(100vh - 70px); overflow: auto; border-left: 1px solid var(--line); padding-left: 18px; }
#list ul, #details ul { list-style: none; margin: 0; padding: 0; }
#list button, #details button { border: 0; background: none; padding: 1px 4px; text-align: left; color: var(--accent); overflow-wrap: anywhere; }
#list button[aria-pressed="true"] { background: var(--box); font-weight: 600; }
.mark { font-size: 12px; margin-left: 6px; }
.mark.warning, .text.warning { color: var(--warn); }
.mark.error, .text.error { color: var(--bad); }
@media (max-width: 760px) { .columns { grid-template-columns: minmax(0, 1fr); } #details { position: static; max-height: none; border: 0; padding: 0; order: -1; } }
`;
