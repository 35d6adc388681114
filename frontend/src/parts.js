// What few pages need comes when a page shows something for it. It is not waited for until somebody comes near it: a file
// chosen or a word typed in the meantime would be lost.
const parts = [
  [".undo-bar[data-seconds]", () => import("./undo.js")],
  [".form-part, .picker, .day, .files", () => forms()],
  ["form[data-keep]", () => import("./autosave.js")],
  ["form[data-composer]", () => import("./composer.js")],
];
// A press on a button of a part that is still on its way is done when it is there.
let early;
document.addEventListener("click", ({ target }) => { early = target.closest("button.scripted"); });
const forms = () => import("./forms/forms.js").then(({ begin }) => begin(early));
const show = () => parts.forEach(([needs, load]) => document.querySelector(needs) && load());
document.addEventListener("htmx:after:swap", show);
show();

document.addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  if (!target.matches("form[data-reader]")) return;
  event.preventDefault();
  (await import("./reading.js")).turn(target, submitter);
});
if (sessionStorage.getItem("kept:" + location.pathname)) import("./reading.js").then(({ bringBack }) => bringBack());

setInterval(async () => (await import("./times.js")).renew(), 60000);
