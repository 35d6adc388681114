// Time at a step: until when, when to remind, and what happens when time runs out (timers on its edge).
import { html } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";
import { nameOf } from "../names.js";
import { Check, Choice, Span, icon } from "./fields.js";
import { timerOf, setTimer } from "./timer.js";

const timers = (element, interrupting) => element.attachers.filter(({ businessObject: one }) => timerOf(one) && (one.cancelActivity !== false) === interrupting);

export function Time({ element, ctx }) {
  const { facts } = ctx, thing = element.businessObject;
  const working = facts.property(thing, "calendar") === "working";
  const [reminder] = timers(element, false), [limit] = timers(element, true);
  return html`<${Span} label=${say("time.due")} value=${facts.property(thing, "due")} working=${working} onChange=${(due) => facts.setProperty(element, { due })} />
    <${Check} label=${say("time.working")} checked=${working} onChange=${(on) => facts.setProperty(element, { calendar: on ? "working" : "" })} />
    ${reminder ? html`<${Edge} label=${say("time.remind")} shape=${reminder} ctx=${ctx} />` : page.editable && html`<button type="button" class="add" onClick=${() => remind(element, ctx)}>${icon("plus")}${say("time.add_reminder")}</button>`}
    ${limit ? html`<${Edge} label=${say("time.out")} shape=${limit} ctx=${ctx} />` : page.editable && html`<button type="button" class="add" onClick=${() => expire(element, ctx)}>${icon("plus")}${say("time.add_limit")}</button>`}`;
}

function Edge({ label, shape, ctx }) {
  const thing = shape.businessObject, next = thing.outgoing?.[0]?.targetRef;
  const choose = (id) => ctx.choose(id);
  return html`<div><${Span} label=${label} value=${timerOf(thing).text} working=${ctx.facts.property(thing, "calendar") === "working"} onChange=${(text) => setTimer(ctx, shape, { text })} />
    <p class="help">${next ? html`${say("time.then")} <button type="button" class="edge" onClick=${() => choose(next.id)}>${nameOf(next)}</button>` : say("time.nothing")}</p></div>`;
}

/** A reminder half way: a timer that does not interrupt, and a notice to whoever has the step. */
function remind(element, ctx) {
  const notice = page.fragments.find(({ process }) => process === "CA_NOTIFY");
  ctx.together(() => {
    const timer = edge(element, ctx, false, "PT4H");
    const who = ctx.facts.people(element.businessObject).assignee || page.lanes[ctx.laneOf(element)?.id] || "=requester";
    const call = notice ? ctx.facts.call({ ...notice, name: say("time.reminding"), inputs: notice.inputs.map((one) => ({ ...one, value: { audience: JSON.stringify(who.replace(/^=/, "")).replace(/^/, "="), event: '="task.reminder"' }[one.key] ?? one.value })) }) : undefined;
    const shape = ctx.append(timer, notice ? { type: "bpmn:CallActivity", businessObject: call } : { type: "bpmn:ServiceTask" });
    ctx.append(shape, { type: "bpmn:EndEvent" });
  });
  ctx.choose(element.id);
  if (notice) ctx.called({ ...notice, kind: "fragment" });
}

/** A limit: when time runs out the step is left, and the request expires until somebody draws another way. */
function expire(element, ctx) {
  ctx.together(() => {
    const timer = edge(element, ctx, true, "PT8H");
    const end = ctx.append(timer, { type: "bpmn:EndEvent" });
    ctx.modeling.updateProperties(end, { name: say("time.expired") });
    ctx.facts.setProperty(end, { state: "expired" });
  });
  ctx.choose(element.id);
}

function edge(element, ctx, interrupting, text) {
  const at = { x: element.x + element.width * (interrupting ? 0.75 : 0.25), y: element.y + element.height };
  const shape = ctx.modeling.createShape({ type: "bpmn:BoundaryEvent", eventDefinitionType: "bpmn:TimerEventDefinition" }, at, element, { attach: true });
  if (!interrupting) ctx.modeling.updateProperties(shape, { cancelActivity: false });
  setTimer(ctx, shape, { text });
  ctx.facts.setProperty(shape, { calendar: "working" });
  return shape;
}

/** The state the requester sees while the step is open, or at an end what became of the request. */
export function State({ element, ctx, options, label }) {
  return html`<${Choice} label=${label} value=${ctx.facts.property(element.businessObject, "state")} empty=${say("state.usual")}
    options=${options.map((key) => [key, say("state." + key)])} onChange=${(state) => ctx.facts.setProperty(element, { state })} />`;
}
