// Files go ahead of the form: dropped, pasted or chosen, each sent at once with its progress; the form carries their ids.
import { csrf } from "../csrf.js";

document.addEventListener("change", (event) => {
  const box = event.target.closest?.("[data-files]");
  if (!box || event.target.type !== "file" || !box.dataset.url) return;
  event.stopPropagation();
  add(box, event.target.files);
  event.target.value = "";
}, true);
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const box = event.target.closest?.("[data-files]");
    if (!box) return;
    event.preventDefault();
    box.querySelector(".drop").classList.toggle("over", kind === "dragover");
    if (kind === "drop") add(box, event.dataTransfer.files);
  });
}
document.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files ?? [];
  const form = event.target.closest?.("form") ?? document;
  const box = event.target.closest?.("[data-files]") ?? form.querySelector("[data-files]");
  if (!files.length || !box) return;
  event.preventDefault();
  add(box, files);
});
document.addEventListener("click", (event) => {
  const cross = event.target.closest?.(".file-row [data-drop]");
  if (!cross) return;
  const box = cross.closest("[data-files]");
  cross.closest(".file-row").dispatchEvent(new Event("gone"));
  cross.closest(".file-row").remove();
  hold(box);
  box.querySelector("[type=file]").focus();
  told(box);
});

// Files chosen before this was here go as well.
for (const early of document.querySelectorAll("[data-files] [type=file]")) {
  if (!early.files.length) continue;
  add(early.closest("[data-files]"), early.files);
  early.value = "";
}

function add(box, files) {
  const several = "several" in box.dataset;
  if (!several) box.querySelectorAll(".file-row").forEach((row) => row.remove());
  for (const file of several ? files : [...files].slice(0, 1)) send(box, file);
}

function send(box, file) {
  const row = draw(box, file);
  const { megabytes, large, kind, failed } = box.dataset;
  if (file.size > megabytes * 1048576) return refuse(row, large);
  if (!taken(box.querySelector("[type=file]").accept, file)) return refuse(row, kind);
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("file", file);
  request.open("POST", box.dataset.url);
  request.responseType = "json";
  request.setRequestHeader("X-CSRFToken", csrf());
  request.setRequestHeader("Accept", "application/json");
  request.upload.onprogress = ({ loaded, total }) => { row.querySelector("progress").value = loaded / total; };
  request.onload = () => (request.status < 300 && request.response?.id
    ? keep(box, row, request.response) : refuse(row, request.response?.error ?? failed));
  request.onerror = () => refuse(row, failed);
  row.addEventListener("gone", () => request.abort());
  request.send(body);
}

function draw(box, file) {
  const [sheet, , cross] = box.querySelector("template").content.cloneNode(true).children;
  const row = document.createElement("li");
  row.className = "file-row";
  row.innerHTML = "<span class=cut><bdi></bdi></span><small></small><span class=state role=status><progress max=1 value=0></progress><span></span></span>"
    + "<button class=icon-btn type=button data-drop></button>";
  row.prepend(sheet);
  row.querySelector("bdi").textContent = file.name || "image.png";
  row.querySelector("small").textContent = size(file.size);
  row.querySelector(".state span").textContent = box.dataset.sending;
  row.querySelector("button").append(cross);
  row.querySelector("button").ariaLabel = `${box.dataset.drop} ${file.name}`;
  box.querySelector("ul").append(row);
  hold(box);
  return row;
}

function keep(box, row, { id }) {
  const [, tick] = box.querySelector("template").content.cloneNode(true).children;
  const carried = document.createElement("input");
  Object.assign(carried, { type: "checkbox", checked: true, name: box.dataset.name, value: id, tabIndex: -1 });
  carried.ariaHidden = "true";
  row.prepend(carried);
  row.classList.add("ready");
  row.querySelector(".state").replaceChildren(tick, box.dataset.ready);
  hold(box);
  told(box);
}

function refuse(row, why) {
  row.classList.add("refused");
  row.querySelector(".state").textContent = why;
}

/** A swap of the form leaves files alone that are still on their way or were refused: the server does not know them. */
function hold(box) {
  box.toggleAttribute("hx-morph-skip", Boolean(box.querySelector(".file-row:not(.ready)")));
}

function told(box) {
  box.querySelector("input[type=hidden]").dispatchEvent(new Event("change", { bubbles: true }));
}

function taken(accept, { name, type }) {
  const kinds = accept.toLowerCase().split(",").map((one) => one.trim()).filter(Boolean);
  return !kinds.length || kinds.some((one) => (one.startsWith(".") ? name.toLowerCase().endsWith(one)
    : one.endsWith("/*") ? type.startsWith(one.slice(0, -1)) : type === one));
}

function size(bytes) {
  const [number, unit] = bytes < 1048576 ? [bytes / 1024, "kilobyte"] : [bytes / 1048576, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: number < 10 ? 1 : 0 }).format(number).replace("kB", "KB");
}
