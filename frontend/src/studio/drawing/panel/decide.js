// What people can decide at a step, and where each decision leads.
import { html, useState } from "@bpmn-io/diagram-js-ui";
import { ask, language, page, say, told } from "../../page.js";
import { nameOf } from "../names.js";
import { leads } from "../ways.js";
import { Text, icon } from "./fields.js";

const signs = { approved: "check", accepted: "check", yes: "check", done: "check", answered: "check", rejected: "x", no: "x", cannot: "x", declined: "x", sent_back: "reply", reopened: "rotate-ccw" };

/** What a decision is called for the reader. */
export function outcomeName(key) {
  const names = { ...page.outcomes[key], ...page.names[`outcome:${key}`] };
  return names[language] ?? names.en ?? key.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
}

export function Decisions({ element, ctx }) {
  const { facts } = ctx, thing = element.businessObject;
  const keys = facts.outcomes(thing), comments = facts.comments(thing);
  const [open, show] = useState(null), [adding, add] = useState(false);
  const write = (list, changes = {}) => facts.setProperty(element, { outcomes: list.join(","), ...changes });
  const rename = (key, text) => ctx.name(`outcome:${key}`, text);
  const demand = (key, on) => facts.setProperty(element, { comment: [...comments.filter((one) => one !== key && keys.includes(one)), ...(on ? [key] : [])].join(",") || " " });
  return html`<div class="field"><span class="label">${say("decide.label")}</span>
    ${keys.length > 0 && html`<ul class="decisions">${keys.map((key) => html`<${Decision} key=${key} name=${outcomeName(key)} sign=${signs[key] ?? "circle-question-mark"} lead=${leads(thing, key, facts)} open=${open === key}
      onOpen=${() => show(open === key ? null : key)}>
      <${Text} label=${say("decide.name")} value=${outcomeName(key)} onChange=${(text) => rename(key, text)} />
      <label class="check"><input type="checkbox" checked=${comments.includes(key)} disabled=${!page.editable} onChange=${({ target }) => demand(key, target.checked)} /><span>${say("decide.comment")}</span></label>
      <p class="help">${say("decide.key")} <code>outcome = "${key}"</code></p>
      ${page.editable && html`<div class="bar">${keys[0] !== key && html`<button type="button" class="btn small" onClick=${() => write([key, ...keys.filter((one) => one !== key)])}>${say("decide.first")}</button>`}
        <button type="button" class="btn small danger" onClick=${() => write(keys.filter((one) => one !== key))}>${say("remove")}</button></div>`}
    <//>`)}</ul>`}
    ${!keys.length && html`<p class="help">${say("decide.none")}</p>`}
    ${page.editable && (adding ? html`<${Adding} taken=${keys} onAdd=${(key, text) => { add(false); if (text) ctx.name(`outcome:${key}`, text); write([...keys, key]); }} onClose=${() => add(false)} />`
      : html`<button type="button" class="add" onClick=${() => add(true)}>${icon("plus")}${say("decide.add")}</button>`)}</div>`;
}

function Decision({ name, sign, lead, open, onOpen, children }) {
  const where = lead.to ? say("decide.to", { name: nameOf(lead.to) }) : lead.unclear ? say("decide.unclear") : say("decide.nowhere");
  return html`<li class=${lead.to || lead.unclear ? "" : "nowhere"}><button type="button" aria-expanded=${open} onClick=${onOpen}>${icon(sign)}<span class="cut">${name}</span><small class="cut">${where}</small></button>${open && html`<div class="fields">${children}</div>`}</li>`;
}

function Adding({ taken, onAdd, onClose }) {
  const [text, type] = useState("");
  const free = Object.keys(page.outcomes).filter((key) => !taken.includes(key));
  const take = () => {
    const words = text.trim();
    if (!words) return onClose();
    const known = free.find((key) => outcomeName(key) === words || key === words);
    if (known) return onAdd(known);
    const plain = words.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
    let key = /^[a-z]/.test(plain) ? plain : `decision_${taken.length + 1}`;
    for (let at = 2; taken.includes(key); at += 1) key = `decision_${taken.length + at}`;
    onAdd(key, words);
  };
  return html`<div class="adding"><input type="text" dir="auto" list="outcomes" aria-label=${say("decide.new")} placeholder=${say("decide.new")} value=${text} ref=${(field) => field && !text && field.focus()}
    onInput=${({ target }) => type(target.value)} onKeyDown=${(event) => { if (event.key === "Enter") take(); if (event.key === "Escape") { event.stopPropagation(); onClose(); } }} />
    <datalist id="outcomes">${free.map((key) => html`<option value=${outcomeName(key)} />`)}</datalist><button type="button" class="btn small" onClick=${take}>${say("add")}</button></div>`;
}
