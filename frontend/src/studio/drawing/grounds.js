// Pools and lanes are the ground one draws on: their lines stand back, unless somebody has given them a colour.
const GROUNDS = ["bpmn:Participant", "bpmn:Lane"];

function Grounds(eventBus, canvas) {
  const look = ({ element }) => {
    const own = element.di?.get("color:border-color") || element.di?.get("bioc:stroke");
    if (GROUNDS.includes(element.type)) canvas[own ? "removeMarker" : "addMarker"](element, "ground");
  };
  eventBus.on(["shape.added", "shape.changed"], look);
}
Grounds.$inject = ["eventBus", "canvas"];

export default { __init__: ["studioGrounds"], studioGrounds: ["type", Grounds] };
