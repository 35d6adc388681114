// After a swap: the new row of a list gets the focus, and what was typed while the answer was on its way stays.
const typed = new Map();
let added;

document.addEventListener("htmx:before:request", ({ target }) => {
  if (!target.closest?.("[data-form]")) return;
  typed.clear();
  added = target.dataset?.adds;
});
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => {
    if (target.name && target.type !== "file" && target.closest?.("[data-form]")) typed.set(target.id || target.name, target.value);
  }, true);
}
document.addEventListener("htmx:after:swap", ({ target }) => {
  if (!target.closest?.("[data-form]") && !document.querySelector("[data-form]")) return;
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (field && field !== document.activeElement && "value" in field && !/^(checkbox|radio|hidden)$/.test(field.type)) field.value = value;
  }
  if (added) document.querySelector(`#row-${CSS.escape(added)} :is(input:not([type=hidden]), select, textarea)`)?.focus();
  added = undefined;
});
// Long lists of boxes are narrowed while one types.
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-narrows]")) return;
  const words = target.value.trim().toLocaleLowerCase();
  for (const one of target.parentNode.querySelectorAll(".check")) {
    one.hidden = !one.textContent.toLocaleLowerCase().includes(words) && !one.querySelector("input").checked;
  }
});
