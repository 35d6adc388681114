// A dialog that came back with a sentence is a real one again; without this it only stands open on the page.
const dialog = document.querySelector("dialog[open]");
if (dialog) {
  dialog.open = false;
  dialog.showModal();
  dialog.querySelector("[aria-invalid=true]")?.focus();
}
