// Steps no person does: outside calls, called services, tables, scripts.
import { html, useEffect, useState } from "@bpmn-io/diagram-js-ui";
import { ask, page, say, told as answered } from "../../page.js";
import { ready } from "../fragments.js";
import { Choice, Field, Rows, Text } from "./fields.js";
import { Input } from "./inputs.js";
import { Who } from "./who.js";

const PEOPLE = new Set(["audience", "who", "person", "stand_in"]);

const columns = (target, source) => [["target", say(target), true], ["source", say(source), true]];

/** What goes in and comes back; inputs named in `but` have fields of their own and stay as they are. */
export function Mappings({ element, ctx, but = [] }) {
  const told = ctx.facts.mappings(element.businessObject);
  const write = (change) => ctx.facts.setMappings(element, { ...told, ...change });
  return html`<${Rows} label=${say("io.inputs")} rows=${told.inputs.filter(({ target }) => !but.includes(target))} columns=${columns("io.name", "io.value")} add=${say("io.add_input")} onChange=${(inputs) => write({ inputs: [...told.inputs.filter(({ target }) => but.includes(target)), ...inputs] })} />
    <${Rows} label=${say("io.outputs")} rows=${told.outputs} columns=${columns("io.kept", "io.from")} add=${say("io.add_output")} onChange=${(outputs) => write({ outputs })} />`;
}

export function Outside({ element, ctx }) {
  const topic = ctx.facts.topic(element.businessObject), known = page.topics.find(([key]) => key === topic);
  const told = ctx.facts.mappings(element.businessObject), at = (key) => told.inputs.find(({ target }) => target === key);
  const give = (target, source) => ctx.facts.setMappings(element, { ...told, inputs: at(target) ? told.inputs.map((one) => (one.target === target ? { ...one, source } : one)) : [...told.inputs, { target, source }] });
  const asked = (known?.[2] ?? []).filter(([key]) => !at(key)?.fixed);
  return html`<${Text} label=${say("outside.topic")} value=${topic} code list=${page.topics} help=${known ? known[1] : say("outside.help")} onChange=${(value) => ctx.facts.setTopic(element, value)} />
    ${asked.map(([key, words]) => html`<${PEOPLE.has(key) ? Who : Text} key=${`${topic}-${key}`} label=${words} lines="1" value=${at(key)?.source ?? ""} onChange=${(source) => give(key, source)} />`)}
    <${Mappings} element=${element} ctx=${ctx} but=${asked.map(([key]) => key)} />`;
}

const known = new Map();

/** What a service wants to be given, asked when it is first called. */
function useInputs(process, kind) {
  const [, draw] = useState(0);
  useEffect(() => {
    if (kind !== "service" || known.has(process)) return;
    known.set(process, []);
    answered(ask(`${page.urls.callees}/${encodeURIComponent(process)}`)).then(({ inputs }) => { known.set(process, inputs); draw((n) => n + 1); }, () => known.delete(process));
  }, [process, kind]);
  return known.get(process) ?? [];
}

/** What is called, with the inputs and outputs it declares. */
export function Called({ element, ctx }) {
  const { facts } = ctx, thing = element.businessObject, process = facts.called(thing), parts = ready();
  const part = parts.find((one) => one.process === process), told = facts.mappings(thing);
  const wanted = useInputs(process, part?.kind), inputs = part?.kind === "service" ? wanted : part?.inputs ?? [];
  const choose = (id) => { const chosen = parts.find((one) => one.process === id) ?? { process: id }; ctx.called(chosen); facts.setCalled(element, chosen); };
  const give = (list, key, change) => {
    const there = list.some(({ target, source }) => key === target || `=${key}` === source);
    return there ? list.map((one) => (key === one.target || `=${key}` === one.source ? { ...one, ...change } : one)) : [...list, change];
  };
  return html`<${Choice} label=${say("called.label")} value=${process} empty=${say("called.none")} options=${parts.map((one) => [one.process, one.name])} help=${part?.summary} onChange=${choose} />
    ${part?.kind === "service" && html`<p class="help">${say("called.service")}</p>`}
    ${part ? html`${inputs.map(({ key, note }) => {
      const shared = { value: told.inputs.find(({ target }) => target === key)?.source ?? "", onChange: (source) => facts.setMappings(element, { ...told, inputs: give(told.inputs, key, { target: key, source }) }) };
      return part.kind === "service" ? html`<${Text} key=${`in-${key}`} label=${note || page.words[`input.${key}`] || key} help=${key} code lines="1" ...${shared} />` : html`<${Input} key=${`in-${key}`} name=${key} note=${note} ...${shared} />`;
    })}
      ${part.outputs.length > 0 && html`<div class="field"><span class="label">${say("called.outputs")}</span>${part.outputs.map(({ key, note }) => html`<${Text} key=${`out-${key}`} label=${say("called.keep", { name: page.words[`output.${key}`] ?? key })} code value=${told.outputs.find(({ source }) => source === `=${key}`)?.target ?? ""}
        onChange=${(target) => facts.setMappings(element, { ...told, outputs: give(told.outputs, key, { target, source: `=${key}` }) })} />`)}</div>`}`
      : html`<${Mappings} element=${element} ctx=${ctx} />`}`;
}

export function Table({ element, ctx }) {
  const told = ctx.facts.decision(element.businessObject), table = page.tables.find(({ id }) => id === told.id);
  return html`<${Choice} label=${say("table.label")} value=${told.id} empty=${say("table.none")} options=${page.tables.map(({ id, name }) => [id, name])}
      end=${table && html`<a href=${table.url}>${say("edit")}</a>`} onChange=${(id) => ctx.facts.setDecision(element, { ...told, id })} />
    <${Text} label=${say("table.result")} value=${told.variable} code onChange=${(variable) => ctx.facts.setDecision(element, { ...told, variable })} />`;
}

export function Script({ element, ctx }) {
  const thing = element.businessObject;
  return html`<${Field} label=${say("script.label")} help=${say("script.help")}>${() => html`<${Text} plain code lines="6" label=${say("script.label")} value=${thing.script ?? ""} onChange=${(script) => ctx.modeling.updateProperties(element, { script: script || undefined, scriptFormat: thing.scriptFormat || "python" })} />`}<//>`;
}
