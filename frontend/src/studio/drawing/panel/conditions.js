// The arrows behind a gateway and their conditions: in words where they are simple, in FEEL where they are not.
import { html, useState } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";
import { nameOf } from "../names.js";
import { outcomeName } from "./decide.js";
import { Check, Choice, Field, Text, icon } from "./fields.js";

const signs = ["=", "!=", "<", "<=", ">", ">="];
const simple = /^=?\s*([\p{L}_]\w*)\s*(!=|<=|>=|=|<|>)\s*("[^"]*"|-?\d+(?:\.\d+)?|true|false)\s*$/u;
const body = (flow) => flow.conditionExpression?.body ?? "";

/** Variables that conditions may read: the fields of the forms, and what decisions are called. */
function variables() {
  const fields = page.forms.flatMap(({ fields }) => fields);
  return [["outcome", say("condition.decision")], ...new Map(fields).entries()];
}

export function write(flow, text, ctx) {
  const expression = text ? ctx.moddle.create("bpmn:FormalExpression", { body: text }) : undefined;
  const shape = ctx.registry.get(flow.id);
  if (expression) expression.$parent = flow;
  ctx.together(() => {
    ctx.modeling.updateProperties(shape, { conditionExpression: expression });
    const source = flow.sourceRef;
    if (text && source.default === flow) ctx.modeling.updateProperties(ctx.registry.get(source.id), { default: undefined });
  });
}

export function otherwise(flow, on, ctx) {
  ctx.together(() => {
    if (on && flow.conditionExpression) ctx.modeling.updateProperties(ctx.registry.get(flow.id), { conditionExpression: undefined });
    ctx.modeling.updateProperties(ctx.registry.get(flow.sourceRef.id), { default: on ? flow : undefined });
  });
}

export const decides = (thing) => ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:ComplexGateway"].includes(thing.$type) || Boolean(thing.$instanceOf("bpmn:Activity"));

export function Ways({ element, ctx }) {
  const flows = element.businessObject.outgoing ?? [];
  if (flows.length < 2) return html`<p class="help">${say("way.one")}</p>`;
  return html`<div class="field"><span class="label">${say("way.label")}</span><ul class="ways">${flows.map((flow) => html`<li key=${flow.id}>
    <div class="label-line"><span>${icon("corner-down-right")}<button type="button" class="edge" onClick=${() => ctx.choose(flow.id)}>${flow.name ? `${flow.name}: ` : ""}${nameOf(flow.targetRef)}</button></span></div>
    <${Condition} flow=${flow} ctx=${ctx} /></li>`)}</ul></div>`;
}

export function Condition({ flow, ctx }) {
  const isDefault = flow.sourceRef.default === flow, text = body(flow), found = text.match(simple);
  const [raw, show] = useState(false);
  const default_ = html`<${Check} label=${say("way.otherwise")} checked=${isDefault} onChange=${(on) => otherwise(flow, on, ctx)} />`;
  if (isDefault) return default_;
  if ((text && !found) || raw) return html`<${Text} plain lines="2" code label=${say("condition.written")} placeholder=${say("condition.example")} value=${text} onChange=${(one) => write(flow, one, ctx)} />${default_}`;
  return html`<${Simple} key=${text} found=${found} flow=${flow} ctx=${ctx} />${page.editable && html`<button type="button" class="edge" onClick=${() => show(true)}>${say("condition.write")}</button>`}${default_}`;
}

function Simple({ found, flow, ctx }) {
  const [name, setName] = useState(found?.[1] ?? ""), [sign, setSign] = useState(found?.[2] ?? "=");
  const value = found?.[3]?.replace(/^"|"$/g, "") ?? "";
  const given = (word) => /^(-?\d+(\.\d+)?|true|false)$/.test(word) ? word : JSON.stringify(word);
  const give = (next = {}) => {
    const said = { name, sign, value, ...next };
    if (said.name && said.value !== "") write(flow, `=${said.name} ${said.sign} ${given(said.value)}`, ctx);
  };
  const outcomes = decisionsBefore(flow.sourceRef, ctx);
  return html`<div class="simple" role="group" aria-label=${say("condition.label")}>
    <${Text} plain label=${say("condition.what")} placeholder=${say("condition.what")} value=${name} code list=${variables()} onChange=${(one) => { setName(one); give({ name: one }); }} />
    <${Choice} plain label=${say("condition.sign")} value=${sign} options=${signs.map((one) => [one, say("sign." + one)])} onChange=${(one) => { setSign(one); give({ sign: one }); }} />
    ${outcomes.length && /outcome|decision/.test(name) ? html`<${Choice} plain label=${say("condition.value")} value=${value} empty="" options=${outcomes.map((key) => [key, outcomeName(key)])} onChange=${(one) => give({ value: one })} />`
      : html`<${Text} plain label=${say("condition.value")} placeholder=${say("condition.value")} value=${value} onChange=${(one) => give({ value: one })} />`}</div>`;
}

/** The decisions of the nearest steps before a gateway. */
function decisionsBefore(thing, { facts }) {
  const found = new Set(), seen = new Set();
  const look = (one, depth) => {
    if (!one || seen.has(one) || depth > 3) return;
    seen.add(one);
    const keys = one.$type === "bpmn:UserTask" ? facts.outcomes(one) : (page.fragments.find(({ process }) => process === facts.called(one))?.outcomes ?? []);
    keys.forEach((key) => found.add(key));
    if (!keys.length) (one.incoming ?? []).forEach(({ sourceRef }) => look(sourceRef, depth + 1));
  };
  look(thing, 0);
  return [...found];
}

export function Arrow({ element, ctx }) {
  const flow = element.businessObject, source = flow.sourceRef;
  if (!decides(source) || (source.outgoing ?? []).length < 2) return null;
  return html`<${Field} label=${say("condition.label")}>${() => html`<${Condition} flow=${flow} ctx=${ctx} />`}<//>`;
}
