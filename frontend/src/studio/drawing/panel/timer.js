// Timers: after a time, at a moment, or again and again; reckoned around the clock or in working time.
import { html } from "@bpmn-io/diagram-js-ui";
import { say } from "../../page.js";
import { Check, Choice, Span, Text } from "./fields.js";

const kinds = ["timeDuration", "timeDate", "timeCycle"];
const definition = (thing) => thing.eventDefinitions?.find((one) => one.$type === "bpmn:TimerEventDefinition");

/** {kind, text} of an event's timer; nothing for other events. */
export function timerOf(thing) {
  const found = definition(thing);
  if (!found) return null;
  const kind = kinds.find((name) => found[name]) ?? "timeDuration";
  return { kind, text: found[kind]?.body ?? "" };
}

export function setTimer({ modeling, moddle }, element, { kind, text }) {
  const found = definition(element.businessObject), old = timerOf(element.businessObject);
  const expression = moddle.create("bpmn:FormalExpression", { body: text ?? old.text });
  expression.$parent = found;
  modeling.updateModdleProperties(element, found, Object.fromEntries(kinds.map((name) => [name, name === (kind ?? old.kind) ? expression : undefined])));
}

export function Timer({ element, ctx }) {
  const { kind, text } = timerOf(element.businessObject), { facts } = ctx;
  const working = facts.property(element.businessObject, "calendar") === "working";
  const write = (change) => setTimer(ctx, element, change);
  return html`<${Choice} label=${say("timer.kind")} value=${kind} options=${kinds.map((name) => [name, say("timer." + name)])} onChange=${(chosen) => write({ kind: chosen })} />
    ${kind === "timeDuration" ? html`<${Span} label=${say("timer.after")} value=${text} working=${working} onChange=${(span) => write({ text: span })} />`
      : html`<${Text} label=${say(kind === "timeDate" ? "timer.at" : "timer.again")} help=${say(kind === "timeDate" ? "timer.at_help" : "timer.again_help")} code value=${text} onChange=${(body) => write({ text: body })} />`}
    ${kind !== "timeDate" && html`<${Check} label=${say("time.working")} checked=${working} onChange=${(on) => facts.setProperty(element, { calendar: on ? "working" : "" })} />`}`;
}
