// What stands on the shapes while one draws: signs of findings and counts of open comments.
import { figure, page, say } from "../page.js";
import { signs } from "./findings.js";

const weight = ["error", "warning", "info", "repair"];

export function mark(modeler, findings, choose) {
  const overlays = modeler.get("overlays"), registry = modeler.get("elementRegistry");
  for (const type of ["finding", "comment"]) overlays.remove({ type });
  const worst = new Map();
  for (const one of findings) {
    const old = worst.get(one.element);
    if (one.element && (!old || weight.indexOf(one.severity) < weight.indexOf(old.severity))) worst.set(one.element, one);
  }
  for (const [id, one] of worst) if (["error", "warning"].includes(one.severity)) put(id, "finding", `sign ${one.severity}`, one.text, icon(signs[one.severity]), -9, 11);
  const said = group(page.comments);
  for (const [id, thread] of said) put(id, "comment", "sign talk", say("outline.comments", { n: figure(thread.length) }), figure(thread.length), -9, undefined);

  function put(id, type, look, title, inside, top, right) {
    const element = registry.get(id);
    if (!element || element.isImplicit) return;
    const html = document.createElement("button");
    html.type = "button";
    html.tabIndex = -1;
    html.className = look;
    html.title = title;
    html.append(inside);
    html.addEventListener("click", () => choose(id, type === "comment"));
    // A gateway's corner is empty: its sign stands at its upper edge.
    const inset = element.type.endsWith("Gateway") ? { top: -3, [right ? "right" : "left"]: 22 } : { top, ...(right ? { right } : { left: -7 }) };
    const position = element.waypoints ? { top: -9, left: 0 } : inset;
    overlays.add(element, type, { position, html, show: { minZoom: 0.3 }, scale: { min: 0.8, max: 1.2 } });
  }
}

function group(comments) {
  const found = new Map();
  for (const one of comments.filter(({ settled }) => !settled)) found.set(one.element, [...(found.get(one.element) ?? []), one]);
  return found;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${page.sprite}#${name}`);
  svg.setAttribute("class", "icon");
  svg.append(use);
  return svg;
}
