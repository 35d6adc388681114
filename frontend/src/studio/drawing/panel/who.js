// Who does it: the requester, their manager, a group, a person, or what the lane says; with who that is today.
import { html, useEffect, useRef, useState } from "@bpmn-io/diagram-js-ui";
import { ask, page, say, told } from "../../page.js";
import { Field, Text, icon, useOwnId } from "./fields.js";

const known = new Map();

/** {words, today} of an assignment, asked once. */
export function useWho(who) {
  const [said, say] = useState(known.get(who));
  useEffect(() => {
    let here = true;
    if (!who || known.has(who)) say(known.get(who));
    else told(ask(`${page.urls.who}?${new URLSearchParams({ who })}`)).then((found) => { known.set(who, found); if (here) say(found); }, () => {});
    return () => { here = false; };
  }, [who]);
  return who ? said : null;
}

export function Who({ label, value, otherwise, onChange, help }) {
  const [open, show] = useState(false), [written, write] = useState(false);
  const shown = useWho(value || otherwise);
  const button = useRef();
  const words = shown?.words ?? value ?? "";
  const choose = (who) => { show(false); write(false); onChange(who); button.current?.focus(); };
  if (written) return html`<${Text} label=${label} code value=${value} onChange=${onChange} help=${say("who.written")}
    end=${html`<button type="button" class="edge" onClick=${() => write(false)}>${say("who.choose")}</button>`} />`;
  return html`<${Field} label=${label}>${(id) => html`<div class="who">
    <button type="button" ref=${button} id=${id} class="control pick" disabled=${!page.editable} aria-expanded=${open} aria-haspopup="listbox" onClick=${() => show(!open)}>
      ${icon("users")}<span class="cut" dir="auto">${value ? words : otherwise ? words || say("who.lane") : say("who.nobody")}</span>${icon("chevrons-up-down", "icon push")}</button>
    ${open && html`<${Finder} lane=${Boolean(otherwise)} onChoose=${choose} onWrite=${() => { show(false); write(true); }} onClose=${() => show(false)} />`}
    ${!value && otherwise && html`<p class="help">${say("who.by_lane")}</p>`}
    ${shown?.today && html`<p class="help today">${shown.today}</p>`}${help && html`<p class="help">${help}</p>`}</div>`}<//>`;
}

function Finder({ lane, onChoose, onWrite, onClose }) {
  const [words, type] = useState(""), [found, find] = useState([]), [at, go] = useState(0), field = useRef(), id = useOwnId();
  useEffect(() => field.current.focus(), []);
  useEffect(() => {
    let here = true; // an answer to earlier words is not shown
    const timer = setTimeout(async () => {
      const asked = (kind) => told(ask(`/people/options?${new URLSearchParams({ kind, q: words })}`)).catch(() => []);
      const [groups, people] = await Promise.all([asked("group"), words ? asked("person") : []]);
      if (here) find([...groups.map(({ value, label }) => [`=group(${JSON.stringify(value.replace(/^group:/, ""))})`, label, "users"]), ...people.map(({ value, label, note }) => [value, label, "user", note])]);
    }, words ? 200 : 0);
    return () => { here = false; clearTimeout(timer); };
  }, [words]);
  const fixed = page.who.filter(([, label]) => label.toLocaleLowerCase().includes(words.toLocaleLowerCase()));
  const rows = [...(lane ? [["", say("who.lane"), "list"]] : []), ...fixed.map(([who, label]) => [who, label, "user-check"]), ...found];
  const onKeyDown = (event) => {
    if (event.key === "Escape") { event.stopPropagation(); onClose(); }
    if (event.key === "ArrowDown") { event.preventDefault(); go(Math.min(at + 1, rows.length - 1)); }
    if (event.key === "ArrowUp") { event.preventDefault(); go(Math.max(at - 1, 0)); }
    if (event.key === "Enter" && rows[at]) { event.preventDefault(); onChoose(rows[at][0]); }
  };
  const leave = ({ relatedTarget, currentTarget }) => currentTarget.contains(relatedTarget) || onClose();
  return html`<div class="finder" onFocusOut=${leave}><input ref=${field} type="search" role="combobox" aria-expanded="true" aria-controls=${id} aria-activedescendant=${rows[at] && `${id}-${at}`} aria-label=${say("who.find")} placeholder=${say("who.find")}
    value=${words} onInput=${({ target }) => { type(target.value); find([]); go(0); }} onKeyDown=${onKeyDown} />
    <ul role="listbox" id=${id}>${rows.map(([who, label, sign, note], place) => html`<li role="option" id=${`${id}-${place}`} aria-selected=${place === at} key=${who} tabindex="-1" onMouseDown=${(event) => { event.preventDefault(); onChoose(who); }}>${icon(sign)}<span class="cut" dir="auto">${label}</span>${note && html`<small>${note}</small>`}</li>`)}</ul>
    <button type="button" class="add" onMouseDown=${(event) => { event.preventDefault(); onWrite(); }}>${icon("pencil")}${say("who.write")}</button></div>`;
}
