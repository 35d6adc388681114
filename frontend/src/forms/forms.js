// What forms do beyond posting: amounts are grouped while typed, days, people and files are chosen. Forms work without it.
import "./amounts.js";
import "./days.js";
import "./files.js";
import "./picker.js";
import "./rows.js";

const root = document.documentElement;

/** Once: the press that came before all this was here is done now. */
export function begin(early) {
  if (root.dataset.forms) return;
  root.dataset.forms = "ready";
  early?.click();
}
