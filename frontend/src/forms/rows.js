// After a swap: the new row of a list gets the focus, and what was typed, chosen or sent while the answer was on its way stays.
const typed = new Map(), touched = new Set();
const boxes = "[data-form] :is(.picker, [data-files], .day)";
let added;

document.addEventListener("htmx:before:request", ({ target }) => {
  if (!target.closest?.("[data-form]")) return;
  typed.clear();
  touched.clear();
  added = target.dataset?.adds;
});
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    if (target.name && target.type !== "file" && target.closest?.("[data-form]")) typed.set(target.id || target.name, target.value);
    const box = target.closest?.("[data-form] :is(.picker, [data-files])");
    if (box) touched.add(box);
  }, true);
}
// The answer knows nothing of people and files chosen after it was asked for, nor of a list or a calendar that is open.
document.addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  for (const box of document.querySelectorAll(boxes)) {
    if (box.hasAttribute("hx-morph-skip") || !touched.has(box) && !box.querySelector(".picks:not([hidden]), .calendar")) continue;
    box.setAttribute("hx-morph-skip", "once");
    const fresh = tasks.map(({ fragment }) => fragment?.querySelector(`#${CSS.escape(box.querySelector("[id]").id)}`)?.closest("[data-filter]")).find(Boolean);
    if (fresh) box.dataset.filter = fresh.dataset.filter; // who may be chosen can follow from the other answers
  }
});
document.addEventListener("htmx:finally:swap", () => document.querySelectorAll("[hx-morph-skip=once]").forEach((box) => box.removeAttribute("hx-morph-skip")));
document.addEventListener("htmx:after:swap", ({ target }) => {
  if (!target.closest?.("[data-form]") && !document.querySelector("[data-form]")) return;
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (field && field !== document.activeElement && "value" in field && !/^(checkbox|radio|hidden)$/.test(field.type)) field.value = value;
  }
  if (added) document.querySelector(`#row-${CSS.escape(added)} :is(input:not([type=hidden]), select, textarea)`)?.focus();
  added = undefined;
});
// What was chosen before the page could ask is asked now: a field may follow from it.
addEventListener("load", early);
if (document.readyState === "complete") early();
function early() {
  removeEventListener("load", early);
  const field = [...document.querySelectorAll("[data-form] [hx-post] :is(input:not([type=hidden], [type=file], [role=combobox]), select, textarea)")].find(changed);
  field?.dispatchEvent(new Event("change", { bubbles: true }));
}
function changed(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.matches("select")) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
  return field.value !== field.defaultValue;
}
// Long lists of boxes are narrowed while one types.
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-narrows]")) return;
  const words = target.value.trim().toLocaleLowerCase();
  for (const one of target.parentNode.querySelectorAll(".check")) {
    one.hidden = !one.textContent.toLocaleLowerCase().includes(words) && !one.querySelector("input").checked;
  }
});
