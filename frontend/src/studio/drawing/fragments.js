// Shared steps and other services as ready parts: in the palette and in the pad of an element.
import { page, say } from "../page.js";

function Fragments(palette, contextPad, popupMenu, create, autoPlace, elementFactory, eventBus, facts, canvas) {
  palette.registerProvider(500, this);
  // Our entries are lower than those of bpmn-js, so that one column mostly has room.
  palette._needsCollapse = (height, entries) => height < Object.keys(entries).length * 34 + 40;
  contextPad.registerProvider(500, this);
  popupMenu.registerProvider("studio-ready", this);

  this.getPaletteEntries = () => (entries) => ({
    ...entries,
    "create.task": { ...entries["create.task"], className: "bpmn-icon-user-task", title: say("palette.person"), action: { click: person, dragstart: person } },
    "studio.ready": { group: "activity", className: "bpmn-icon-call-activity", title: say("palette.ready"),
      action: { click: (event) => open(canvas.getRootElement(), event) } },
  });

  this.getContextPadEntries = () => (entries) => entries["append.append-task"] ? {
    ...entries,
    "append.append-task": { ...entries["append.append-task"], className: "bpmn-icon-user-task", title: say("pad.person"),
      action: { click: (_event, source) => autoPlace.append(source, userTask()), dragstart: (event, source) => create.start(event, userTask(), { source }) } },
    "studio.ready": { group: "model", className: "bpmn-icon-call-activity", title: say("pad.ready"),
      action: { click: (event, source) => open(source, event) } },
  } : entries;

  this.getPopupMenuEntries = (target) => Object.fromEntries(ready().map((part) => [part.process, {
    label: part.name, description: part.summary, group: { id: part.kind, name: say("ready." + part.kind) },
    className: part.kind === "fragment" ? "bpmn-icon-call-activity" : "bpmn-icon-subprocess-collapsed",
    search: part.process, action: (event) => put(target, part, event),
  }]));

  function open(target, { x, y }) {
    popupMenu.open(target, "studio-ready", { x: x + 8, y: y + 8, cursor: { x, y } }, { title: say("palette.ready"), width: 340, search: true });
  }

  function put(target, part, event) {
    const shape = elementFactory.createShape({ type: "bpmn:CallActivity", businessObject: facts.call(part) });
    popupMenu.close();
    eventBus.fire("studio.called", { part });
    if (target.parent && !target.labelTarget) autoPlace.append(target, shape);
    else create.start(event, shape);
  }

  function person(event) {
    create.start(event, userTask());
  }

  function userTask() {
    return elementFactory.createShape({ type: "bpmn:UserTask", businessObject: facts.userTask() });
  }
}
Fragments.$inject = ["palette", "contextPad", "popupMenu", "create", "autoPlace", "elementFactory", "eventBus", "facts", "canvas"];

/** What can be called: the shared fragments, then other services. */
export const ready = () => [...page.fragments.map((one) => ({ ...one, kind: "fragment" })), ...page.services.map((one) => ({ ...one, kind: "service" }))];

export default { __init__: ["studioFragments"], studioFragments: ["type", Fragments] };
