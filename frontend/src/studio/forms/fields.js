// Our own components in the form editor: how they look on the paper, what they are made with, and where the palette has them.
import { h } from "preact";
import { FormFields, PathRegistry } from "@bpmn-io/form-js-viewer";

const PICKERS = ["person", "groupref", "asset", "service", "department", "site", "cost_centre"];
const ENTRIES = ["key", "label", "description", "disabled", "readonly", "required"];

export const PICKED = new Set(PICKERS);
export const OURS = [...PICKERS, "money"];

/** The module of the editor: our types, the words of all types, and keys that may stand twice where only one is shown. */
export function fieldsModule(words, foreign) {
  class Register {
    constructor(formFields) {
      for (const type of OURS) formFields.register(type, component(type, words.types[type]));
      for (const type of foreign) if (!formFields.get(type)) formFields.register(type, stranger(type));
      formFields.register("datetime", labelled(formFields.get("datetime")));
      for (const [type, name] of Object.entries(words.types)) {
        const known = formFields.get(type);
        if (known) known.config = { ...known.config, name, ...(OURS.includes(type) ? {} : { create: named(known.config.create, name) }) };
      }
    }
  }
  Register.$inject = ["formFields"];
  return { __init__: ["ourFields"], ourFields: ["type", Register], pathRegistry: ["type", Paths] };
}

/** What is put in anew is called what its kind is called, in the language of whoever puts it in. */
const named = (create, name) => (given = {}, fresh) => {
  const made = create(given, fresh);
  return fresh && made.label && !given.label ? { ...made, label: name } : made;
};

/** Two fields of one key are fine where only one of them is shown; the findings say so where both are. */
class Paths extends PathRegistry {
  canClaimPath(path, options = {}) {
    return super.canClaimPath(path, options) || Boolean(options.isClosed && this.leaf(path));
  }

  claimPath(path, options = {}) {
    const twin = options.isClosed && this.leaf(path);
    if (!twin) return super.claimPath(path, options);
    this.along(path).forEach((node) => node.claimCount++);
  }

  leaf(path) {
    const nodes = this.along(path);
    return nodes.length === path.length && nodes.at(-1).children === null;
  }

  along(path) {
    const found = [];
    let below = this._dataPaths;
    for (const segment of path) {
      const node = below?.find((one) => one.segment === segment);
      if (!node) break;
      found.push(node);
      below = node.children;
    }
    return found;
  }
}
Paths.$inject = ["formFieldRegistry", "formFields", "injector"];

function component(type, name) {
  const Shown = ({ field, domId }) => h("div", { class: `fjs-form-field fjs-form-field-textfield own-${type}` },
    field.label && h("label", { class: "fjs-form-field-label", for: domId }, field.label, field.validate?.required && h("span", { class: "fjs-asterix" }, "*")),
    h("div", { class: "fjs-input-group" }, type === "money" && h("span", { class: "fjs-input-adornment border-right border-radius-left" }, currency(field)),
      h("input", { class: "fjs-input", id: domId, readonly: true, tabindex: -1, value: "" })),
    field.description && h("div", { class: "fjs-form-field-description" }, field.description));
  Shown.config = {
    type, name, keyed: true, group: type === "money" ? "basic-input" : "selection", icon: icon(type), emptyValue: null, sanitizeValue: ({ value }) => value,
    create: (given = {}, fresh) => (fresh ? { label: name, ...(type === "money" ? { properties: { currency: "EUR" } } : {}), ...given } : { ...given }),
    propertiesPanelEntries: ENTRIES,
  };
  return Shown;
}

/** Dates with a label of ours; form-js knows only those of the date and of the time. */
function labelled(Theirs) {
  const Shown = (props) => h(Theirs, { ...props, field: { ...props.field, dateLabel: props.field.dateLabel || props.field.label || "" } });
  Shown.config = { ...Theirs.config };
  return Shown;
}

/** A type nobody here knows stays in the form as it is. */
function stranger(type) {
  const Shown = () => h("div", { class: "fjs-form-field stranger" }, type);
  Shown.config = { type, name: type, keyed: false, group: "presentation", icon: icon("stranger"), create: (given = {}) => ({ ...given }), propertiesPanelEntries: [] };
  return Shown;
}

const currency = (field) => String(field.properties?.currency ?? "EUR").split(",")[0];

// Drawn like the editor's own: 54 by 54, lines of the same weight.
const LINES = {
  person: "M27 26a6 6 0 1 0 0-12 6 6 0 0 0 0 12M15 40c0-7 5-11 12-11s12 4 12 11",
  groupref: "M21 26a5 5 0 1 0 0-10 5 5 0 0 0 0 10M11 40c0-6 4-10 10-10s10 4 10 10M34 25a4 4 0 1 0 0-8M36 30c4 1 7 4 7 9",
  asset: "M14 17h26v17H14zM10 38h34",
  service: "M15 15h10v10H15zM29 15h10v10H29zM15 29h10v10H15zM29 29h10v10H29z",
  department: "M16 41V14h13v27M29 22h9v19M12 41h30M20 19h4M20 25h4M20 31h4",
  site: "M27 42c-7-8-11-13-11-18a11 11 0 0 1 22 0c0 5-4 10-11 18M27 28a4 4 0 1 0 0-8 4 4 0 0 0 0 8",
  cost_centre: "M14 18h26v20H14zM14 24h26M32 31h4",
  money: "M12 18h30v18H12zM27 31a4 4 0 1 0 0-8 4 4 0 0 0 0 8M17 27h1M36 27h1",
  stranger: "M15 15h24v24H15zM22 22l10 10M32 22L22 32",
};
const icon = (type) => () => h("svg", { width: 54, height: 54, viewBox: "0 0 54 54", fill: "none", stroke: "currentColor", "stroke-width": 1.8, "stroke-linecap": "round", "stroke-linejoin": "round" }, h("path", { d: LINES[type] }));

/** Types in a schema that neither the editor nor we know. */
export function foreignTypes(schema) {
  const known = new FormFields(), found = new Set();
  (function walk(parts) {
    for (const part of parts ?? []) {
      if (!known.get(part.type) && !OURS.includes(part.type) && part.type) found.add(part.type);
      walk(part.components);
    }
  })(schema.components);
  return [...found];
}
