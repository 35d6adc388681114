// What the parts around the drawing share: its tools, its state, and the deeds that need the server.
import { ask, language, page, say, told } from "../page.js";

// The page's own bundle says the sentence: a second copy of its bar would hear everything twice.
const toast = (text, wrong) => document.dispatchEvent(new CustomEvent("toast", { detail: { text, wrong } }));

export function context({ modeler, keeper, checker, story, show }) {
  const registry = modeler.get("elementRegistry"), selection = modeler.get("selection"), canvas = modeler.get("canvas");
  const state = { findings: [], chosen: null, checked: "", failed: false, closed: innerWidth < 640, commenting: false };
  const ctx = {
    modeler, registry, state, facts: modeler.get("facts"), moddle: modeler.get("moddle"), modeling: modeler.get("modeling", false),
    together: modeler.get("together", false), bpmnFactory: modeler.get("bpmnFactory", false),
    has: (id) => Boolean(registry.get(id)),
    root: () => canvas.getRootElement(),
    choose(id, look) {
      const element = registry.get(id);
      if (!element) return;
      canvas.setRootElement(canvas.findRoot(element));
      selection.select(element);
      if (look) canvas.scrollToElement(element, { top: 90, bottom: 90, left: 120, right: 120 });
    },
    laneOf(element) {
      return registry.find(({ businessObject: one }) => one?.$type === "bpmn:Lane" && !one.childLaneSet && one.flowNodeRef?.includes(element.businessObject))?.businessObject;
    },
    append(source, { type, businessObject }) {
      const shape = modeler.get("elementFactory").createShape(businessObject ? { type, businessObject } : { type });
      return modeler.get("autoPlace").append(source, shape);
    },
    fold(closed) { state.closed = closed; show(); },
    commented() { show(); ctx.mark(); },
    /** A name in the reader's language, kept with the service's texts. */
    name: (id, text) => keep(`${page.urls.names}/${encodeURIComponent(id)}`, { language, text }, () => { page.names[id] = { ...page.names[id], [language]: text }; modeler.get("speaking").redraw(id); }),
    bindLane: (id, who) => keep(`${page.urls.lanes}/${encodeURIComponent(id)}`, { who }, () => { page.lanes[id] = who; }),
    /** A fragment is called: its drawing and forms come into the draft. */
    called: (part) => part.kind === "fragment" && keep(`${page.urls.fragments}/${part.process}`, {}, () => {}),
    async newForm(element) {
      const done = await keep(page.urls["new-forms"], { name: element.businessObject.name || say("form.unnamed"), element: element.businessObject.id }, () => {}, "POST");
      if (!done) return;
      page.forms.push(done.form);
      ctx.facts.setForm(element, done.form.id);
    },
    async apply(offer, said) {
      const files = await checker.apply(offer, said);
      if (!files?.[page.path]) return toast(say("offer.gone"), true);
      await story.replace(files[page.path]);
    },
  };
  modeler.on("studio.named", ({ id, text }) => ctx.name(id, text));
  modeler.on("studio.called", ({ part }) => ctx.called(part));
  return ctx;

  async function keep(address, body, then, method = "PUT") {
    try {
      await keeper.save();
      const done = await told(ask(address, { method, body, headers: { "X-Seen": String(keeper.revision) } }));
      if (done.aside) return toast(say("aside.sentence", { name: done.by }), true);
      keeper.revision = Math.max(keeper.revision, done.revision);
      if (!keeper.dirty) keeper.tell("saved", done);
      then();
      show();
      checker.soon();
      return done;
    } catch {
      toast(document.documentElement.dataset.failed, true);
    }
  }
}
