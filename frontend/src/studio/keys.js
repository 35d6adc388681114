// Keys of the editors by their place on the keyboard, so that they work on a Persian or Arabic layout too.
const WRITES = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";

/** The libraries ask for the letter that a key writes: on another layout that is never z, c or v. */
export function latin(box) {
  for (const deed of ["keydown", "keyup"]) box.addEventListener(deed, place, true);
}

function place(event) {
  if (event.target.closest?.(WRITES)) return;
  const letter = /^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(event.key) ? event.code[3] : event.key === "؟" ? "?" : "";
  if (letter) Object.defineProperty(event, "key", { value: event.shiftKey ? letter : letter.toLowerCase() });
}

/** Undo and redo wherever one is on the page and does not write: after a button of the panel one is not on the paper. */
export function everywhere({ undo, redo }) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || event.target.closest?.(WRITES)) return;
    const deed = event.code === "KeyZ" ? (event.shiftKey ? redo : undo) : event.code === "KeyY" ? redo : null;
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}
