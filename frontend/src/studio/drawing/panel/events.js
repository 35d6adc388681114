// Messages, signals, errors and other news: what they are called, who brings them, and with which form.
import { html } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";
import { children, extended, extension } from "../dialect.js";
import { Check, Choice, Text } from "./fields.js";
import { Who } from "./who.js";

const NAMED = { Message: "messageRef", Signal: "signalRef", Error: "errorRef", Escalation: "escalationRef" };

const formChoices = () => page.forms.map(({ id, name }) => [id, name]);

/** The named thing an event or a receive task is about: {kind, holder, reference, thing}. */
export function newsOf(thing) {
  const holder = thing.eventDefinitions?.[0] ?? (["bpmn:ReceiveTask", "bpmn:SendTask"].includes(thing.$type) ? thing : null);
  const kind = holder === thing ? "Message" : holder?.$type.replace("bpmn:", "").replace("EventDefinition", "");
  return NAMED[kind] && holder ? { kind, holder, reference: NAMED[kind], thing: holder[NAMED[kind]] } : null;
}

export function News({ element, ctx }) {
  const about = newsOf(element.businessObject), { facts } = ctx, catches = !/Throw|End|Send/.test(element.businessObject.$type);
  const known = (ctx.modeler.getDefinitions().rootElements ?? []).filter(({ $type }) => $type === `bpmn:${about.kind}`);
  const key = about.kind === "Message" && !facts.family ? extension(about.thing, "subscription", facts.dialect)?.correlationKey ?? "" : null;
  const setKey = (correlationKey) => ctx.modeling.updateModdleProperties(element, about.thing, { extensionElements: extended(about.thing, { subscription: correlationKey ? { correlationKey } : null }, ctx.moddle, facts.dialect) });
  return html`<${Text} label=${say("news." + about.kind)} value=${about.thing?.name} list=${known.map(({ name }) => [name, ""])} onChange=${(name) => call(element, about, name, known, ctx)} />
    ${(about.kind === "Error" || about.kind === "Escalation") && about.thing && html`<${Text} label=${say("news.code")} code value=${about.thing.errorCode ?? about.thing.escalationCode} onChange=${(code) => ctx.modeling.updateModdleProperties(element, about.thing, { [about.kind === "Error" ? "errorCode" : "escalationCode"]: code || undefined })} />`}
    ${about.kind === "Message" && catches && html`
      ${about.thing && key !== null && html`<${Text} label=${say("news.key")} code value=${key} help=${say("news.key_help")} onChange=${setKey} />`}
      <${Who} label=${say("news.sender")} value=${facts.property(element.businessObject, "sender")} help=${say("news.sender_help")} onChange=${(sender) => facts.setProperty(element, { sender })} />
      <${Choice} label=${say("news.form")} value=${facts.property(element.businessObject, "form")} empty=${say("form.none")} options=${formChoices()} onChange=${(form) => facts.setProperty(element, { form })} />`}`;
}

/** Names the news: the thing of that name where there is one, else the own one is renamed or a new one made. */
function call(element, about, name, known, ctx) {
  const found = known.find((one) => one.name === name);
  if (found || !name) return ctx.modeling.updateModdleProperties(element, about.holder, { [about.reference]: found });
  if (about.thing && !shared(about, ctx)) return ctx.modeling.updateModdleProperties(element, about.thing, { name });
  const definitions = ctx.modeler.getDefinitions();
  const made = ctx.bpmnFactory.create(`bpmn:${about.kind}`, { name });
  made.$parent = definitions;
  ctx.together(() => {
    ctx.modeling.updateModdleProperties(element, definitions, { rootElements: [...definitions.rootElements, made] });
    ctx.modeling.updateModdleProperties(element, about.holder, { [about.reference]: made });
  });
}

const shared = (about, { registry }) => registry.filter((one) => !one.labelTarget && newsOf(one.businessObject)?.thing === about.thing).length > 1;

/** A condition that is waited for, or a link to elsewhere in the drawing. */
export function Condition({ element, ctx }) {
  const found = element.businessObject.eventDefinitions[0];
  const write = (body) => {
    const condition = ctx.moddle.create("bpmn:FormalExpression", { body });
    condition.$parent = found;
    ctx.modeling.updateModdleProperties(element, found, { condition });
  };
  return html`<${Text} label=${say("news.condition")} code value=${found.condition?.body} onChange=${write} />`;
}

export function Link({ element, ctx }) {
  const found = element.businessObject.eventDefinitions[0];
  return html`<${Text} label=${say("news.link")} value=${found.name} onChange=${(name) => ctx.modeling.updateModdleProperties(element, found, { name })} />`;
}

/** Does the step stop when this happens? */
export function Interrupts({ element, ctx }) {
  const thing = element.businessObject;
  return html`<${Check} label=${say("event.interrupts")} checked=${thing.cancelActivity !== false} onChange=${(on) => ctx.modeling.updateProperties(element, { cancelActivity: on })} />`;
}

/** All properties as pairs, for those who know them. */
export const extensionsOf = (thing) => (thing.extensionElements?.values ?? []).map((one) => one.$type + (children(one).length ? ` (${children(one).length})` : ""));
