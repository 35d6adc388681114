// The buttons around the drawing: zoom, search, full screen, undo and redo; and the keys that do the same.
import { everywhere, latin } from "../keys.js";

const STEP = 1.25, LEAST = 0.7, BAR = 56;

/** The whole drawing if it stays readable, else from its first step on; never below the palette, nor its top below the bar of buttons. */
export function fit(modeler) {
  const canvas = modeler.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const side = modeler.get("palette", false) ? 108 : 24, room = { width: outer.width - side - 24, height: outer.height - 48 };
  const whole = Math.min(room.width / inner.width, room.height / inner.height, 1);
  const scale = Math.max(whole, LEAST);
  const start = modeler.get("elementRegistry").find((one) => one.type === "bpmn:StartEvent" && !one.labelTarget);
  const rtl = document.documentElement.dir === "rtl";
  const fits = inner.width * scale <= room.width;
  const first = fits ? inner.x : Math.min(inner.x, (start?.x ?? inner.x) - 60);
  const tall = inner.height * scale <= room.height;
  const top = tall ? inner.y - (outer.height / scale - inner.height) / 2 : Math.max(inner.y - BAR / scale, Math.min((start?.y ?? inner.y) - outer.height / scale / 2, inner.y + inner.height - outer.height / scale));
  const before = fits ? (rtl ? 24 : side) + (room.width - inner.width * scale) / 2 : rtl ? 24 : side;
  canvas.viewbox({ x: first - before / scale, y: top, width: outer.width / scale, height: outer.height / scale });
}

/** Fits the drawing, and once more when the parts around it have found their size, unless somebody moved or began anything meanwhile:
 * the name that is being typed closes when the paper moves under it. */
export function fitted(modeler, box) {
  const canvas = modeler.get("canvas"), place = () => { const { x, y, scale } = canvas.viewbox(); return [x, y, scale].join(); };
  const again = () => { canvas.resized(); fit(modeler); };
  again();
  let first = place();
  const begun = () => { first = null; };
  for (const deed of ["pointerdown", "keydown"]) box.addEventListener(deed, begun, { capture: true, once: true });
  return () => {
    if (first === place()) again();
    first = null;
  };
}

export function tools(modeler, story, box) {
  const canvas = modeler.get("canvas"), output = box.querySelector(".drawing-tools output");
  const zoom = (by) => canvas.zoom(canvas.zoom() * by, "auto");
  const deeds = {
    in: () => zoom(STEP), out: () => zoom(1 / STEP), fit: () => fit(modeler), find: () => modeler.get("searchPad").toggle(),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen()),
    undo: () => story.undo(), redo: () => story.redo(),
  };
  document.addEventListener("click", ({ target }) => deeds[target.closest("[data-deed]")?.dataset.deed]?.());
  // What is pasted or spoken is searched, too: the pad of bpmn-js hears keys only.
  box.addEventListener("input", ({ target }) => target.closest(".djs-search-input") && target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
  const show = () => { output.value = canvas.zoom().toLocaleString(document.documentElement.lang === "ar" ? "ar-EG" : document.documentElement.lang, { style: "percent" }); };
  modeler.on("canvas.viewbox.changed", show);
  show();
  if (innerWidth < 640) modeler.get("palette", false)?.close();
  latin(box);
  const actions = modeler.get("editorActions", false);
  if (actions) everywhere(deeds);
  for (const deed of actions ? ["undo", "redo"] : []) {
    actions.unregister(deed);
    actions.register(deed, deeds[deed]);
  }
  // The pad of keys opens from the drawing too, where the page's own keys sleep.
  modeler.get("keyboard").addListener(({ keyEvent }) => {
    if (keyEvent.key !== "?") return;
    document.querySelector("[data-dialog=keys]")?.click();
    return true;
  });
  return () => {
    document.querySelectorAll("[data-deed=undo]").forEach((one) => { one.disabled = !story.mayUndo; });
    document.querySelectorAll("[data-deed=redo]").forEach((one) => { one.disabled = !story.mayRedo; });
  };
}

/** A bar above the drawing: a sentence and what to do. */
export function bar(box, sentence, choices, look = "") {
  const place = box.querySelector(".drawing-bars"), one = document.createElement("div");
  one.className = `notice ${look}`;
  one.setAttribute("role", "alert");
  one.append(Object.assign(document.createElement("span"), { textContent: sentence }));
  for (const [words, deed, primary] of choices) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: `btn small ${primary ? "primary" : ""}`, textContent: words });
    button.addEventListener("click", () => { one.remove(); deed?.(); });
    one.append(button);
  }
  place.replaceChildren(one);
  return one;
}
