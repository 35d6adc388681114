// htmx: the CSRF header on every request, busy buttons, and where the eye goes after a swap.
import htmx from "htmx.org";
import { toast } from "./bars.js";
import { csrf } from "./csrf.js";

const words = document.documentElement.dataset;
window.htmx = htmx;
htmx.config.noSwap = [204, 304, "5xx", 403, 404];

document.addEventListener("htmx:config:request", ({ detail }) => {
  detail.ctx.request.headers["X-CSRFToken"] = csrf();
});
document.addEventListener("htmx:response:error", ({ detail }) => {
  if (detail.ctx.response.status !== 422 && detail.ctx.response.status !== 409) toast(words.failed, true);
});
document.addEventListener("htmx:error", ({ detail }) => {
  console.error(detail.error ?? detail.ctx?.status);
  toast(navigator.onLine ? words.failed : words.offline, true);
});
document.addEventListener("htmx:before:request", ({ target, detail: { ctx } }) => {
  busy(target, true);
  // A form that is drawn anew, and the place of a task that is fetched, say so until the newest answer is there.
  if (ctx.target?.matches("[data-form], #task")) ctx.target.awaits = ctx, ctx.target.ariaBusy = "true";
});
document.addEventListener("htmx:finally:request", ({ target, detail: { ctx } }) => {
  busy(target, false);
  if (ctx.target?.awaits === ctx) ctx.target.ariaBusy = null;
});
document.addEventListener("htmx:after:swap", () => look(document));
addEventListener("pageshow", () => document.querySelectorAll("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy")));

// An ordinary form is sent once: the pressed button turns busy, a second press does nothing, however soon it comes.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.matches(".btn") || event.target.method === "dialog") return;
  if (button.sent || button.getAttribute("aria-busy") === "true") return event.stopImmediatePropagation(), event.preventDefault();
  button.sent = true;
  setTimeout(() => {
    button.sent = false;
    if (!event.defaultPrevented) busy(event.target, true, button);
  });
}, true);

function busy(place, on, button = place.matches?.(".btn") ? place : place.querySelector?.(".btn.primary")) {
  if (on) button?.setAttribute("aria-busy", "true");
  else place.querySelectorAll?.("[aria-busy]").forEach((one) => one.removeAttribute("aria-busy")), button?.removeAttribute("aria-busy");
}

/** Errors first, then whatever the answer marks with data-focus. */
function look(place) {
  const first = place.querySelector(".notice.wrong[tabindex]:not([data-seen]), [data-focus]:not([data-seen])");
  if (!first) return;
  first.dataset.seen = "";
  first.focus({ preventScroll: first.matches("[data-still]") });
}

look(document);
