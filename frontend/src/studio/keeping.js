// One file of a draft being edited: saved a moment after the last change on the revision one has seen; what could not be
// saved waits in this browser; who was second is told, and chooses.
import { csrf } from "../csrf.js";

const SOON = 1200, AGAIN = 8000;

export class Keeper {
  /** box: the element with data-slug, -path, -file, -revision, -history; words: the texts; read(): the text as it is now. */
  constructor(box, words, read) {
    Object.assign(this, { box, words, read, seen: Number(box.dataset.revision), url: box.dataset.file });
    this.store = `mizban:${box.dataset.slug}:${box.dataset.path}`;
    this.stopped = !box.dataset.editable;
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.now());
  }

  /** The text that a closed browser left unsaved, if it was made on what the server has now; older ones stay for `aside`. */
  left() {
    if (this.stopped) return null;
    try {
      const found = JSON.parse(localStorage.getItem(this.store) ?? "null");
      if (found) this.seen = Math.min(this.seen, found.seen);
      return found?.text ?? null;
    } catch {
      return null;
    }
  }

  /** What the server has. */
  begin(text) { this.last = text; }

  changed() {
    if (this.stopped) return;
    const text = this.read();
    clearTimeout(this.timer);
    // What is on its way will be on the server in a moment: going back to what was there before is a change, too.
    if (text === this.last && !this.sending) {
      this.clear();
      return this.box.dataset.saving === "changed" && this.tell(this.told ?? "", "saved");
    }
    this.pending = text;
    this.keep(text);
    this.tell(this.words.saving, "changed");
    this.timer = setTimeout(() => this.now(), SOON);
  }

  async now() {
    clearTimeout(this.timer);
    if (this.stopped || this.pending === undefined) return true;
    if (this.sending) return this.sending.then(() => this.now());
    this.sending = this.send(this.pending);
    const well = await this.sending;
    this.sending = undefined;
    return well && (this.pending === undefined ? true : this.now());
  }

  async send(text, seen = this.seen) {
    this.tell(this.words.saving, "saving");
    try {
      const answer = await fetch(this.url, { method: "PUT", body: text, headers: { "X-Seen": seen, "X-CSRFToken": csrf() } });
      if (!answer.ok) throw new Error(String(answer.status));
      const said = await answer.json();
      if (answer.status === 202) return this.second(said, text);
      Object.assign(this, { seen: said.revision, last: text });
      if (this.pending === text) this.clear();
      this.told = this.words.saved.replace("{when}", time(said.saved_at, this.box.dataset.zone));
      if (this.pending === undefined) this.tell(this.told, "saved");
      this.box.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
      return true;
    } catch (error) {
      console.warn(error);
      this.tell(this.words.unsaved, "unsaved");
      this.timer = setTimeout(() => this.now(), AGAIN);
      return false;
    }
  }

  /** Somebody was first: nothing more is sent until this person has chosen. */
  second(said, text) {
    this.stopped = true;
    this.tell("", "aside");
    const place = document.getElementById("aside-told");
    const line = make("div", "notice wrong");
    line.setAttribute("role", "alert");
    const theirs = make("button", "btn small", this.words.theirs), mine = make("button", "btn small", this.words.mine);
    const look = make("a", "", this.words.look);
    look.href = this.box.dataset.history;
    theirs.onclick = () => { this.clear(); location.reload(); };
    mine.onclick = async () => {
      this.stopped = false;
      if (await this.send(this.read(), said.revision)) place.replaceChildren();
    };
    line.append(make("span", "", this.words.aside.replace("{name}", said.by)), theirs, mine, look);
    place.replaceChildren(line);
    return false;
  }

  leave() {
    if (this.stopped || this.pending === undefined) return;
    const body = this.pending;
    if (body.length < 60000) fetch(this.url, { method: "PUT", body, keepalive: true, headers: { "X-Seen": this.seen, "X-CSRFToken": csrf() } }).catch(() => {});
  }

  keep(text) {
    try { localStorage.setItem(this.store, JSON.stringify({ text, seen: this.seen })); } catch { /* full or forbidden: the server has the rest */ }
  }

  clear() {
    this.pending = undefined;
    try { localStorage.removeItem(this.store); } catch { /* nothing was kept */ }
  }

  tell(text, state) {
    const place = document.getElementById("kept");
    this.box.dataset.saving = state;
    if (place) place.textContent = text, place.classList.toggle("late", state === "unsaved");
  }
}

export function make(kind, look, text) {
  const one = document.createElement(kind);
  if (look) one.className = look;
  if (text !== undefined) one.textContent = text;
  return one;
}

/** The language of the page as numbers and times are written in it. */
export const spoken = () => ({ ar: "ar-EG" })[document.documentElement.lang] ?? document.documentElement.lang;

const time = (iso, zone) => new Date(iso).toLocaleTimeString(spoken(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone || undefined });
