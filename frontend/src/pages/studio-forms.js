// The list of forms: choosing an element on the drawing shows its line; a chosen file is sent at once.
document.addEventListener("element", ({ detail: { id } }) => {
  for (const line of document.querySelectorAll(".asked")) {
    if (line.dataset.element !== id) line.removeAttribute("aria-current");
    else line.setAttribute("aria-current", "true"), line.scrollIntoView({ block: "nearest" });
  }
});
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-sends]") && target.files.length) target.form.requestSubmit();
});
