// What is typed and not saved yet when the page is left goes out with it; a chosen icon is shown at once.
import { csrf } from "../csrf.js";

const typed = new Set();
const form = (place) => place.closest?.("form[hx-put]");

document.addEventListener("input", ({ target }) => { if (form(target)) typed.add(form(target)); });
document.addEventListener("htmx:before:request", ({ target }) => typed.delete(form(target)));
addEventListener("pagehide", () => {
  for (const one of typed) {
    fetch(one.getAttribute("hx-put"), { method: "PUT", body: new URLSearchParams(new FormData(one)), headers: { "X-CSRFToken": csrf() }, keepalive: true });
  }
});
document.addEventListener("change", ({ target }) => {
  if (target.name !== "icon") return;
  document.getElementById("place-icon").replaceChildren(target.nextElementSibling.cloneNode(true));
  document.getElementById("place-icon-name").textContent = target.value;
});
