// The reader's words, put in before anything is measured; a pool is called like its process.
const widest = 140;
const ruler = document.createElement("canvas").getContext("2d");

export function rename(elements, definitions, names) {
  for (const element of Object.values(elements)) {
    const name = names[element.id] ?? names[element.processRef?.id];
    if (name) element.name = name;
  }
  ruler.font = "11.5px Inter, Vazirmatn";
  for (const { plane } of definitions.diagrams) for (const { bpmnElement, bounds, label } of plane.planeElement ?? []) {
    if (label?.bounds && names[bpmnElement?.id]) widen(label.bounds, bounds, bpmnElement.name);
  }
}

/** A name was given room for the drawn words, others may need more: to both sides over or under its shape, to the end on an
 *  arrow. Beside a shape it keeps its room and breaks into lines. */
function widen(room, shape, name) {
  const more = Math.min(widest, Math.ceil(ruler.measureText(name).width) + 8) - room.width;
  const centred = shape && Math.abs(room.x + room.width / 2 - shape.x - shape.width / 2) < 12;
  if (more <= 0 || shape && !centred) return;
  if (centred) room.x -= more / 2;
  room.width += more;
}
