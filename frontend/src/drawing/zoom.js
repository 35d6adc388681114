// Size: the whole drawing if it stays readable, else readable and at the step that matters.
const readable = 0.7, side = 24;
// On the screen, whatever the size: above stand the title and the buttons, and the labels over the topmost steps.
const above = 72, below = 32;

export function fit(viewer, focus, least = readable) {
  const canvas = viewer.get("canvas"), { inner, outer } = canvas.viewbox();
  if (!outer.width || !inner.width) return;
  const whole = Math.min(1, outer.width / (inner.width + 2 * side), (outer.height - above - below) / inner.height);
  const scale = Math.max(least, whole);
  const width = outer.width / scale, height = outer.height / scale;
  const x = inner.x - Math.max(side, (width - inner.width) / 2);
  const y = inner.y - Math.max(above / scale, Math.min(90, (height - inner.height) / 2));
  canvas.viewbox({ x, y, width, height });
  const element = scale > whole && viewer.get("elementRegistry").get(focus);
  if (element) canvas.scrollToElement(element, 60);
}

/** A small drawing (`data-least`) may be shown smaller than one can read. */
export const least = (box) => Number(box.dataset.least) || readable;

export function zoomButtons(viewer, box, focus) {
  const canvas = viewer.get("canvas"), output = box.querySelector(".drawing-tools output");
  const language = document.documentElement.lang === "ar" ? "ar-EG" : document.documentElement.lang;
  const say = () => output && (output.textContent = canvas.zoom().toLocaleString(language, { style: "percent" }));
  box.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
    const { zoom } = button.dataset;
    if (zoom === "fit") fit(viewer, focus, least(box));
    else canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * (zoom === "in" ? 1.25 : 0.8))));
  }));
  viewer.on("canvas.viewbox.changed", say);
  say();
}
