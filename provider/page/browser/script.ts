/** The script of the page: it runs in a browser, from one file that `tools/page.mjs` makes. */
import { alertWay, labelsIn } from "../../inspect/alert-way";
import { grouped } from "../../text/grouped";
import type { PageData, PageObject } from "../page-data";

const data = JSON.parse(element("data").textContent ?? "{}") as PageData;
const search = element<HTMLInputElement>("search");
const marked = element<HTMLInputElement>("marked");
const objects = new Map(data.objects.map((object) => [object.key, object]));

function element<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as Type;
}

/** A new element with its content. */
function made(tag: string, attributes: Readonly<Record<string, string>>, ...content: readonly (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...content);
  return node;
}

const kindOf = (key: string): string => key.split("/")[0] ?? "";
const nameOf = (key: string): string => key.split("/").slice(1).filter(Boolean).join("/");
const worst = ({ marks }: PageObject): string =>
  marks.some(({ severity }) => severity === "error") ? "error" : marks.length > 0 ? "warning" : "";

const isShown = (object: PageObject): boolean =>
  (!marked.checked || object.marks.length > 0) &&
  search.value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => object.key.toLowerCase().includes(word));

/** The objects that the search finds, by kind. */
function list(): void {
  const shown = data.objects.filter(isShown);
  const kinds = [...new Set(shown.map(({ key }) => kindOf(key)))];
  element("list").replaceChildren(
    ...kinds.map((kind) => {
      const own = shown.filter(({ key }) => kindOf(key) === kind);
      return made("div", {}, made("h3", {}, `${kind} (${own.length})`), made("ul", {}, ...own.map(item)));
    }),
  );
  const problems = data.objects.filter(({ marks }) => marks.length > 0).length;
  element("summary").textContent = `${shown.length} of ${data.objects.length} objects shown, ${problems} with problems`;
  const found = new Set(shown.map(({ key }) => key));
  for (const box of boxes()) box.classList.toggle("dim", !found.has(box.dataset.key ?? ""));
}

function item(object: PageObject): HTMLElement {
  const severity = worst(object);
  const button = chooser(object.key, nameOf(object.key));
  button.setAttribute("aria-pressed", String(location.hash === hashOf(object.key)));
  const label = severity === "warning" ? (object.marks.find((mark) => mark.label)?.label ?? severity) : severity;
  return made("li", {}, button, ...(severity ? [made("span", { class: `mark ${severity}` }, label)] : []));
}

function chooser(key: string, text = key): HTMLElement {
  const button = made("button", { type: "button", "data-key": key }, text);
  button.addEventListener("click", () => choose(key));
  return button;
}

const hashOf = (key: string): string => `#${encodeURIComponent(key)}`;
const boxes = (): SVGElement[] => [...document.querySelectorAll<SVGElement>("#map .box")];

/** Objects are chosen through the address, so that a choice can be sent to others. */
function choose(key: string): void {
  location.hash = hashOf(key);
  showChoice(); // the event of the new address comes later
}

function showChoice(): void {
  const key = decodeURIComponent(location.hash.slice(1));
  const object = objects.get(key);
  for (const box of boxes()) box.classList.toggle("chosen", box.dataset.key === key);
  for (const arrow of document.querySelectorAll<SVGElement>("#map .arrow"))
    arrow.classList.toggle("chosen", arrow.dataset.from === key || arrow.dataset.to === key);
  for (const button of document.querySelectorAll("#list button"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-key") === key));
  if (object) element("details").replaceChildren(...details(object));
}

function details({ key, marks }: PageObject): HTMLElement[] {
  const title = made("h2", {}, key);
  const problems = marks.map(({ severity, text }) => made("li", { class: `text ${severity}` }, `${severity}: ${text}`));
  const out = grouped(data.relations.filter(({ from }) => from === key).map(({ label, to }) => [label, to]));
  const into = grouped(data.relations.filter(({ to }) => to === key).map(({ label, from }) => [label, from]));
  const parts = [
    ...(problems.length > 0 ? [made("ul", {}, ...problems)] : []),
    ...[...out].map(([label, keys]) => section(`It ${label} ${keys.length}:`, keys)),
    ...[...into].map(([label, keys]) => section(`${keys.length === 1 ? "One object" : `${keys.length} objects`} ${label} it:`, keys)),
  ];
  return [title, ...(parts.length > 0 ? parts : [made("p", {}, "It has nothing to do with any other object.")])];
}

const section = (title: string, keys: readonly string[]): HTMLElement =>
  made("div", {}, made("h3", {}, title), made("ul", {}, ...keys.map((key) => made("li", {}, chooser(key)))));

function showAlert(): void {
  const chosen = data.alertmanagers.find(({ key }) => key === element<HTMLSelectElement>("alertmanager").value);
  const asked = labelsIn(element<HTMLInputElement>("labels").value);
  const way = element("way");
  if ("problem" in asked) way.textContent = `The text ${asked.problem}.`;
  else if (chosen) way.textContent = alertWay({ ...chosen, read: String }, asked.labels).join("\n");
}

for (const box of boxes()) {
  const object = objects.get(box.dataset.key ?? "");
  if (object && worst(object)) box.classList.add(worst(object));
  box.addEventListener("click", () => choose(box.dataset.key ?? ""));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(box.dataset.key ?? "");
  });
}
search.addEventListener("input", list);
marked.addEventListener("input", list);
addEventListener("hashchange", showChoice);
if (data.alertmanagers.length > 0) {
  element("alerts").hidden = false;
  element("alertmanager").append(...data.alertmanagers.map(({ key }) => made("option", { value: key }, nameOf(key))));
  element("alert-form").addEventListener("submit", (event) => {
    event.preventDefault();
    showAlert();
  });
}
list();
showChoice();
