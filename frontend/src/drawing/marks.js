// What stands on the drawing: ticks, who has it, counts, signs of differences, and a class per state.
import { attr, append, create } from "tiny-svg";

const signs = { new: "+", changed: "~", gone: "−" };
const tagged = ["now", "failed", "late", "waiting"];

export function stamp(viewer, { elements = {}, flows = {}, rest }, box) {
  const registry = viewer.get("elementRegistry"), canvas = viewer.get("canvas"), overlays = viewer.get("overlays");
  const sprite = document.querySelector("use")?.getAttribute("href").split("#")[0];
  const put = (element, position, html) => overlays.add(element, { position, html, scale: { min: 0.85, max: 1.1 } });

  registry.forEach((element, gfx) => {
    if (element.waypoints || element.labelTarget || !element.businessObject.$instanceOf("bpmn:FlowNode")) return;
    const mark = elements[element.id] ?? (rest && { state: rest });
    if (!mark) return;
    canvas.addMarker(element, "m-" + mark.state);
    if (mark.state === "done") put(element, corner(element), tick(sprite));
    if (tagged.includes(mark.state)) halo(element, gfx);
    if (mark.tag) put(element, { top: -31, left: element.width / 2 }, span(`tag-${mark.state} middle`, mark.tag));
    const shown = times(mark.count);
    if (shown) put(element, { bottom: -3, left: element.width / 2 }, span("times middle " + (mark.state === "now" ? "now" : "plain"), shown));
    if (signs[mark.state]) put(element, { top: -8, right: 8 }, span("sign " + mark.state, signs[mark.state]));
  });
  for (const [id, told] of Object.entries(flows)) {
    const { taken, count, tone } = typeof told === "number" ? { taken: told > 0, count: told } : told;
    const flow = registry.get(id), shown = times(count);
    if (!flow) continue;
    if (taken) canvas.addMarker(flow, "m-taken");
    if (shown) put(flow, middle(flow), span("times middle centre " + (tone ?? (taken ? "" : "plain")), shown));
  }
}

/** A number says how often, once is not worth a word; a text stands as it is. */
function times(count) {
  if (typeof count !== "number") return count;
  const { lang } = document.documentElement;
  return count > 1 && count.toLocaleString(lang === "ar" ? "ar-EG" : lang) + "×";
}

/** The upper corner at the end; the lower one where a name stands above. */
function corner({ width, height, y, labels, businessObject }) {
  const [inset, drop] = businessObject.$instanceOf("bpmn:Activity") ? [7, -7] : businessObject.$instanceOf("bpmn:Gateway") ? [15, 1] : [12, -3];
  const named = labels?.[0] && labels[0].y < y;
  return { top: named ? height - drop - 14 : drop, left: width - inset };
}

/** The middle of the longest piece of an arrow, from its own corner. */
function middle({ waypoints }) {
  const pieces = waypoints.slice(1).map((to, at) => [waypoints[at], to]);
  const length = ([from, to]) => Math.hypot(to.x - from.x, to.y - from.y);
  const [from, to] = pieces.reduce((best, piece) => (length(piece) > length(best) ? piece : best));
  const least = (axis) => Math.min(...waypoints.map((point) => point[axis]));
  return { left: (from.x + to.x) / 2 - least("x"), top: (from.y + to.y) / 2 - least("y") };
}

function halo({ width, height, businessObject }, gfx) {
  if (businessObject.$instanceOf("bpmn:Gateway")) return;
  const round = businessObject.$instanceOf("bpmn:Event");
  const line = create("rect");
  attr(line, { class: "halo", x: -5, y: -5, width: width + 10, height: height + 10, rx: round ? height : 14 });
  append(gfx.querySelector(".djs-visual"), line);
}

function span(look, text) {
  const one = document.createElement("span");
  one.className = "mark " + look;
  one.dir = "auto";
  one.textContent = text;
  return one;
}

function tick(sprite) {
  const icon = create("svg"), use = create("use");
  attr(icon, { class: "mark tick" });
  attr(use, { href: sprite + "#state-done" });
  append(icon, use);
  return icon;
}
