// Language, calendar and theme without losing what was typed: a theme changes in place; for the others the page is read
// again and every field gets back what stood in it (file fields cannot, they are sent when chosen).
import { csrf } from "./csrf.js";

const key = "kept:" + location.pathname;
const fields = () => [...document.querySelectorAll("main :is(input, textarea, select)[name]:not([type=hidden], [type=password], [type=file])")];

/** Sends the choice of a form[data-reader] and shows the page as chosen. */
export async function turn(form, chosen) {
  const body = new FormData(form, chosen);
  const theme = body.get("theme");
  if (theme) document.documentElement.dataset.theme = theme;
  else keep();
  await fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": csrf() }, redirect: "manual" });
  if (theme) mark(form, chosen);
  else location.reload();
}

function keep() {
  sessionStorage.setItem(key, JSON.stringify(fields().map((one) => [one.name, one.type, one.value, one.checked])));
}

function mark(form, chosen) {
  form.querySelectorAll("[aria-checked]").forEach((one) => one.setAttribute("aria-checked", one === chosen));
  form.closest("details").open = false;
}

export function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(key));
  sessionStorage.removeItem(key);
  const now = fields();
  for (const [name, type, value, checked] of kept) {
    const ticked = type === "checkbox" || type === "radio";
    const at = now.findIndex((one) => one.name === name && (!ticked || one.value === value));
    const [one] = at < 0 ? [] : now.splice(at, 1);
    if (!one || (ticked ? one.checked === checked : one.value === value)) continue;
    if (ticked) one.checked = checked;
    else one.value = value;
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
