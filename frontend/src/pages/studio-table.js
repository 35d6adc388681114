// The editor of decision tables: dmn-js, saved as one goes; findings at the rules; and the grid of tests below.
import DmnModeler from "dmn-js/lib/Modeler";
import DmnViewer from "dmn-js/lib/NavigatedViewer";
import { edited } from "../studio/tables/editions.js";
import { Grid } from "../studio/tables/grid.js";
import { latin } from "../studio/keys.js";
import { speak } from "../studio/speaking.js";
import { Keeper, make } from "../studio/keeping.js";
import { csrf } from "../csrf.js";

const json = (id) => JSON.parse(document.getElementById(id).textContent);
const room = document.getElementById("table-room"), words = json("words"), given = json("xml");
const badges = new CSSStyleSheet(), heard = new WeakSet();
document.adoptedStyleSheets.push(badges);
let current = given, modeler, asking, said = { decisions: [], judgements: [], troubles: [], hit: {}, outcomes: [] }, chosen = -1;

const keeper = new Keeper(room, words, () => current);
const grid = new Grid(document.getElementById("grid"), words, json("rows"), Boolean(room.dataset.editable), { changed: () => { tests.changed(); ask(); }, chosen: (at) => { chosen = at; paint(); } });
// The two files are saved apart: who saves the table has not seen what another wrote into the tests meanwhile.
const tests = new Keeper({ dataset: { ...room.dataset, file: room.dataset.tests, path: `${room.dataset.path}#tests` }, dispatchEvent: () => {} }, words, () => JSON.stringify({ rows: grid.rows, types: types() }));

document.getElementById("grid-add")?.addEventListener("click", () => grid.add());
speak(document.getElementById("editor"), json("spoken"), "td, textarea, [contenteditable]");
try {
  await begin();
} catch (error) {
  console.warn(error);
  document.getElementById("aside-told").replaceChildren(make("p", "notice wrong", words.unreadable.replace("{why}", error.message)));
}
ask(0);
room.dataset.ready = "yes";

async function begin() {
  latin(document.getElementById("editor"));
  modeler = new (room.dataset.editable ? DmnModeler : DmnViewer)({ container: document.getElementById("editor") });
  const left = keeper.left();
  current = left ?? given;
  modeler.on("views.changed", views);
  await modeler.importXML(edited(current));
  keeper.begin(given);
  const before = tests.left();
  if (before) grid.replace(JSON.parse(before).rows), tests.changed();
  tests.begin(JSON.stringify({ rows: json("rows"), types: types() }));
  const first = modeler.getViews().find(({ type }) => type !== "drd");
  if (first) await modeler.open(first);
  if (left && left !== given) putBack(), keeper.changed();
  document.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act) modeler.getActiveViewer()?.get("commandStack")[act]();
  });
  room.editor = modeler; // for those who drive the page from outside
}

/** One tab for the diagram and one for each decision. */
function views({ views: all, activeView }) {
  const bar = document.getElementById("table-views");
  bar.hidden = all.length < 2;
  bar.replaceChildren(...all.map((view) => {
    const tab = make("button", "tab", view.type === "drd" ? words.drd : view.name || view.id);
    tab.type = "button";
    if (view === activeView || view.id === activeView?.id && view.type === activeView?.type) tab.setAttribute("aria-selected", "true");
    tab.onclick = () => modeler.open(view);
    return tab;
  }));
  const viewer = modeler.getActiveViewer();
  if (!viewer || heard.has(viewer)) return;
  heard.add(viewer);
  viewer.on("commandStack.changed", changed);
  viewer.on("elements.changed", changed);
}

async function changed() {
  if (!room.dataset.editable) return;
  const { xml } = await modeler.saveXML({ format: true });
  if (xml === current) return;
  current = xml;
  keeper.changed();
  ask();
}

function ask(wait = 400) {
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const body = JSON.stringify({ xml: current, rows: grid.rows, path: room.dataset.path });
    const answer = await fetch(room.dataset.report, { method: "POST", body, headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() } }).catch(() => null);
    if (!answer?.ok) return;
    said = await answer.json();
    grid.show(said);
    list();
    paint();
    room.dataset.asked = String(Number(room.dataset.asked ?? 0) + 1);
  }, wait);
}

function types() {
  return Object.fromEntries(said.decisions.map((one) => [one.name, Object.fromEntries([...one.inputs.map(({ name, type }) => [name, type]), ...one.fields.map(({ name, type }) => [`=${name}`, type])])]));
}

/** What is wrong, each line leading to its rule. */
function list() {
  const bar = document.getElementById("findings");
  const lines = [...said.troubles.map(([element, text]) => ["error", [element], text]), ...said.judgements.map(({ rule, rules, text }) => [rule === "gap" || rule === "never" ? "warning" : "error", rules, text])];
  bar.hidden = !lines.length;
  bar.querySelector("ul").replaceChildren(...lines.map(([severity, rules, text]) => {
    const row = make("li", `row finding ${severity}`), go = make("button", "finding-line");
    go.type = "button";
    go.append(make("b", severity, words.severities[severity]), make("span", "", text));
    go.onclick = () => document.querySelector(rules.map((id) => `[data-row-id="${CSS.escape(id)}"], [data-element-id="${CSS.escape(id)}"]`).join(", ") || "none")?.scrollIntoView({ block: "center" });
    row.append(go);
    return row;
  }));
}

/** Rules with a finding are marked, rules that the chosen test hits (or any test, while none is chosen) are coloured. */
function paint() {
  const rows = (ids, style) => ids.length ? `${ids.map((id) => `.paper td[data-row-id="${CSS.escape(id)}"]`).join(",")}{${style}}` : "";
  const hit = chosen >= 0 ? said.outcomes[chosen]?.rules ?? [] : Object.keys(said.hit);
  const bad = said.judgements.flatMap(({ rule, rules }) => (rule === "never" ? [] : rules));
  const never = said.judgements.flatMap(({ rule, rules }) => (rule === "never" ? rules : []));
  const cells = said.troubles.map(([id]) => id).filter(Boolean);
  badges.replaceSync(rows(hit, chosen >= 0 ? "background:#e6f1e7" : "box-shadow:inset 0 -2px #2c6a3c") + rows(bad, "outline:1px solid #b42318;outline-offset:-1px") + rows(never, "opacity:.55")
    + cells.map((id) => `.paper [data-element-id="${CSS.escape(id)}"]{outline:2px solid #b42318;outline-offset:-2px}`).join(""));
}

function putBack() {
  const line = make("div", "notice"), forget = make("button", "btn small", words.forget);
  forget.onclick = () => { keeper.stopped = true; keeper.clear(); location.reload(); };
  line.append(make("span", "", words.back), forget);
  document.getElementById("aside-told").append(line);
}
