// The panel at the end side: what is chosen, in plain language; what is technical lies folded below.
import { html } from "@bpmn-io/diagram-js-ui";
import { figure, language, page, say } from "../../page.js";
import { translates } from "../../tongue.js";
import { kindWords, nameOf } from "../names.js";
import { Checklist } from "./checklist.js";
import { Comments } from "./comments.js";
import { Arrow, Ways, decides } from "./conditions.js";
import { Decisions } from "./decide.js";
import { Condition, Interrupts, Link, News, newsOf } from "./events.js";
import { Field, Fold, Text, icon } from "./fields.js";
import { FormChoice } from "./form.js";
import { Approval, Technical } from "./technical.js";
import { State, Time } from "./timing.js";
import { Timer, timerOf } from "./timer.js";
import { Who } from "./who.js";
import { Called, Outside, Script, Table } from "./work.js";

const ENDS = ["fulfilled", "refused", "expired", "withdrawn"];
const OUTSIDE = ["bpmn:ServiceTask", "bpmn:SendTask"];

export function Panel({ element, ctx }) {
  if (!element) return html`<${Nothing} ctx=${ctx} />`;
  const thing = element.businessObject, findings = ctx.state.findings.filter((one) => one.element === thing.id);
  return html`<header><p class="small soft2">${kindWords(thing)}</p><h2 dir="auto" class="cut">${nameOf(thing)}</h2></header>
    ${findings.length > 0 && html`<ul class="told">${findings.map((one) => html`<li class=${one.severity}>${icon(one.severity === "error" ? "triangle-alert" : "info")}<span>${one.text}</span></li>`)}</ul>`}
    <div class="fields">${thing.$type === "bpmn:TextAnnotation" ? html`<${Text} label=${say("note")} lines="3" value=${thing.text} onChange=${(text) => ctx.modeling.updateProperties(element, { text })} />` : html`<${Name} element=${element} ctx=${ctx} />`}
    <${Own} element=${element} ctx=${ctx} /></div>
    <${Comments} element=${element} ctx=${ctx} /><${Technical} element=${element} ctx=${ctx} />`;
}

/** Nothing is chosen: what the whole drawing is, and where to begin. */
function Nothing({ ctx }) {
  const root = ctx.root();
  return html`<header><p class="small soft2">${say("kind.Process")}</p><h2 dir="auto">${page.name}</h2></header>
    <div class="fields"><p class="help">${say(page.editable ? "panel.nothing" : "panel.reading")}</p>
    ${page.drawings.length > 1 && html`<${Field} label=${say("panel.drawings")}>${() => html`<ul class="links">${page.drawings.map(({ name, url, current }) => html`<li>${current ? html`<b>${name}</b>` : html`<a href=${url}>${name}</a>`}</li>`)}</ul>`}<//>`}
    ${page.startForm && html`<${Field} label=${say("start.form")}>${() => html`<p>${icon("file-text", "icon inline")} <a href=${page.startForm.url}>${page.startForm.name}</a></p>`}<//>`}</div>
    <${Checklist} points=${ctx.state.checklist} />
    ${root && html`<${Comments} element=${root} ctx=${ctx} /><${Technical} element=${root} ctx=${ctx} />`}`;
}

function Name({ element, ctx }) {
  const thing = element.businessObject, told = page.names[thing.id]?.[language];
  const lines = thing.$instanceOf("bpmn:FlowNode") ? 1 : undefined;
  const label = thing.$instanceOf("bpmn:SequenceFlow") ? say("name.arrow") : say("name.label");
  const draw = (name) => (!told && translates(name, thing.name, language) ? ctx.name(thing.id, name) : ctx.modeling.updateProperties(element, { name }));
  const own = html`<${Text} label=${told ? say("name.drawn") : label} lines=${lines} value=${thing.name} onChange=${draw} />`;
  return told ? html`<${Text} label=${label} value=${told} onChange=${(name) => ctx.name(thing.id, name)} />${own}` : own;
}

/** The part that depends on what kind of thing it is. */
function Own({ element, ctx }) {
  const thing = element.businessObject, { $type: kind } = thing, event = thing.eventDefinitions?.[0]?.$type;
  const laneOf = ctx.laneOf(element), props = { element, ctx };
  const people = ctx.facts.people(thing), written = people.assignee || people.users || people.groups;
  if (kind === "bpmn:UserTask" || kind === "bpmn:ManualTask") return html`
    <${Who} label=${say("who.label")} value=${written} otherwise=${page.lanes[laneOf?.id] ?? ""} onChange=${(who) => ctx.facts.setWho(element, who)} />
    <${FormChoice} ...${props} /><${Decisions} ...${props} /><${Time} ...${props} />
    <${Fold} title=${say("more")}><${State} ...${props} label=${say("state.open")} options=${["waiting_requester", "in_progress", "scheduled"]} /><${Approval} ...${props} /><//>`;
  if (kind === "bpmn:Lane") return html`<${Who} label=${say("lane.who")} value=${page.lanes[thing.id] ?? ""} help=${say("lane.help")} onChange=${(who) => ctx.bindLane(thing.id, who)} />`;
  if (kind === "bpmn:CallActivity") return html`<${Called} ...${props} />`;
  if (kind === "bpmn:BusinessRuleTask") return html`<${Table} ...${props} />`;
  if (kind === "bpmn:ScriptTask") return html`<${Script} ...${props} />`;
  if (OUTSIDE.includes(kind)) return html`<${Outside} ...${props} />`;
  if (kind === "bpmn:SequenceFlow") return html`<${Arrow} ...${props} />`;
  if (kind.endsWith("Gateway")) return decides(thing) ? html`<${Ways} ...${props} />` : null;
  return html`${kind === "bpmn:BoundaryEvent" && html`<${Interrupts} ...${props} />`}
    ${timerOf(thing) && html`<${Timer} ...${props} />`}${newsOf(thing) && html`<${News} ...${props} />`}
    ${event === "bpmn:ConditionalEventDefinition" && html`<${Condition} ...${props} />`}${event === "bpmn:LinkEventDefinition" && html`<${Link} ...${props} />`}
    ${kind === "bpmn:StartEvent" && !event && page.startForm && html`<${Field} label=${say("start.form")}>${() => html`<p>${icon("file-text", "icon inline")} <a href=${page.startForm.url}>${page.startForm.name}</a></p>`}<//>`}
    ${kind === "bpmn:StartEvent" && !event && !page.startForm && thing.$parent?.$type === "bpmn:Process" && html`<${FormChoice} ...${props} label=${say("start.form")} />`}
    ${kind === "bpmn:EndEvent" && html`<${State} ...${props} label=${say("state.end")} options=${ENDS} />`}`;
}

/** Several are chosen: put them in line, or apart evenly. */
export function Several({ elements, ctx }) {
  const align = (way) => ctx.modeler.get("alignElements").trigger(elements, way);
  const spread = (way) => ctx.modeler.get("distributeElements").trigger(elements, way);
  return html`<header><p class="small soft2">${say("several")}</p><h2>${say("several.n", { n: figure(elements.length) })}</h2></header>
    ${page.editable && html`<div class="fields"><${Field} label=${say("align")}>${() => html`<div class="bar">${["left", "center", "right", "top", "middle", "bottom"].map((way) => html`<button type="button" class="btn small" onClick=${() => align(way)}>${say("align." + way)}</button>`)}</div>`}<//>
    ${elements.length > 2 && html`<${Field} label=${say("spread")}>${() => html`<div class="bar"><button type="button" class="btn small" onClick=${() => spread("horizontal")}>${say("spread.horizontal")}</button><button type="button" class="btn small" onClick=${() => spread("vertical")}>${say("spread.vertical")}</button></div>`}<//>`}</div>`}`;
}
