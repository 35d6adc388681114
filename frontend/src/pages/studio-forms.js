// The list of forms: choosing an element on the drawing shows its line; a chosen file is sent at once.
document.addEventListener("element", ({ detail: { id } }) => {
  for (const line of document.querySelectorAll(".asked")) {
    if (line.dataset.element !== id) line.removeAttribute("aria-current");
    else line.setAttribute("aria-current", "true"), line.scrollIntoView({ block: "nearest" });
  }
});
if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
  [...document.querySelectorAll("[data-sends]")].find((one) => one.files.length)?.form.requestSubmit(); // chosen before this was here
}
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-sends]") && target.files.length) target.form.requestSubmit();
});
