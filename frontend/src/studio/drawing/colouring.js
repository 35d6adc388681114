// Six colours of the tokens for shapes and arrows, written as bioc and color attributes so that every modeler shows them.
import { page, say } from "../page.js";

const colours = [
  ["plain"], ["accent", "#0e5a73", "#e3eff3"], ["done", "#2c6a3c", "#e6f1e7"], ["waiting", "#855200", "#fbf0da"],
  ["paused", "#5a5378", "#eeecf5"], ["failed", "#b42318", "#fce9e6"], ["late", "#a63a00", "#fdebdd"],
];

function Colouring(contextPad, popupMenu, modeling) {
  contextPad.registerProvider(this);
  popupMenu.registerProvider("studio-colour", this);
  this.getContextPadEntries = () => entry();
  this.getMultiElementContextPadEntries = () => entry();
  this.getPopupMenuHeaderEntries = () => ({});
  this.getPopupMenuEntries = (target) => Object.fromEntries(colours.map(([name, stroke, fill]) => [name, {
    label: say("colour." + name), imageHtml: swatch(stroke, fill),
    action: () => modeling.setColor([target].flat(), stroke ? { stroke, fill } : undefined),
  }]));

  function entry() {
    return page.editable ? { "studio-colour": {
      group: "edit", className: "studio-drop", title: say("colour.set"),
      action: { click: (event, target) => popupMenu.open(target, "studio-colour", { x: event.x + 8, y: event.y + 8, cursor: { x: event.x, y: event.y } }, { title: say("colour.set"), width: 200 }) },
    } } : {};
  }
}
Colouring.$inject = ["contextPad", "popupMenu", "modeling"];

function swatch(stroke = "#3a3732", fill = "#fff") {
  return `<svg width="16" height="16" viewBox="0 0 16 16"><rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/></svg>`;
}

export default { __init__: ["studioColouring"], studioColouring: ["type", Colouring] };
