// What is typed into a form with data-keep="<address>" is saved a moment after the typing stops, and when the page is left.
import { csrf } from "./csrf.js";

const waiting = new Map();

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-keep]");
  if (form?.dataset.keep && !target.matches("[role=combobox], [type=file]")) soon(form);
});
// What was typed before this was here counts as well.
for (const form of document.querySelectorAll("form[data-keep]")) if ([...form.elements].some(typed)) soon(form);
document.addEventListener("submit", ({ target }) => forget(target));
addEventListener("pagehide", () => { for (const form of waiting.keys()) save(form); });

function typed(field) {
  return field.matches("input:not([type=file], [type=hidden], [type=checkbox], [type=radio]), textarea") && field.value !== field.defaultValue;
}

function soon(form) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => save(form), 1500));
}

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
}

async function save(form) {
  forget(form);
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  const answer = await fetch(form.dataset.keep, { method: "POST", body, headers: { "X-CSRFToken": csrf() }, keepalive: true }).catch(() => null);
  const place = document.getElementById("saved");
  if (answer?.ok && place) place.innerHTML = await answer.text();
}
