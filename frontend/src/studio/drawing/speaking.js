// The drawing in the reader's language: translated names stand on it, are searched, and are what one edits on it.
// The file keeps its own names; translations are the service's texts.
import { language, page } from "../page.js";
import { translates } from "../tongue.js";
import { whole } from "./names.js";

const translated = (thing) => page.names[thing?.id]?.[language] || (language !== "en" && whole(thing) && page.name) || "";

function Speaking(eventBus, bpmnRenderer, textRenderer, injector, elementRegistry, graphicsFactory) {
  let drawn = null;
  for (const deed of ["drawShape", "drawConnection"]) {
    const draw = bpmnRenderer[deed];
    bpmnRenderer[deed] = function (parent, element, ...rest) {
      drawn = element.businessObject;
      try {
        return draw.call(this, parent, element, ...rest);
      } finally {
        drawn = null;
      }
    };
  }
  const write = textRenderer.createText;
  textRenderer.createText = (text, ...rest) => write.call(textRenderer, (drawn && text === drawn.name && translated(drawn)) || text, ...rest);

  this.redraw = (id) => {
    for (const element of [elementRegistry.get(id), ...(elementRegistry.get(id)?.labels ?? [])]) {
      if (element) graphicsFactory.update(element.waypoints ? "connection" : "shape", element, elementRegistry.getGraphics(element));
    }
  };

  const editing = injector.get("labelEditingProvider", false);
  if (editing) edit(editing, eventBus);
  const search = injector.get("bpmnSearch", false);
  if (search) search._search = inWords(search._search);
}
Speaking.$inject = ["eventBus", "bpmnRenderer", "textRenderer", "injector", "elementRegistry", "graphicsFactory"];

/** A name that is translated is edited in the reader's language and kept with the texts; so is one that now becomes so:
 * what another wrote in English is not lost when it is called something in Persian. */
function edit(provider, eventBus) {
  const { activate, update } = provider;
  provider.activate = function (element) {
    const context = activate.call(this, element), words = translated(element.businessObject);
    return context && words ? { ...context, text: words } : context;
  };
  provider.update = function (element, text, ...rest) {
    const thing = element.businessObject, beside = translated(thing) || translates(text, thing.name, language);
    if (!beside || !text?.trim()) return update.call(this, element, text, ...rest);
    eventBus.fire("studio.named", { id: thing.id, text: text.trim() });
  };
}

const inWords = (search) => (items, pattern, options) => search(
  items.map((item) => ({ ...item, label: translated(item.element.businessObject) || item.label })), pattern, options);

export default { __init__: ["speaking"], speaking: ["type", Speaking] };
