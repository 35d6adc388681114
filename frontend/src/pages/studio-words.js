// What is typed and not saved yet when the page is left goes out with it; a chosen icon is shown at once; what asks a second
// question is saved when that is answered.
import { csrf } from "../csrf.js";

const typed = new Map(), sent = new Map(); // forms, by the number of their last change
let count = 0;
const form = (place) => place.closest?.("form[hx-put]");

document.addEventListener("input", ({ target }) => { if (form(target)) typed.set(form(target), ++count); });
document.addEventListener("htmx:before:request", ({ target }) => sent.set(form(target), typed.get(form(target))));
// Until the server has answered, it may not have heard: a page that is left takes its requests with it.
document.addEventListener("htmx:after:request", ({ target, detail: { ctx } }) => {
  if (ctx.response.status < 500 && typed.get(form(target)) === sent.get(form(target))) typed.delete(form(target));
});
addEventListener("pagehide", () => {
  for (const [one] of typed) {
    fetch(one.getAttribute("hx-put"), { method: "PUT", body: new URLSearchParams(new FormData(one)), headers: { "X-CSRFToken": csrf() }, keepalive: true });
  }
});
const empty = (one) => (one.type === "checkbox" || one.type === "radio" ? !one.checked : !one.value);
for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => {
  const { target } = event, asked = target.closest(".choices-list, .lane-choice")?.querySelector(`:scope > [data-of="${CSS.escape(target.value)}"]`);
  if (!asked || asked.contains(target)) return;
  const [typed, chosen] = ["input, textarea", "select"].map((kinds) => [...asked.querySelectorAll(kinds)]), fields = typed.length ? typed : chosen;
  if (!fields.length || !fields.every(empty)) return;
  event.stopPropagation();
  requestAnimationFrame(() => fields.find((one) => one.checkVisibility())?.focus());
}, true);
document.addEventListener("change", ({ target }) => {
  if (target.name !== "icon") return;
  document.getElementById("place-icon").replaceChildren(target.nextElementSibling.cloneNode(true));
  document.getElementById("place-icon-name").textContent = target.value;
});
