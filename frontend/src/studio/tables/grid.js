// The grid of tests: a row of values, what should come out, what does, and the rules that decided.
import { make, spoken } from "../keeping.js";

export class Grid {
  /** rows: [{decision, name, inputs, expected}]; told: changed() after an edit, chosen(index) when a row is gone into. */
  constructor(table, words, rows, editable, told) {
    Object.assign(this, { table, words, rows, editable, told, decisions: [], outcomes: [] });
    table.addEventListener("input", ({ target }) => this.typed(target));
    table.addEventListener("focusin", ({ target }) => this.told.chosen(this.at(target)));
    table.addEventListener("click", ({ target }) => {
      if (target.closest("[data-remove]")) this.remove(this.at(target));
    });
  }

  replace(rows) { this.rows = rows; this.draw(); }

  add() {
    const last = this.rows.at(-1), decision = last?.decision ?? this.decisions[0]?.name ?? "";
    this.rows = [...this.rows, { decision, name: "", inputs: { ...last?.inputs }, expected: {} }];
    this.draw();
    this.told.changed();
    this.table.querySelector("tbody tr:last-child input")?.focus();
  }

  remove(at) {
    this.rows = this.rows.filter((_, one) => one !== at);
    this.outcomes = this.outcomes.filter((_, one) => one !== at);
    this.draw();
    this.told.chosen(-1);
    this.told.changed();
  }

  /** The report: columns may have changed; what came out is written beside each row. */
  show({ decisions, outcomes, hit }) {
    const shape = JSON.stringify(decisions);
    Object.assign(this, { decisions, outcomes, hit });
    if (shape !== this.shape || this.table.tBodies[0].rows.length !== this.rows.length) this.shape = shape, this.draw();
    else this.results();
    const all = outcomes.filter(({ well }) => well !== null), rules = decisions.flatMap(({ rules }) => rules);
    const told = { well: all.filter(({ well }) => well).length, all: all.length, hit: Object.keys(hit).length, rules: rules.length };
    document.getElementById("grid-told").textContent = this.rows.length ? this.words.told.replace(/\{(\w+)\}/g, (_, name) => told[name].toLocaleString(spoken())) : "";
  }

  typed(field) {
    const row = this.rows[this.at(field)];
    if (!row) return;
    const { part, column } = field.dataset;
    if (part === "decision") row.decision = field.value, row.expected = {}, this.draw();
    else if (part === "name") row.name = field.value;
    else row[part] = { ...row[part], [column]: field.value };
    this.told.changed();
  }

  at(place) { return Number(place.closest("tr")?.dataset.at ?? -1); }

  /** Columns are those of all decisions together; a row leaves the ones of others empty. */
  draw() {
    const several = this.decisions.length > 1;
    const inputs = unique(this.decisions.flatMap((one) => one.inputs)), fields = unique(this.decisions.flatMap((one) => one.fields));
    const head = make("tr");
    const heads = [this.words.test, ...(several ? [""] : []), ...inputs.map(({ name }) => name), ...fields.map(({ name }) => (name ? this.words.expected.replace("{what}", name) : this.words.expectedOne)), this.words.comes, this.words.rules, ""];
    for (const text of heads) head.append(Object.assign(make("th", "", text), { scope: "col" }));
    this.table.tHead.replaceChildren(head);
    this.table.tBodies[0].replaceChildren(...(this.rows.length ? this.rows.map((row, at) => this.line(row, at, several, inputs, fields)) : [this.empty(heads.length)]));
    this.results();
  }

  line(row, at, several, inputs, fields) {
    const line = make("tr");
    line.dataset.at = at;
    line.append(this.cell("name", "", row.name, this.words.test));
    if (several) line.append(this.choice(row));
    const own = this.decisions.find(({ name, id }) => row.decision === name || row.decision === id) ?? this.decisions[0];
    for (const column of inputs) line.append(this.cell("inputs", column.name, row.inputs[column.name], column.name, own?.inputs.find(({ name }) => name === column.name)));
    for (const column of fields) line.append(this.cell("expected", column.name, row.expected[column.name], this.words.expectedOne, own?.fields.find(({ name }) => name === column.name)));
    const remove = make("td");
    if (this.editable) {
      const button = make("button", "icon-btn");
      button.type = "button";
      button.dataset.remove = "";
      button.setAttribute("aria-label", this.words.remove);
      button.append(this.icon(0));
      remove.append(button);
    }
    line.append(make("td", "found"), make("td", "rules"), remove);
    return line;
  }

  cell(part, column, value, label, known = {}) {
    const cell = make("td"), field = make("input");
    Object.assign(field, { value: value ?? "", disabled: !this.editable || !known, dir: part === "name" ? "auto" : "ltr", autocomplete: "off", spellcheck: false });
    Object.assign(field.dataset, { part, column });
    field.setAttribute("aria-label", label);
    cell.dataset.label = label;
    if (known?.values?.length) {
      const list = make("datalist");
      list.id = `values-${part}-${column}`;
      list.append(...known.values.map((one) => Object.assign(make("option"), { value: one })));
      field.setAttribute("list", list.id);
      cell.append(list);
    }
    cell.append(field);
    return cell;
  }

  choice(row) {
    const cell = make("td"), field = make("select");
    field.dataset.part = "decision";
    field.disabled = !this.editable;
    field.append(...this.decisions.map(({ name }) => Object.assign(make("option", "", name), { value: name, selected: name === row.decision })));
    cell.append(field);
    return cell;
  }

  empty(width) {
    const line = make("tr"), cell = make("td", "soft2", this.words.empty);
    cell.colSpan = width;
    line.append(cell);
    return line;
  }

  results() {
    const numbers = new Map(this.decisions.flatMap(({ rules }) => rules.map((id, at) => [id, at + 1])));
    for (const line of this.table.tBodies[0].querySelectorAll("[data-at]")) {
      const outcome = this.outcomes[Number(line.dataset.at)], found = line.querySelector(".found"), rules = line.querySelector(".rules");
      line.dataset.well = outcome?.well ?? "";
      if (!outcome) { found.textContent = rules.textContent = ""; continue; }
      const state = outcome.well === null ? "open" : outcome.well ? "well" : "wrong", sign = this.icon({ well: 1, wrong: 2, open: 3 }[state]);
      sign.setAttribute("aria-label", this.words.states[state]);
      const text = outcome.trouble || Object.entries(outcome.found).map(([name, value]) => (name ? `${name} = ${value}` : value)).join(", ") || this.words.none;
      const told = make("bdi", "", text);
      told.dir = "ltr";
      found.replaceChildren(sign, told);
      rules.textContent = outcome.rules.map((id) => (numbers.get(id) ?? "?").toLocaleString(spoken())).join(", ");
    }
  }

  icon(at) {
    return document.getElementById("grid-icons").content.children[at].cloneNode(true);
  }
}

const unique = (columns) => [...new Map(columns.map((column) => [column.name, column])).values()];
