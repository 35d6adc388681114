// The sheet of texts: moved through like a spreadsheet; what was changed is saved a moment later, one request at a time.
import { csrf } from "../csrf.js";

const sheet = document.querySelector("[data-sheet]");
const state = document.querySelector("[data-sheet-state]");
const changed = new Map();
let seen = Number(sheet?.dataset.seen);
let timer, sending;

for (const one of document.querySelectorAll("[data-submits]")) one.addEventListener("change", () => one.form.requestSubmit());

sheet?.addEventListener("focusin", ({ target }) => { target.dataset.before ??= target.value; });
sheet?.addEventListener("input", ({ target }) => mark(target));
sheet?.addEventListener("change", soon);
sheet?.addEventListener("keydown", (event) => {
  const cell = event.target;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) go(cell, 1);
  else if (event.key === "ArrowDown" && (event.ctrlKey || cell.selectionEnd === cell.value.length)) go(cell, 1);
  else if (event.key === "ArrowUp" && (event.ctrlKey || cell.selectionStart === 0)) go(cell, -1);
  else if (event.key === "Escape" && cell.dataset.before !== cell.value) { cell.value = cell.dataset.before; mark(cell); }
  else return;
  event.preventDefault();
});
addEventListener("pagehide", () => { if (changed.size && !sending) send(true); });

/** The cell of the same language in the next row that is shown. */
function go(cell, step) {
  const column = [...sheet.querySelectorAll(`textarea[name=${cell.name}]`)];
  const next = column[column.indexOf(cell) + step];
  next?.focus();
  next?.select();
}

function mark(cell) {
  const place = cell.closest("td");
  const text = cell.value.trim();
  place.classList.toggle("lacks", "needed" in cell.dataset && !text);
  place.classList.add("unsaved");
  place.classList.remove("unfit");
  cell.dir = text.startsWith("=") ? "ltr" : ["fa", "ar"].includes(cell.lang) ? "rtl" : "ltr";
  changed.set(cell, cell.value);
  clearTimeout(timer);
  timer = setTimeout(send, 1500);
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(send, 50);
}

async function send(leaving) {
  if (sending || !changed.size) return;
  const batch = new Map(changed);
  const texts = {};
  for (const [cell, text] of batch) (texts[cell.closest("tr").dataset.label] ??= {})[cell.name] = text;
  changed.clear();
  sending = true;
  say("saving");
  const answer = await fetch(sheet.dataset.sheet, { method: "POST", body: JSON.stringify({ texts }), keepalive: leaving === true,
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf(), "X-Seen": String(seen) } }).catch(() => null);
  sending = false;
  const told = answer?.ok ? await answer.json().catch(() => null) : null;
  if (told) saved(batch, told);
  else refused(batch, answer?.status);
  if (changed.size) timer = setTimeout(send, answer ? 50 : 5000);
}

function saved(batch, told) {
  seen = told.revision;
  for (const [cell, text] of batch) {
    if (changed.has(cell)) continue;
    cell.closest("td").classList.remove("unsaved");
    cell.dataset.before = text;
  }
  if (told.aside) say("aside", told.by);
  else say("saved");
}

/** A sentence that cannot stand there is marked; what only did not arrive is tried again. */
function refused(batch, status) {
  say(status === 422 ? "unfit" : "failed");
  for (const [cell, text] of batch) {
    if (status === 422) cell.closest("td").classList.add("unfit");
    else if (!changed.has(cell)) changed.set(cell, text);
  }
}

function say(what, name) {
  state.textContent = state.dataset[what].replace("NAME", name ?? "");
  state.classList.toggle("wrong", what === "failed" || what === "unfit" || what === "aside");
}
