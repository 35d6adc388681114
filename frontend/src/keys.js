// Keys: j k move, the letters press what carries data-key, x checks, / searches, ? shows all keys.
// event.code is the place on the keyboard, so that the letters work on a Persian or Arabic layout too.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !/Key[JK]/.test(event.code)) return;
  if (event.target.closest("input, select, textarea, [contenteditable], dialog[open], .canvas")) return;
  const key = event.key === "?" || event.code === "Slash" && event.shiftKey ? "?"
    : event.key === "/" || event.code === "Slash" ? "/" : event.code.slice(0, 3) === "Key" ? event.code[3].toLowerCase() : "";
  if (!key || event.shiftKey && key !== "?" && key !== "/") return;
  const done = key === "j" || key === "k" ? move(key === "j" ? 1 : -1) : key === "x" && check() || press(key);
  if (done) event.preventDefault();
});

function move(step) {
  const titles = [...document.querySelectorAll("[data-list] .row-title")];
  const at = titles.indexOf(document.activeElement.closest(".row")?.querySelector(".row-title")
    ?? document.querySelector("[data-list] .row[aria-current] .row-title"));
  const next = titles[at < 0 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  if (next?.closest("[data-list=open]")) next.click();
  return next;
}

function check() {
  const row = document.activeElement.closest(".row") ?? document.querySelector("[data-list] .row[aria-current]");
  const box = row?.querySelector("input[type=checkbox]");
  box?.click();
  return box;
}

function press(key) {
  const button = [...document.querySelectorAll(`[data-key="${key}"]`)].find((one) => one.checkVisibility());
  if (button?.closest("#task[aria-busy]")) return button; // it belongs to the task that is going, not to the one that is chosen
  if (button?.matches("input, textarea")) button.focus(), button.select();
  else button?.click();
  return button;
}

// The row whose task is open stays marked while the task is fetched beside the list.
document.addEventListener("click", ({ target }) => {
  const row = target.closest("[data-list=open] .row");
  if (!row || target.closest(".row-pick")) return;
  document.querySelectorAll("[data-list=open] .row[aria-current]").forEach((old) => old.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
});

// After a decision the next one of the list comes; the list knows which that is.
document.addEventListener("submit", ({ target }) => {
  const then = target.elements?.then;
  const next = document.querySelector("[data-list=open] .row[aria-current]");
  if (!then || !next) return;
  let row = next.nextElementSibling;
  while (row && !row.dataset.task) row = row.nextElementSibling;
  then.value = row?.dataset.task ?? "";
});

document.addEventListener("change", ({ target }) => {
  if (target.matches(".row-pick")) target.closest(".row").toggleAttribute("data-checked", target.checked);
});
