// The drawing of a request: bpmn-js on light paper, painted with what happened, in step with the outline list beside it.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { paint } from "./drawing/colours.js";
import { rename } from "./drawing/names.js";
import { stamp } from "./drawing/marks.js";
import signs from "./drawing/signs.js";
import { fit, least, zoomButtons } from "./drawing/zoom.js";

const start = () => document.querySelectorAll("[data-drawing]:not([data-shown])").forEach(show);
document.addEventListener("htmx:after:swap", start);
start();

async function show(box) {
  box.dataset.shown = "";
  const marks = JSON.parse(box.querySelector("script.marks")?.textContent || "{}");
  try {
    const [answer] = await Promise.all([fetch(box.dataset.drawing), fonts()]);
    if (!answer.ok) throw new Error(`${answer.status} for ${box.dataset.drawing}`);
    await draw(box, await answer.text(), marks);
  } catch (error) {
    console.error(error);
    box.querySelector(".drawing-wait").hidden = false;
  }
}

async function draw(box, xml, marks) {
  const style = { fontFamily: "Inter, Vazirmatn, sans-serif", fontSize: 12, lineHeight: 1.3 };
  const viewer = new NavigatedViewer({
    container: box.querySelector(".canvas"),
    bpmnRenderer: { defaultStrokeColor: "#3a3732", defaultLabelColor: "#3a3732", defaultFillColor: "#fff" },
    textRenderer: { defaultStyle: style, externalStyle: { ...style, fontSize: 11.5 } },
    additionalModules: [signs],
  });
  const { rootElement, elementsById } = await viewer.get("moddle").fromXML(xml);
  rename(elementsById, rootElement, marks.names ?? {});
  paint(rootElement, marks);
  await viewer.importDefinitions(rootElement, box.dataset.plane || undefined);
  stamp(viewer, marks, box);
  fit(viewer, marks.focus, least(box));
  zoomButtons(viewer, box, marks.focus);
  follow(viewer, box, marks);
}

/** The list and the drawing choose together. */
function follow(viewer, box, marks) {
  const selection = viewer.get("selection"), registry = viewer.get("elementRegistry"), canvas = viewer.get("canvas");
  box.addEventListener("click", ({ target }) => {
    const element = registry.get(target.closest("[data-element]")?.dataset.element);
    if (!element) return;
    selection.select(element);
    canvas.scrollToElement(element, 80);
  });
  box.addEventListener("show", ({ detail: { id } }) => {
    const element = registry.get(id);
    if (!element) return;
    selection.select(element);
    canvas.scrollToElement(element, 80);
  });
  viewer.on("selection.changed", ({ newSelection: [element] }) => tell(box, element && (element.labelTarget ?? element), marks));
  const focus = registry.get(marks.focus);
  if (focus) selection.select(focus);
}

function tell(box, element, marks) {
  const id = element?.id;
  box.querySelectorAll(".outline button").forEach((line) => {
    if (line.dataset.element !== id) return line.removeAttribute("aria-current");
    line.setAttribute("aria-current", "true");
    const list = line.closest(".outline");
    list.scrollTop = line.offsetTop - list.clientHeight / 3;
  });
  facts(box.querySelector("[data-chosen]"), element?.businessObject.name, marks.elements?.[id]?.facts);
  box.dispatchEvent(new CustomEvent("element", { detail: { id }, bubbles: true }));
}

function facts(pane, name, pairs) {
  if (!pane) return;
  pane.hidden = !pairs?.length;
  if (pane.hidden) return;
  const list = make("dl", "facts lines");
  for (const [label, value] of pairs) {
    const pair = make("div");
    pair.append(make("dt", "", label), make("dd", "", value));
    list.append(pair);
  }
  pane.replaceChildren(make("h2", "", name ?? ""), list);
}

function make(kind, look, text) {
  const one = document.createElement(kind);
  if (look) one.className = look;
  if (text !== undefined) one.textContent = text;
  return one;
}

/** Words are measured when drawn, so both fonts must be there before. */
function fonts() {
  return Promise.all([document.fonts.load("12px Inter"), document.fonts.load("12px Vazirmatn", "آ")]);
}
