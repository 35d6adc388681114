// The drawing as a list, for those who do not see it and for those who like lists: element, kind, findings.
import { html } from "@bpmn-io/diagram-js-ui";
import { figure, page, say } from "../page.js";
import { kindWords, nameOf } from "./names.js";

const STEPS = ["bpmn:FlowNode", "bpmn:Lane", "bpmn:Participant"];

/** Elements as one reads them: along the arrows from the starts, then what is not reached. */
export function order(registry) {
  const all = registry.filter((one) => !one.labelTarget && !one.waypoints && one.businessObject && STEPS.some((kind) => one.businessObject.$instanceOf(kind)));
  const nodes = all.filter(({ businessObject: one }) => one.$instanceOf("bpmn:FlowNode")), grounds = all.filter((one) => !nodes.includes(one));
  const first = (one, other) => one.x - other.x || one.y - other.y;
  const seen = new Set();
  const waiting = nodes.filter((one) => !one.incoming.length && one.type !== "bpmn:BoundaryEvent").sort(first).reverse();
  const visit = () => {
    while (waiting.length) {
      const one = waiting.pop();
      if (seen.has(one)) continue;
      seen.add(one);
      const next = [...(one.attachers ?? []), ...one.outgoing.map(({ target }) => target).sort(first)];
      waiting.push(...next.filter((other) => nodes.includes(other)).reverse());
    }
  };
  visit();
  for (const one of nodes.sort(first)) if (!seen.has(one)) { waiting.push(one); visit(); }
  return [...grounds.sort((one, other) => one.y - other.y), ...seen];
}

function remove(ctx, id) {
  if (!page.editable) return;
  ctx.choose(id);
  ctx.modeler.get("editorActions").trigger("removeSelection");
}

export function Outline({ ctx }) {
  const { chosen, findings } = ctx.state;
  const leave = (event) => event.key === "Escape" && ctx.modeler.get("canvas").focus();
  return html`<div onKeyDown=${leave}><h2 class="vh">${say("outline")}</h2><ul>${order(ctx.registry).map(({ id, businessObject }) => {
    const n = findings.filter(({ element }) => element === id).length, said = page.comments.filter((one) => one.element === id && !one.settled).length;
    return html`<li key=${id}><button type="button" data-element=${id} aria-current=${id === chosen ? "true" : undefined} onClick=${() => ctx.choose(id, true)} onKeyDown=${({ key }) => key === "Delete" && remove(ctx, id)}><span dir="auto">${nameOf(businessObject)}</span> <small>${nameOf(businessObject) === kindWords(businessObject) ? "" : kindWords(businessObject)}${n ? `${say("comma")}${say("outline.findings", { n: figure(n) })}` : ""}${said ? `${say("comma")}${say("outline.comments", { n: figure(said) })}` : ""}</small></button></li>`;
  })}</ul></div>`;
}
