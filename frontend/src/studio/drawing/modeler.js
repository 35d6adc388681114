// The modeler, or the viewer for those who only look: our fonts, colours and words on bpmn-js.
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import SearchModule from "bpmn-js/lib/features/search";
import KeyboardModule from "bpmn-js/lib/features/keyboard";
import signs from "../../drawing/signs.js";
import { page } from "../page.js";
import copying from "./copying.js";
import colouring from "./colouring.js";
import { Facts, ReadFacts } from "./facts.js";
import fragments from "./fragments.js";
import grounds from "./grounds.js";
import lists from "./lists.js";
import speaking from "./speaking.js";
import placing from "./placing.js";
import together from "./together.js";

const style = { fontFamily: "Inter, Vazirmatn, sans-serif", fontSize: 12, lineHeight: 1.3 };

export function make(container) {
  const Kind = page.editable ? Modeler : NavigatedViewer;
  return new Kind({
    container,
    bpmnRenderer: { defaultStrokeColor: "#3a3732", defaultLabelColor: "#3a3732", defaultFillColor: "#fff" },
    textRenderer: { defaultStyle: style, externalStyle: { ...style, fontSize: 11.5 } },
    additionalModules: [translating, grounds, lists, signs, ...(page.editable ? [editing, copying, together, colouring, fragments, placing] : [reading, SearchModule, KeyboardModule]), speaking],
  });
}

const editing = { facts: ["type", Facts] }, reading = { facts: ["type", ReadFacts] };
const translating = { translate: ["value", translate] };

function translate(template, replacements = {}) {
  const words = page.translations[template] ?? template;
  return words.replace(/{([^}]+)}/g, (_all, name) => replacements[name] ?? `{${name}}`);
}

/** Words are measured when drawn, so both fonts must be there before. */
export function fonts() {
  return Promise.all([document.fonts.load("12px Inter"), document.fonts.load("12px Vazirmatn", "آ")]);
}
