// The Try tab: lines beside the drawing show their place on it, another actor gets another form, "Try from here" begins by itself.
document.addEventListener("click", ({ target }) => {
  const id = target.closest?.("[data-shows]")?.dataset.shows;
  if (!id) return;
  const box = document.querySelector("[data-drawing]");
  box.querySelector(`[data-element="${CSS.escape(id)}"]`)?.click();
  box.dispatchEvent(new CustomEvent("show", { detail: { id } }));
  box.scrollIntoView({ block: "nearest", behavior: "smooth" });
});
document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-actor]")) return;
  const url = new URL(target.dataset.actor, location.href);
  url.searchParams.set("by", target.value);
  location.assign(url);
});
document.querySelector("form[data-at-once]")?.requestSubmit();
