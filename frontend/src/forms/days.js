// The calendar under a date field, in the reader's own calendar. What is chosen is written as text; the server reads it.
const systems = { gregorian: "gregory", jalali: "persian", hijri: "islamic-umalqura" };
const day = 86400000;

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-day] [data-open]");
  const open = document.querySelector(".calendar");
  if (open && !target.closest(".calendar")) close(open);
  if (button && open?.parentNode !== button.parentNode) new Month(button).show();
});
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const open = target.closest?.(".calendar");
  if (open && relatedTarget && !open.contains(relatedTarget)) close(open, false);
});

function close(open, back = open.contains(document.activeElement)) {
  const field = open.parentNode;
  open.remove();
  if (back) field?.querySelector("[data-open]").focus();
}

class Month {
  constructor(button) {
    this.button = button;
    this.field = button.parentNode;
    this.set = this.field.dataset;
    this.language = document.documentElement.lang || "en";
    this.numbers = new Intl.DateTimeFormat(`en-u-ca-${systems[this.set.calendar]}-nu-latn`,
      { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" });
    this.at = Date.parse(this.set.iso || this.set.today);
  }

  /** Year, month and day of a moment in the reader's calendar. */
  parts(at) {
    const found = Object.fromEntries(this.numbers.formatToParts(at).map(({ type, value }) => [type, parseInt(value)]));
    return { year: found.year ?? found.relatedYear, month: found.month, day: found.day };
  }

  local(number) {
    const zero = { fa: 0x6f0, ar: 0x660 }[this.language] ?? 48;
    return String(number).replace(/\d/g, (one) => String.fromCharCode(zero + +one));
  }

  text(at) {
    const { year, month, day } = this.parts(at);
    return [this.weekday(at), this.local(day), this.set.months.split("|")[month - 1], this.local(year)].join(" ");
  }

  weekday(at) {
    return this.set.weekdays.split("|")[(new Date(at).getUTCDay() + 6) % 7];
  }

  show(focus = true) {
    this.field.querySelector(".calendar")?.remove();
    const box = document.createElement("div");
    box.className = "calendar";
    box.role = "dialog";
    box.ariaLabel = this.button.ariaLabel;
    box.append(this.head(), this.grid());
    box.addEventListener("keydown", (event) => this.key(event));
    this.field.append(box);
    if (focus) box.querySelector("[tabindex='0']").focus();
  }

  head() {
    const head = document.createElement("header");
    const { year, month } = this.parts(this.at);
    const title = document.createElement("span");
    title.ariaLive = "polite";
    title.textContent = `${this.set.months.split("|")[month - 1]} ${this.local(year)}`;
    head.append(this.turn(-1), title, this.turn(1));
    return head;
  }

  turn(by) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "icon-btn";
    button.ariaLabel = by < 0 ? this.button.dataset.before : this.button.dataset.after;
    button.textContent = by < 0 ? "‹" : "›"; // these two turn round by themselves where the text runs from the right
    button.onclick = (event) => { event.stopPropagation(); this.move(by); this.show(false); };
    return button;
  }

  /** To the same day of another month, or its last one. */
  move(by) {
    const { day: number } = this.parts(this.at);
    const first = this.at - (number - 1) * day;
    const there = by < 0 ? first - day : first + 32 * day;
    const start = there - (this.parts(there).day - 1) * day;
    const month = this.parts(start).month;
    this.at = start + (number - 1) * day;
    while (this.parts(this.at).month !== month) this.at -= day;
  }

  grid() {
    const table = document.createElement("table");
    const { day: number, month } = this.parts(this.at);
    const first = this.at - (number - 1) * day;
    const from = first - ((new Date(first).getUTCDay() + 6 - this.set.first) % 7) * day;
    const head = table.createTHead().insertRow();
    for (let i = 0; i < 7; i++) {
      const name = this.weekday(from + i * day);
      head.insertAdjacentHTML("beforeend", `<th scope="col" abbr="${name}">${this.language === "en" ? name.slice(0, 2) : name.replace("ال", "")[0]}</th>`);
    }
    const body = table.createTBody();
    for (let at = from; at < first || this.parts(at).month === month; at += 7 * day) {
      const row = body.insertRow();
      for (let i = 0; i < 7; i++) this.cell(row.insertCell(), at + i * day, month);
    }
    return table;
  }

  cell(cell, at, month) {
    if (this.parts(at).month !== month) return;
    const button = document.createElement("button");
    const iso = new Date(at).toISOString().slice(0, 10);
    button.type = "button";
    button.textContent = this.local(this.parts(at).day);
    button.ariaLabel = this.text(at);
    button.tabIndex = at === this.at ? 0 : -1;
    button.ariaPressed = iso === this.set.iso;
    if (iso === this.set.today) button.ariaCurrent = "date";
    button.disabled = Boolean(this.set.from && iso < this.set.from);
    button.onclick = (event) => { event.stopPropagation(); this.choose(at, iso); };
    cell.append(button);
  }

  choose(at, iso) {
    const input = this.field.querySelector("input");
    input.value = this.text(at);
    this.set.iso = iso;
    close(this.field.querySelector(".calendar"), false);
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  key(event) {
    const way = getComputedStyle(this.field).direction === "rtl" ? -1 : 1;
    const days = { ArrowLeft: -way, ArrowRight: way, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (event.key === "Escape") close(event.currentTarget, true);
    else if (days && event.target.closest("td")) this.at += days * day;
    else if (months) this.move(months);
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Escape") this.show();
  }
}
