// The form editor: form-js with our components and settings, saved as one goes, with the preview beside it.
import { FormEditor } from "@bpmn-io/form-js-editor";
import { csrf } from "../csrf.js";
import { fieldsModule, foreignTypes } from "../studio/forms/fields.js";
import { keysModule } from "../studio/forms/keys.js";
import { panelModule, path } from "../studio/forms/panel.js";
import { additions, same, written } from "../studio/forms/schema.js";
import { Preview } from "../studio/forms/preview.js";
import { speak } from "../studio/speaking.js";
import { Keeper, make, spoken } from "../studio/keeping.js";
import { startRenaming } from "../studio/forms/renaming.js";

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const room = document.getElementById("form-room"), words = { ...json("words") };
const given = json("schema");
let original, editor, checking, added = new Map();

const keeper = new Keeper(room, words, () => current());
const preview = new Preview(document.getElementById("seen-bar"), document.getElementById("seen"), () => current());
const badges = new CSSStyleSheet();
document.adoptedStyleSheets.push(badges);

views();
try {
  if (room.dataset.editable) await begin();
  else look();
} catch (error) {
  console.warn(error);
  document.getElementById("aside-told").replaceChildren(make("p", "notice wrong", words.unreadable.replace("{why}", error.message)));
}
room.dataset.ready = "yes";

/** Who may not change the form sees it as people do, and what is found in it. */
function look() {
  preview.whole();
  check();
}

async function begin() {
  speak(document.getElementById("editor"), json("spoken"), ".fjs-form-container, .bio-properties-panel-header-label, textarea, [contenteditable]", ".fjs-select-placeholder, .fjs-context-pad *");
  original = JSON.parse(given);
  const saved = new Set(keys(original));
  editor = new FormEditor({
    container: document.getElementById("editor"),
    additionalModules: [fieldsModule(words, foreignTypes(original)), panelModule(words, saved, (field) => startRenaming(room, keeper, field)), keysModule(document.getElementById("editor"))],
  });
  const left = keeper.left();
  await read(left ? JSON.parse(left) : original, original);
  if (left && left !== given) putBack();
  keeper.begin(same(JSON.parse(current()), original) ? current() : given);
  editor.on("changed", () => { keeper.changed(); preview.changed(); check(); });
  if (left && left !== given) keeper.changed();
  preview.whole();
  check();
  document.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act) editor.get("editorActions").trigger(act);
  });
  Object.assign(room, { editor, readBack: async (schema) => { await read(schema); return current(); } }); // for those who drive the page from outside
}

/** Read a schema into the editor; `original` is what the file has, where that is another state. */
async function read(schema, file = schema) {
  original = file;
  await editor.importSchema(schema);
  added = additions(schema, editor.getSchema());
}

function current() {
  return editor ? written(editor.getSchema(), original, added) : given;
}

function keys(schema) {
  const found = [];
  (function walk(parts, parent) {
    for (const part of parts ?? []) {
      if (part.key) found.push(path({ key: part.key, _parent: parent }));
      walk(part.components, part.id);
    }
  })(schema.components, schema.id);
  return found;
}

function putBack() {
  const line = make("div", "notice"), forget = make("button", "btn small", words.forget);
  forget.onclick = () => { keeper.stopped = true; keeper.clear(); location.reload(); };
  line.append(make("span", "", words.back), forget);
  document.getElementById("aside-told").append(line);
}

/** What is wrong stands in the bar below and at the component it is about. */
function check() {
  clearTimeout(checking);
  checking = setTimeout(async () => {
    const answer = await fetch(room.dataset.findings, { method: "POST", body: current(), headers: { "X-CSRFToken": csrf() } }).catch(() => null);
    if (answer?.ok) list(await answer.json());
  }, 500);
}

function list({ findings, untranslated }) {
  const bar = document.getElementById("findings"), rows = bar.querySelector("ul");
  rows.replaceChildren(...findings.map((one) => {
    const row = make("li", `row finding ${one.severity}`), go = make("button", "finding-line");
    go.type = "button";
    go.append(make("b", one.severity, words.severities[one.severity]), make("span", "", one.text), make("small", "soft2", one.remedy));
    go.onclick = () => choose(one.element);
    row.append(go);
    return row;
  }));
  if (untranslated) rows.append(make("li", "row soft2 second", words.untranslated.replace("{count}", untranslated.toLocaleString(spoken()))));
  bar.hidden = !findings.length && !untranslated;
  const marks = findings.filter(({ element, severity }) => element && severity !== "info");
  badges.replaceSync(marks.map(({ element, severity }) => `.fjs-element[data-id="${CSS.escape(element)}"]{outline:2px solid ${severity === "error" ? "#b42318" : "#855200"};outline-offset:-2px}`).join(""));
}

function choose(id) {
  const field = editor?.get("formFieldRegistry").get(id);
  if (!field) return;
  view("both");
  editor.get("selection").set(field);
  document.querySelector(`.fjs-element[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
}

function views() {
  document.addEventListener("click", ({ target }) => {
    const wanted = target.closest("[data-view]:not(#form-room)")?.dataset.view;
    if (wanted) view(wanted);
  });
  if (matchMedia("(max-width: 899px)").matches) view("seen");
}

function view(wanted) {
  room.dataset.view = wanted;
  for (const one of document.querySelectorAll(".sheet-head [data-view]")) one.setAttribute("aria-pressed", String(one.dataset.view === wanted));
}
