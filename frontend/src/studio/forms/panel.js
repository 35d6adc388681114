// What our forms can do beyond form-js, as groups of the properties panel; docs/forms.md says what each setting means.
import { Deed, Pick, Text, Tick, Told } from "./entries.js";
import { tongue } from "../tongue.js";
import { PICKED } from "./fields.js";

const COUNTRIES = ["IR", "IT", "EG", "SA", "AE", "TR"];
const WITH_OPTIONS = new Set(["radio", "select", "checklist", "taglist"]);

/** words: the texts; saved: keys that the draft already has; rename(field): opens the dialog. */
export function panelModule(words, saved, rename) {
  class Provider {
    constructor(propertiesPanel) {
      propertiesPanel.registerProvider(this, 400);
    }

    getGroups(field, editField) {
      return (groups) => {
        if (!field) return groups;
        const set = (name, value) => own(field, editField, name, value);
        const found = [...theirs(groups, field), ...ours(field, editField, set)];
        const technical = found.findIndex((one) => one.id === "custom-values");
        return technical < 0 ? found : [...found.filter((_, at) => at !== technical), found[technical]];
      };
    }
  }
  Provider.$inject = ["propertiesPanel"];

  /** The id of a form is what steps call it by, and a saved key is what formulas call it by: neither is typed over. */
  function theirs(groups, field) {
    return groups.map((group) => {
      if (group.id !== "general" || !group.entries) return group;
      const entries = group.entries.filter((one) => !(one.id === "id" && field.type === "default") && !(one.id === "key" && saved.has(path(field))));
      return { ...group, entries: saved.has(path(field)) && field.key ? [...entries, key(field)] : entries };
    });
  }

  const key = (field) => line("own-key", Told, { label: words.key, text: field.key, help: words.keyHelp, deed: words.rename, act: () => rename(field) });

  function ours(field, editField, set) {
    if (field.type === "default") return root(field, editField);
    const groups = [group("ours", words.ours, settings(field, set)), group("needed", words.needed, needed(field, set)), group("own-options", words.options, options(field, set)), group("translations", words.translations, translations(field, set))];
    return groups.filter(Boolean);
  }

  function settings(field, set) {
    const value = (name) => field.properties?.[name];
    const text = (id, name, label, more = {}) => line(id, Text, { label, value: value(name), set: (text) => set(name, text), ...more });
    if (PICKED.has(field.type)) {
      return [line("own-multiple", Tick, { label: words.multiple, value: ["true", "yes", "1"].includes(String(value("multiple") ?? "")), set: (on) => set("multiple", on ? "true" : "") }),
        ...(field.type === "person" ? [text("own-filter", "filter", words.filter, { help: words.filterHelp, code: true })] : [])];
    }
    if (field.type === "money") return [text("own-currency", "currency", words.currency, { help: words.currencyHelp, code: true })];
    if (field.type === "filepicker") return [text("own-size", "max-size", words.maxSize, { type: "number" })];
    if (field.type === "dynamiclist") {
      return [text("own-min", "min-rows", words.minRows, { type: "number" }), text("own-max", "max-rows", words.maxRows, { type: "number" }),
        text("own-row", "row-label", words.rowLabel), text("own-add", "add-label", words.addLabel)];
    }
    if (field.type === "textfield") {
      return [line("own-check", Pick, { label: words.check, value: value("check"), set: (text) => set("check", text), options: [["", words.none], ...Object.entries(words.checks)] }),
        ...(value("check") === "national-id" || value("check") === "phone" ? [line("own-country", Pick, { label: words.country, value: value("country"), set: (text) => set("country", text), options: [["", words.none], ...COUNTRIES.map((one) => [one, one])] })] : [])];
    }
    return [];
  }

  function needed(field, set) {
    if (!field.key) return [];
    const text = (id, name, label, more) => line(id, Text, { label, value: field.properties?.[name], set: (text) => set(name, text), ...more });
    return [text("own-required-if", "required-if", words.requiredIf, { help: words.requiredIfHelp, code: true }), text("own-required-note", "required-note", words.requiredNote), text("own-required-message", "required-message", words.requiredMessage)];
  }

  function options(field, set) {
    if (!WITH_OPTIONS.has(field.type) || !Array.isArray(field.values)) return [];
    return field.values.flatMap(({ label, value }) => [
      line(`own-hide-${value}`, Text, { label: words.hideOption.replace("{option}", label), value: field.properties?.[`option:${value}:hide`], set: (text) => set(`option:${value}:hide`, text), code: true }),
      line(`own-note-${value}`, Text, { label: words.noteOption.replace("{option}", label), value: field.properties?.[`option:${value}:note`], set: (text) => set(`option:${value}:note`, text) })]);
  }

  function translations(field, set) {
    return asked().flatMap(([language, name]) => {
      const text = (what, label, more, own = field[what]) => (other(language, own) || field.properties?.[`${what}:${language}`]) && line(`own-${what}-${language}`, Text, { label: label.replace("{language}", name), value: field.properties?.[`${what}:${language}`], set: (text) => set(`${what}:${language}`, text), lang: language, ...more });
      const said = [];
      if (field.label !== undefined) said.push(text("label", words.labelIn));
      if (field.description) said.push(text("description", words.helpIn, { lines: 2 }));
      if (field.text) said.push(text("text", words.textIn, { lines: 4 }));
      if (WITH_OPTIONS.has(field.type)) for (const { label, value } of field.values ?? []) said.push(text(`option:${value}`, words.optionIn.replace("{option}", label), {}, label));
      return said.filter(Boolean);
    });
  }

  function root(form, editField) {
    const titles = others(form.title).map(([language, name]) => line(`own-title-${language}`, Text, { label: words.titleIn.replace("{language}", name), value: form.titles?.[language], lang: language, set: (text) => editField(form, ["titles"], put(form.titles, language, text)) }));
    const title = line("own-title", Text, { label: words.title, value: form.title, set: (text) => editField(form, ["title"], text) });
    return [group("titles", words.title, [title, ...titles]), group("rules", words.rules, rules(form, editField))];
  }

  function rules(form, editField) {
    const all = form.rules ?? [];
    const change = (at, name, text) => editField(form, ["rules"], all.map((rule, one) => (one === at ? put(rule, name, text) ?? {} : rule)));
    const each = all.flatMap((rule, at) => [
      line(`own-rule-test-${at}`, Text, { label: words.ruleTest, value: rule.test, set: (text) => change(at, "test", text), code: true, help: words.ruleHelp }),
      line(`own-rule-message-${at}`, Text, { label: words.ruleMessage, value: rule.message, set: (text) => change(at, "message", text) }),
      ...others(rule.message).map(([language, name]) => line(`own-rule-message-${at}-${language}`, Text, { label: `${words.ruleMessage} (${name})`, value: rule[`message:${language}`], lang: language, set: (text) => change(at, `message:${language}`, text) })),
      line(`own-rule-at-${at}`, Text, { label: words.ruleAt, value: rule.at, set: (text) => change(at, "at", text), code: true }),
      line(`own-rule-gone-${at}`, Deed, { text: words.removeRule, act: () => editField(form, ["rules"], all.filter((_, one) => one !== at)) })]);
    return [...each, line("own-rule-add", Deed, { text: words.addRule, act: () => editField(form, ["rules"], [...all, { test: "", message: "", at: "" }]) })];
  }

  /** The languages to say a text in that stands here in one of them already. */
  const asked = () => Object.entries(words.languages).filter(([language]) => words.asked.includes(language));
  const other = (language, own) => language !== tongue(own, words.asked);
  const others = (own) => asked().filter(([language]) => other(language, own));
  return { __init__: ["ourPanel"], ourPanel: ["type", Provider] };
}

/** Where a field's answer stands in the data: keys of rows are not those of the form. */
export const path = (field) => field.key && `${field._parent ?? ""}:${field.key}`;

function own(field, editField, name, value) {
  editField(field, ["properties"], put(field.properties, name, value));
}

/** A copy with the entry set, or taken out where the text is empty; nothing where nothing is left. */
function put(all, name, value) {
  const found = { ...all, [name]: value };
  if (value === "" || value === undefined) delete found[name];
  return Object.keys(found).length ? found : undefined;
}

const line = (id, component, props) => ({ id, component, ...props });
const group = (id, label, entries) => entries.length ? { id: `own-${id}`, label, entries, shouldOpen: id === "ours" } : null;
