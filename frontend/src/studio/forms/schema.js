// A schema before and after the editor: what it adds on reading is taken out again, and keys stand where the file had them.

/** What reading a schema added to its components: their id -> the entries that the file did not have. */
export function additions(before, after, found = new Map()) {
  for (const [at, part] of (before.components ?? []).entries()) {
    const read = after.components[at];
    const added = Object.entries(read).filter(([key]) => !(key in part) && key !== "id");
    if (added.length) found.set(read.id, Object.fromEntries(added));
    if (part.components) additions(part, read, found);
  }
  return found;
}

/** The schema as text: without what was only added on reading and never changed since, in the order of the `original`. */
export function written(schema, original, added) {
  const ordered = {};
  for (const key of Object.keys(original)) if (key in schema) ordered[key] = schema[key];
  Object.assign(ordered, schema, "components" in schema ? { components: schema.components.map((part) => without(part, added)) } : {});
  if ("schemaVersion" in original) ordered.schemaVersion = original.schemaVersion;
  else delete ordered.schemaVersion;
  return JSON.stringify(ordered, null, 2) + "\n";
}

function without(part, added) {
  const extra = added.get(part.id) ?? {}, kept = {};
  for (const [key, value] of Object.entries(part)) {
    if (!(key in extra) || JSON.stringify(extra[key]) !== JSON.stringify(value)) kept[key] = value;
  }
  return part.components ? { ...kept, components: part.components.map((one) => without(one, added)) } : kept;
}

/** Whether two schemas say the same, whatever the order of their keys. */
export const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
