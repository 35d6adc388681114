// Publishing: the evidence goes to the printer, which may as well be a file.
document.querySelector("[data-print]")?.addEventListener("click", () => print());
