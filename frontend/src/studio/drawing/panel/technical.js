// What owners rarely need: id, documentation, loops over lists, and properties as they stand in the file.
import { html, useState } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";
import { Check, Choice, Fold, Rows, Text } from "./fields.js";
import { extensionsOf } from "./events.js";
import { Mappings } from "./work.js";

const ID = /^[A-Za-z_][\w.-]*$/;

export function Technical({ element, ctx }) {
  const thing = element.businessObject, { facts } = ctx;
  const activity = thing.$instanceOf("bpmn:Activity"), loop = facts.loop(thing);
  const own = thing.$type === "bpmn:UserTask" || thing.$type === "bpmn:ScriptTask";
  return html`<${Fold} title=${say("technical")} note=${thing.id}>
    <${Id} element=${element} ctx=${ctx} />
    <${Documentation} element=${element} ctx=${ctx} />
    ${activity && html`<${Loop} element=${element} ctx=${ctx} loop=${loop} />`}
    ${own && html`<${Mappings} element=${element} ctx=${ctx} />`}
    <${Rows} label=${say("properties")} rows=${facts.properties(thing)} columns=${[["name", say("property.name"), true], ["value", say("property.value"), true]]} add=${say("property.add")} onChange=${(pairs) => facts.setProperties(element, pairs)} />
    ${extensionsOf(thing).length > 0 && html`<p class="help">${say("extensions")} <code>${extensionsOf(thing).join(", ")}</code></p>`}<//>`;
}

function Id({ element, ctx }) {
  const [wrong, say_] = useState("");
  const change = (id) => {
    const taken = ctx.modeler.get("moddle").ids.assigned(id);
    if (!ID.test(id) || (taken && taken !== element.businessObject)) return say_(say(taken ? "id.taken" : "id.wrong"));
    say_("");
    ctx.modeling.updateProperties(element, { id });
  };
  return html`<${Text} label=${say("id")} code value=${element.businessObject.id} onChange=${change} help=${say("id.help")} />${wrong && html`<p class="error" role="alert">${wrong}</p>`}`;
}

function Documentation({ element, ctx }) {
  const thing = element.businessObject;
  const write = (text) => {
    const documentation = text ? [ctx.bpmnFactory.create("bpmn:Documentation", { text })] : [];
    documentation.forEach((one) => { one.$parent = thing; });
    ctx.modeling.updateProperties(element, { documentation });
  };
  return html`<${Text} label=${say("documentation")} lines="3" value=${thing.documentation?.[0]?.text} onChange=${write} />`;
}

function Loop({ element, ctx, loop }) {
  const { facts, modeling, bpmnFactory } = ctx, thing = element.businessObject;
  const kind = !thing.loopCharacteristics ? "" : !loop ? "standard" : thing.loopCharacteristics.isSequential ? "sequential" : "parallel";
  const change = (chosen) => {
    const made = !chosen ? undefined : chosen === "standard" ? bpmnFactory.create("bpmn:StandardLoopCharacteristics") : bpmnFactory.create("bpmn:MultiInstanceLoopCharacteristics", { isSequential: chosen === "sequential" });
    if (made) made.$parent = thing;
    if (loop && made && chosen !== "standard") return modeling.updateModdleProperties(element, thing.loopCharacteristics, { isSequential: chosen === "sequential" });
    modeling.updateProperties(element, { loopCharacteristics: made });
  };
  const write = (part) => facts.setLoop(element, { ...loop, ...part });
  return html`<${Choice} label=${say("loop.label")} value=${kind} empty=${say("loop.none")} options=${["parallel", "sequential", "standard"].map((key) => [key, say("loop." + key)])} onChange=${change} />
    ${loop && html`<${Text} label=${say("loop.collection")} code value=${loop.collection} onChange=${(collection) => write({ collection })} />
      <${Text} label=${say("loop.item")} code value=${loop.item} onChange=${(item) => write({ item })} />
      ${!facts.family && html`<${Text} label=${say("loop.results")} code value=${loop.results} onChange=${(results) => write({ results })} /><${Text} label=${say("loop.result")} code value=${loop.result} onChange=${(result) => write({ result })} />`}
      <${Until} element=${element} ctx=${ctx} />`}`;
}

function Until({ element, ctx }) {
  const loop = element.businessObject.loopCharacteristics;
  const write = (body) => {
    const completionCondition = body ? ctx.moddle.create("bpmn:FormalExpression", { body }) : undefined;
    if (completionCondition) completionCondition.$parent = loop;
    ctx.modeling.updateModdleProperties(element, loop, { completionCondition });
  };
  return html`<${Text} label=${say("loop.until")} code value=${loop.completionCondition?.body} onChange=${write} />`;
}

export function Approval({ element, ctx }) {
  const { facts } = ctx, thing = element.businessObject;
  return html`<${Check} label=${say("approval")} checked=${facts.property(thing, "approval") === "true"} onChange=${(on) => facts.setProperty(element, { approval: on ? "true" : "" })} />
    ${page.startFields.length > 0 && html`<${Text} label=${say("correct")} help=${say("correct.help")} code value=${facts.property(thing, "correct")} onChange=${(correct) => facts.setProperty(element, { correct })} />`}`;
}
