// Dropped or chosen files go at once: the answer is the drawing. What was chosen before this was here goes as well; what a
// browser puts back when one returns to the page does not.
const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
for (const zone of document.querySelectorAll("[data-drop-zone]")) {
  const input = zone.querySelector("[type=file]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        send(zone, input);
      }
    });
  }
  input.addEventListener("change", () => input.files.length && send(zone, input));
  if (fresh && input.files.length) send(zone, input);
}

function send(zone, input) {
  if (zone.classList.contains("busy")) return;
  zone.classList.add("busy");
  zone.querySelector("[data-words]").textContent = zone.dataset.busy;
  input.form.requestSubmit();
}

// A file dropped beside the zone must not replace the page.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
}

// The copy is for the department chosen above.
document.querySelector("#department")?.addEventListener("change", (event) => {
  const copy = document.querySelector("[data-copy] [name=department]");
  if (copy) copy.value = event.target.value;
});
const copy = document.querySelector("[data-copy] [name=department]");
const chosen = document.querySelector("#department");
if (copy && chosen) copy.value = chosen.value;

// Coming back with the browser's back button: the page is ready again.
addEventListener("pageshow", (event) => event.persisted && location.reload());
