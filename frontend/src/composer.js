// The message box: choosing "internal" changes its ground and the words that say who will read it.
function say(form) {
  const internal = form.querySelector("[name=kind]:checked")?.value === "internal";
  form.classList.toggle("internal", internal);
  for (const one of form.querySelectorAll("[data-public]")) one.textContent = internal ? one.dataset.internal : one.dataset.public;
}

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-composer]");
  if (form && target.name === "kind") say(form);
});
document.querySelectorAll("form[data-composer]").forEach(say);
