// Choosing people and things: an accessible combobox (WAI-ARIA, list autocomplete). Chosen ones are ticked boxes in chips.
let wait;

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[role=combobox]")) return;
  clearTimeout(wait);
  target.closest(".picker").dataset.waiting = ""; // what is listed answers an earlier word
  wait = setTimeout(() => search(target), 150);
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.("[role=combobox]") && !target.closest(".picker").querySelector(".chip")) search(target);
});
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const box = target.closest?.(".picker");
  if (box && !box.contains(relatedTarget)) setTimeout(() => fold(box));
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.(".picks [role=option]");
  if (!option) return;
  event.preventDefault();
  choose(option);
});
document.addEventListener("click", (event) => {
  const cross = event.target.closest?.(".chip [data-drop]");
  if (!cross) return;
  event.preventDefault();
  const box = cross.closest(".picker");
  cross.closest(".chip").remove();
  changed(box);
});
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("[role=combobox]")) return;
  const box = event.target.closest(".picker");
  const list = box.querySelector(".picks");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = list.querySelector("[aria-selected=true]");
  if (step) mark(box, list.hidden ? search(event.target) : step);
  else if (event.key === "Enter" && !list.hidden && at && !("waiting" in box.dataset)) choose(at);
  else if (event.key === "Enter" && event.target.value); // a name half written sends nothing
  else if (event.key === "Escape" && !list.hidden) fold(box);
  else if (event.key === "Backspace" && !event.target.value && box.querySelector(".chip")) {
    [...box.querySelectorAll(".chip")].at(-1).remove();
    changed(box);
  } else return;
  event.preventDefault();
  event.stopPropagation();
});

// Who was quicker than this script is answered now.
if (document.activeElement?.matches("[role=combobox]") && !document.activeElement.closest(".picker").querySelector(".chip")) search(document.activeElement);

async function search(input) {
  const box = input.closest(".picker");
  const list = box.querySelector(".picks");
  if (!box.dataset.url) return;
  const url = new URL(box.dataset.url, location.href);
  const asked = { kind: box.dataset.picker, q: input.value.trim(), filter: box.dataset.filter };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  box.ariaBusy = "true";
  const answer = await fetch(url, { headers: { Accept: "text/html" } }).catch(() => null);
  box.ariaBusy = "false";
  if (!answer?.ok || input.value.trim() !== asked.q || document.activeElement !== input) return;
  list.innerHTML = await answer.text();
  delete box.dataset.waiting;
  if (!list.querySelector("[role=option]")) {
    list.innerHTML = "<li class=none role=presentation></li>";
    list.firstChild.textContent = box.dataset.none;
  }
  [...list.children].forEach((one, at) => { one.id = `${list.id}-${at}`; });
  list.hidden = false;
  input.ariaExpanded = "true";
  if (asked.q) mark(box, 1);
}

function mark(box, step) {
  if (typeof step !== "number") return;
  const options = [...box.querySelectorAll("[role=option]:not([aria-disabled])")];
  const old = options.findIndex((one) => one.ariaSelected === "true");
  const now = options[(old + step + options.length) % options.length];
  options.forEach((one) => { one.ariaSelected = String(one === now); });
  now?.scrollIntoView({ block: "nearest" });
  box.querySelector("input[role]").setAttribute("aria-activedescendant", now?.id ?? "");
}

function choose(option) {
  if (option.ariaDisabled === "true") return;
  const box = option.closest(".picker");
  const { value, label, note } = option.dataset;
  const many = "many" in box.dataset;
  for (const chip of box.querySelectorAll(".chip")) if (!many || chip.querySelector("input").value === value) chip.remove();
  const chip = document.createElement("label");
  chip.className = "chip";
  chip.innerHTML = "<input type=checkbox checked><b><bdi></bdi></b> <small dir=auto></small><button class=icon-btn type=button data-drop></button>";
  Object.assign(chip.querySelector("input"), { name: box.dataset.name, value });
  chip.querySelector("bdi").textContent = label;
  chip.querySelector("small").textContent = note;
  chip.querySelector("button").append(box.querySelector("template").content.cloneNode(true));
  chip.querySelector("button").ariaLabel = `${box.dataset.remove} ${label}`;
  const face = option.querySelector(".avatar");
  if (face) chip.querySelector("b").before(face.cloneNode(true));
  box.querySelector("input[role]").before(chip);
  changed(box);
}

function changed(box) {
  const input = box.querySelector("input[role]");
  input.value = "";
  input.placeholder = "";
  fold(box);
  input.focus();
  fold(box);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function fold(box) {
  box.querySelector(".picks").hidden = true;
  const input = box.querySelector("input[role]");
  input.ariaExpanded = "false";
  input.removeAttribute("aria-activedescendant");
}
