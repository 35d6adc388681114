// The fields of the panel: what is typed goes into the drawing after a short rest, and at once when one leaves the field.
import { html, useEffect, useRef, useState } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";

const REST = 600;
let made = 0;

/** An id no other field of the page has: Preact begins to count anew whenever the panel is drawn. */
export function useOwnId() {
  return useState(() => `panel-${++made}`)[0];
}

export function icon(name, kind = "icon") {
  return html`<svg class=${kind} aria-hidden="true"><use href=${`${page.sprite}#${name}`} /></svg>`;
}

/** A field with its label above; `children(id)` gives the control. */
export function Field({ label, help, children, end }) {
  const id = useOwnId();
  return html`<div class="field"><div class="label-line"><label for=${id}>${label}</label>${end}</div>${children(id)}${help && html`<p class="help">${help}</p>`}</div>`;
}

/** A line or, with `lines`, several; `code` for expressions and ids: always left to right. */
export function Text({ value = "", onChange, label, help, lines, code, list, placeholder, end, plain }) {
  const [typed, type] = useState(value), field = useRef(), timer = useRef(), told = useRef(value), last = useRef(onChange);
  last.current = onChange;
  const commit = (text) => {
    clearTimeout(timer.current);
    if (text === told.current) return;
    told.current = text;
    last.current(text);
  };
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    type(value);
  }, [value]);
  // Leaving for another element must not lose the last words.
  useEffect(() => () => { if (field.current && timer.current) commit(field.current.value); }, []);
  const onInput = ({ target }) => {
    type(target.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(target.value), REST);
  };
  const control = (id) => {
    const shared = { id, ref: field, value: typed, onInput, onBlur: ({ target }) => commit(target.value), disabled: !page.editable,
      class: code ? "mono" : "", dir: code ? "ltr" : "auto", spellcheck: !code, placeholder, "aria-label": plain ? label : undefined };
    return lines ? html`<textarea ...${shared} rows=${lines}></textarea>`
      : html`<input type="text" ...${shared} list=${list?.length ? `${id}-list` : undefined} autocomplete="off" onKeyDown=${(event) => event.key === "Enter" && commit(event.target.value)} />
        ${list?.length ? html`<datalist id=${`${id}-list`}>${list.map(([key, words]) => html`<option value=${key}>${words}</option>`)}</datalist>` : null}`;
  };
  const own = useOwnId();
  return plain ? control(own) : html`<${Field} label=${label} help=${help} end=${end}>${control}<//>`;
}

/** A choice of [value, words]. */
export function Choice({ label, value, options, onChange, help, end, plain, empty }) {
  const own = useOwnId();
  const known = options.some(([key]) => key === value);
  const control = (id) => html`<select id=${id} disabled=${!page.editable} aria-label=${plain ? label : undefined} onChange=${({ target }) => onChange(target.value)}>
    ${empty !== undefined && html`<option value="" selected=${!value}>${empty}</option>`}
    ${value && !known && html`<option value=${value} selected>${value}</option>`}
    ${options.map(([key, words]) => html`<option value=${key} selected=${key === value}>${words}</option>`)}</select>`;
  return plain ? control(own) : html`<${Field} label=${label} help=${help} end=${end}>${control}<//>`;
}

export function Check({ label, checked, onChange }) {
  return html`<label class="check"><input type="checkbox" checked=${checked} disabled=${!page.editable} onChange=${({ target }) => onChange(target.checked)} /><span>${label}</span></label>`;
}

const units = { M: "minutes", H: "hours", D: "days", W: "weeks" };
const read = (text) => text.match(/^=?"?P(?:(\d+)([DW])|T(\d+)([HM]))"?$/);

/** Is this an ISO duration of one unit, such as PT8H? */
export const plainSpan = (text) => !text || Boolean(read(text));

/** A length of time: a number and its unit; whatever is more than that is shown as it is written. */
export function Span({ label, value = "", working, onChange, help }) {
  const found = read(value);
  if (value && !found) return html`<${Text} label=${label} value=${value} code help=${help ?? say("span.written")} onChange=${onChange} />`;
  const amount = found?.[1] ?? found?.[3] ?? "", chosen = found?.[2] ?? found?.[4] ?? "H";
  const give = (number, unit) => onChange(Number(number) > 0 ? ("DW".includes(unit) ? `P${Number(number)}${unit}` : `PT${Number(number)}${unit}`) : "");
  return html`<${Field} label=${label} help=${help}>${(id) => html`<div class="control span"><${Amount} id=${id} value=${amount} onChange=${(number) => give(number, chosen)} />
    <select aria-label=${say("span.unit")} disabled=${!page.editable} onChange=${({ target }) => amount && give(amount, target.value)}>
    ${Object.entries(units).map(([key, name]) => html`<option value=${key} selected=${key === chosen}>${say(`span.${working && key !== "W" ? "working_" : ""}${name}`)}</option>`)}</select></div>`}<//>`;
}

function Amount({ id, value, onChange }) {
  return html`<input id=${id} type="number" min="0" step="1" inputmode="numeric" value=${value} disabled=${!page.editable} onChange=${({ target }) => onChange(target.value)} />`;
}

/** A part that can be folded; what it holds in one word stands at the end of its line. */
export function Fold({ title, note, open, children }) {
  return html`<details class="part" open=${open}><summary>${icon("chevron-right", "icon flip turn")}<span>${title}</span>${note && html`<span class="note cut">${note}</span>`}</summary><div class="part-body fields">${children}</div></details>`;
}

/** Several values at once, such as inputs and outputs; `columns` are [key, label, code?]. */
export function Rows({ label, rows, columns, onChange, add }) {
  // A new row lives here until it has its name: the drawing keeps no nameless ones.
  const [begun, begin] = useState([]), shown = [...rows, ...begun];
  const set = (all) => {
    const named = all.filter((row, at) => at < rows.length || row[columns[0][0]]);
    begin(all.slice(rows.length).filter((row) => !row[columns[0][0]]));
    if (named.length !== rows.length || named.some((row, at) => row !== rows[at])) onChange(named);
  };
  const change = (at, key, value) => set(shown.map((row, place) => (place === at ? { ...row, [key]: value } : row)));
  const remove = (at) => (at < rows.length ? onChange(rows.filter((_row, place) => place !== at)) : begin(begun.filter((_row, place) => place !== at - rows.length)));
  return html`<div class="field"><span class="label">${label}</span><ul class="pairs">
    ${shown.map((row, at) => html`<li key=${at}>${columns.map(([key, words, code]) => html`<${Text} plain label=${words} placeholder=${words} value=${row[key]} code=${code} onChange=${(value) => change(at, key, value)} />`)}
      ${page.editable && html`<button type="button" class="icon-btn" aria-label=${say("remove")} title=${say("remove")} onClick=${() => remove(at)}>${icon("x")}</button>`}</li>`)}
    </ul>${page.editable && html`<button type="button" class="add" onClick=${() => begin([...begun, {}])}>${icon("plus")}${add}</button>`}</div>`;
}
