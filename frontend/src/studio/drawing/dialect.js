// In which words a file says what BPMN has no place for: its own dialect where it has one, else that of Camunda 8.
const ZEEBE = "http://camunda.org/schema/zeebe/1.0";
const FAMILIES = {
  zeebe: [ZEEBE],
  camunda: ["http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn/camunda"],
  flowable: ["http://flowable.org/bpmn", "http://activiti.org/bpmn"],
};
const prefixes = { zeebe: "zeebe", camunda: "camunda", flowable: "flowable" };

/** {kind, prefix, uri} of a file, from the namespaces at its top. */
export function dialectOf(definitions) {
  const named = Object.entries(definitions?.$attrs ?? {}).filter(([name]) => name.startsWith("xmlns:"));
  for (const kind of ["zeebe", "camunda", "flowable"]) {
    const found = named.find(([, uri]) => FAMILIES[kind].includes(uri));
    if (found) return { kind, prefix: found[0].slice(6), uri: found[1] };
  }
  return { kind: "zeebe", prefix: prefixes.zeebe, uri: ZEEBE };
}

export const local = (one) => one.$type.split(":").at(-1);
const owned = (one, uri) => (one.$descriptor?.ns?.uri ?? uri) === uri;

/** The extension element of this name, of this dialect. */
export function extension(thing, name, { uri }) {
  return thing?.extensionElements?.values?.find((one) => local(one) === name && owned(one, uri));
}

export const children = (one, name) => (one?.$children ?? []).filter((child) => !name || local(child) === name);

/** New extension elements for a thing: those it has, with the named ones replaced; null removes one. */
export function extended(thing, parts, moddle, { prefix, uri }) {
  const rest = (thing.extensionElements?.values ?? []).filter((one) => !(local(one) in parts) || !owned(one, uri));
  const added = Object.entries(parts).filter(([, told]) => told).map(([name, told]) => any(name, told));
  const values = [...rest, ...added];
  if (!values.length) return undefined;
  const holder = moddle.create("bpmn:ExtensionElements", { values });
  holder.$parent = thing;
  values.forEach((one) => { one.$parent = holder; });
  return holder;

  /** `told`: attributes, and under `$` a list of [name, attributes] inside it; `$body` is its text. */
  function any(name, { $, ...attributes }) {
    const one = moddle.createAny(`${prefix}:${name}`, uri, attributes);
    if ($?.length) one.$children = $.map(([inner, told]) => Object.assign(any(inner, told), { $parent: one }));
    return one;
  }
}
