// The inputs of shared steps in plain fields: people, times, choices, and texts in every language; FEEL where it is more than that.
import { html } from "@bpmn-io/diagram-js-ui";
import { page, say } from "../../page.js";
import { Choice, Span, Text, plainSpan } from "./fields.js";
import { Who } from "./who.js";

const KINDS = {
  who: "people", audience: "people", to: "people", deadline: "time", due: "time", unclaimed_after: "time",
  rule: ["any", "all", "majority"], on_silence: ["escalate", "approve", "reject", "expire"], calendar: ["working", "always"],
  question: "texts", result: "texts", text: "texts",
};
const LANGUAGES = ["en", "fa", "ar"];
const QUOTED = /^="((?:[^"\\]|\\.)*)"$/;
const TEXTS = /^=\{en: ("(?:[^"\\]|\\.)*"), fa: ("(?:[^"\\]|\\.)*"), ar: ("(?:[^"\\]|\\.)*")\}$/;

const unquoted = (value) => (QUOTED.test(value) ? JSON.parse(value.slice(1)) : null);
const quoted = (text) => `=${JSON.stringify(text)}`;

/** One input: `value` is the expression at the call, `onChange` gets the new one. */
export function Input({ name, note, value, onChange }) {
  const kind = KINDS[name], label = page.words[`input.${name}`] ?? name;
  if (kind === "people") return html`<${Who} label=${label} value=${whose(value)} onChange=${(who) => onChange(asked(who))} />`;
  if (kind === "time" && plainSpan(value)) return html`<${Span} label=${label} value=${value} working=${name !== "due"} onChange=${(span) => onChange(span ? quoted(span) : "=null")} />`;
  if (Array.isArray(kind) && kind.includes(unquoted(value))) return html`<${Choice} label=${label} value=${unquoted(value)} options=${kind.map((key) => [key, say(`${name}.${key}`)])} onChange=${(key) => onChange(quoted(key))} />`;
  const texts = kind === "texts" && value.match(TEXTS);
  if (texts) return html`<div class="field"><span class="label">${label}</span>${LANGUAGES.map((language, at) => html`<${Text} key=${language} label=${say(`language.${language}`)} value=${JSON.parse(texts[at + 1])}
    onChange=${(text) => onChange(`={${LANGUAGES.map((one, place) => `${one}: ${one === language ? JSON.stringify(text) : texts[place + 1]}`).join(", ")}}`)} />`)}</div>`;
  const plain = unquoted(value);
  if (name === "subject" && plain !== null) return html`<${Text} label=${label} value=${plain} onChange=${(text) => onChange(quoted(text))} />`;
  return html`<${Text} label=${label} help=${label === name ? note : undefined} code lines="1" value=${value} onChange=${onChange} />`;
}

/** "manager(beneficiary)" in a text is an assignment; so is what gives people by itself, such as =requester. */
function whose(value) {
  const text = unquoted(value);
  if (text === null) return value === "=null" ? "" : value;
  return text.includes("(") ? `=${text}` : text;
}

function asked(who) {
  if (!who) return "=null";
  return who.startsWith("=") && !who.includes("(") ? who : quoted(who.replace(/^=/, ""));
}
