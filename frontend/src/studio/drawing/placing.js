// Where an appended shape goes: where bpmn-js would put it, unless something lies there already; then near it, in the same lane if there is room.
import { getNewShapePosition } from "bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil";

const GAP = 30;
const AWAY = [[0, 0], [0, 1], [0, -1], [0, 2], [0, -2], [1, 0], [1, 1], [1, -1], [2, 0], [2, 1], [3, 0], [4, 0], [5, 0]];

function Placing(eventBus, elementRegistry) {
  // Before the grid, which answers at 2000.
  eventBus.on("autoPlace", 2500, ({ shape, source }) => {
    const wished = getNewShapePosition(source, shape, elementRegistry);
    if (shape.type === "bpmn:TextAnnotation") return wished;
    const places = AWAY.map(([x, y]) => ({ x: wished.x + x * (shape.width + 50), y: wished.y + y * (shape.height + GAP) }));
    const free = places.filter((place) => !taken(place, shape));
    const lane = elementRegistry.find((one) => one.type === "bpmn:Lane" && !one.businessObject.childLaneSet && inside(one, { x: source.x + source.width / 2, y: source.y + source.height / 2 }, 0));
    return free.find((place) => !lane || inside(lane, place, shape.height / 2)) ?? free[0] ?? wished;
  });

  function taken({ x, y }, shape) {
    const [left, top] = [x - shape.width / 2 - 10, y - shape.height / 2 - 10], [right, bottom] = [left + shape.width + 20, top + shape.height + 20];
    return elementRegistry.find((one) => one !== shape && !one.waypoints && !one.labelTarget && one.businessObject?.$instanceOf("bpmn:FlowNode")
      && one.x < right && one.x + one.width > left && one.y < bottom && one.y + one.height > top && !holds(one, { x, y }));
  }

  /** An open sub-process is the ground of what is inside it. */
  function holds(one, { x, y }) {
    return one.children?.some((child) => !child.labelTarget) && inside(one, { y }, 0) && x > one.x && x < one.x + one.width;
  }
}
Placing.$inject = ["eventBus", "elementRegistry"];

/** Only up and down count: pools grow to the side by themselves. */
const inside = (one, { y }, half) => y - half >= one.y && y + half <= one.y + one.height;

export default { __init__: ["studioPlacing"], studioPlacing: ["type", Placing] };
