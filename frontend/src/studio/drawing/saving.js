// The drawing is saved as one draws: on the server after a pause, in the browser at once until the server has it.
import { ask, page } from "../page.js";

const SOON = 400, PAUSE = 1500, AGAIN = [3000, 8000, 20_000, 60_000];
const place = `studio:${page.draft}:${page.path}`;

/** `read()` gives the text, `tell(state, answer)` hears "changed", "saving", "saved", "kept" (by this browser), "aside", "closed". */
export class Keeper {
  constructor({ read, tell, saved }) {
    Object.assign(this, { read, tell, saved, revision: page.revision, tries: 0, held: false, dirty: false, at: 0 });
    addEventListener("online", () => this.dirty && this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.dirty && this.save());
    addEventListener("beforeunload", (event) => this.dirty && this.tries > 1 && event.preventDefault());
  }

  changed() {
    this.dirty = true;
    this.at += 1;
    this.tell("changed");
    clearTimeout(this.noting);
    clearTimeout(this.waiting);
    this.noting = setTimeout(() => this.note(), SOON);
    this.waiting = setTimeout(() => this.save(), PAUSE);
  }

  async note(text) {
    if (!this.dirty) return;
    const kept = { text: text ?? await this.read(), revision: this.revision, at: Date.now() };
    try {
      if (this.dirty) localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // Full or forbidden: the server still gets it.
    }
  }

  /** Saves now; one request at a time. */
  async save() {
    clearTimeout(this.waiting);
    if (!this.dirty || this.held) return;
    if (this.running) return this.running.then(() => this.save());
    this.running = this.send().finally(() => { this.running = null; });
    await this.running;
  }

  async send() {
    const at = this.at, text = await this.read();
    await this.note(text);
    if (text === this.saved) return this.settled(at, text);
    this.tell("saving");
    try {
      const answer = await ask(page.urls.file, { method: "PUT", body: text, headers: { "X-Seen": String(this.revision) } });
      if (answer.status === 404 || answer.status === 403) return this.tell("closed");
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      this.tries = 0;
      if (answer.status === 202) {
        this.held = true;
        return this.tell("aside", told);
      }
      this.revision = told.revision;
      this.settled(at, text, told);
    } catch {
      this.waiting = setTimeout(() => this.save(), AGAIN[Math.min(this.tries, AGAIN.length - 1)]);
      this.tries += 1;
      this.tell("kept");
    }
  }

  settled(at, text, told) {
    this.saved = text;
    if (at === this.at) {
      this.dirty = false;
      clearTimeout(this.noting);
      forget();
    }
    // What was drawn while this was on its way is not saved yet.
    this.tell(this.dirty ? "saving" : "saved", told);
  }

  /** After two have changed the same: on which revision it goes on, with what is on the screen or with theirs. */
  goOn(revision, theirs) {
    this.revision = revision;
    this.held = false;
    if (theirs === undefined) return this.save();
    this.saved = theirs;
    this.dirty = false;
    forget();
  }
}

/** What an earlier visit could not save: {text, revision, at}, or nothing. */
export function unsaved() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

export const forget = () => localStorage.removeItem(place);
