// Menus are <details class="menu">: close outside and on Escape, arrows inside. Dialogs open by data-dialog="id";
// the same buttons have command="show-modal", so that they open before this is here.
const open = () => document.querySelector("details.menu[open]");

document.addEventListener("click", ({ target }) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => menu.contains(target) || (menu.open = false));
  const dialog = target.closest("[data-dialog]")?.dataset.dialog;
  if (dialog) document.getElementById(dialog)?.showModal();
  if (target.closest("[data-close]")) target.closest("dialog, .notice, .toast, .undo-bar")?.dispatchEvent(new Event("dismiss", { bubbles: true }));
  if (target.matches("dialog")) target.close();
});
document.addEventListener("dismiss", ({ target }) => (target.close ? target.close() : target.remove()));
document.addEventListener("toggle", ({ target }) => {
  if (target.matches?.("details.menu") && target.open) target.querySelector(".menu-body :is(a, button, input)")?.focus();
}, true);
document.addEventListener("keydown", (event) => {
  const menu = open();
  if (!menu) return;
  const items = [...menu.querySelectorAll(".menu-body :is(a, button, input)")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (step) {
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
  }
});
