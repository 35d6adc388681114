// Entries of the properties panel in plain preact with the panel's classes (its own components live in another preact).
import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const WAIT = 300;

/** A text; `lines` makes it taller, `code` left to right. Typing is taken over a moment after the last key. */
export function Text({ id, element, label, help, value, set, lines, code, lang, type = "text" }) {
  const [text, setText] = useState(value ?? "");
  const of = useRef(element?.id), timer = useRef();
  if (of.current !== element?.id) of.current = element?.id, setText(value ?? "");
  useEffect(() => { if (document.activeElement?.id !== dom(id)) setText(value ?? ""); }, [value]);
  const left = ({ target: { value: now } }) => {
    clearTimeout(timer.current);
    setText(now); // before the panel is drawn again, or the field would show what it had
    if (now !== (value ?? "")) set(now);
  };
  const typed = ({ target: { value: now } }) => {
    setText(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(now), WAIT);
  };
  return entry(id, h("div", { class: "bio-properties-panel-textfield" }, name(id, label),
    h(lines ? "textarea" : "input", { id: dom(id), class: "bio-properties-panel-input", name: id, type: lines ? undefined : type, rows: lines, value: text, onInput: typed, onBlur: left, dir: code ? "ltr" : "auto", lang, spellcheck: !code, autocomplete: "off" })), help);
}

export function Tick({ id, label, help, value, set }) {
  return entry(id, h("div", { class: "bio-properties-panel-checkbox" },
    h("input", { id: dom(id), class: "bio-properties-panel-input", type: "checkbox", checked: value, onChange: ({ target }) => set(target.checked) }), name(id, label)), help);
}

export function Pick({ id, label, help, value, set, options }) {
  return entry(id, h("div", { class: "bio-properties-panel-select" }, name(id, label),
    h("select", { id: dom(id), class: "bio-properties-panel-input", value: value ?? "", onChange: ({ target }) => set(target.value) },
      options.map(([key, text]) => h("option", { value: key, selected: key === (value ?? "") }, text)))), help);
}

export function Deed({ id, text, act }) {
  return h("div", { class: "bio-properties-panel-entry", "data-entry-id": id }, h("button", { type: "button", class: "own-deed", onClick: act }, text));
}

export function Told({ id, label, text, help, deed, act }) {
  return entry(id, h("div", { class: "bio-properties-panel-textfield" }, h("span", { class: "bio-properties-panel-label" }, label),
    h("code", { class: "own-told" }, text), deed && h("button", { type: "button", class: "own-deed", onClick: act }, deed)), help);
}

const dom = (id) => `bio-properties-panel-${id}`;
const name = (id, label) => h("label", { for: dom(id), class: "bio-properties-panel-label", dir: "auto" }, label);
const entry = (id, shown, help) => h("div", { class: "bio-properties-panel-entry", "data-entry-id": id }, shown, help && h("div", { class: "bio-properties-panel-description", dir: "auto" }, help));
