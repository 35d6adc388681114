// Colours are written into the drawing before it is drawn, so that arrow heads and icons take them too.
const colours = {
  done: ["#2c6a3c", "#f1f7f1"], now: ["#0e5a73", "#e3eff3"], waiting: ["#0e5a73", "#e3eff3"],
  failed: ["#b42318", "#fce9e6"], late: ["#a63a00", "#fdebdd"], ahead: ["#857f73", "#ffffff"],
  new: ["#2c6a3c", "#f1f7f1"], changed: ["#855200", "#fbf0da"], gone: ["#b42318", "#ffffff"],
  missed: ["#855200", "#fbf0da"],
};
const grounds = ["bpmn:Participant", "bpmn:Lane"];

export function paint(definitions, marks) {
  for (const { plane } of definitions.diagrams) for (const shape of plane.planeElement ?? []) colour(shape, marks);
}

function colour(shape, { elements = {}, flows = {}, rest }) {
  const element = shape.bpmnElement;
  if (!element) return;
  if (grounds.some((kind) => element.$instanceOf(kind))) return set(shape, "#b5afa3", "#ffffff");
  const flow = flows[element.id];
  const taken = flow?.taken ?? flow > 0;
  const [stroke, fill] = colours[taken ? "done" : (flow ?? elements[element.id])?.state ?? rest] ?? [];
  if (stroke) set(shape, stroke, fill);
}

function set(shape, stroke, fill) {
  for (const name of ["color:border-color", "bioc:stroke"]) shape.set(name, stroke);
  if (shape.$instanceOf("bpmndi:BPMNShape")) for (const name of ["color:background-color", "bioc:fill"]) shape.set(name, fill);
}
