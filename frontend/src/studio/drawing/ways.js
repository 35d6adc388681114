// Where a decision leads: read from the conditions on the arrows after the step.
const words = (flow) => (flow.conditionExpression?.body ?? "").trim();
const quoted = (key) => new RegExp(`(!=|=|==)\\s*["']${key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["']`);

/** {to: the next step}, {unclear: true} where the conditions do not say, or {} where it leads nowhere. */
export function leads(thing, key, facts, seen = new Set()) {
  const ways = thing.outgoing ?? [];
  if (!ways.length || seen.has(thing)) return {};
  seen.add(thing);
  if (ways.length === 1 && !words(ways[0])) {
    const next = ways[0].targetRef;
    if (next?.$type === "bpmn:ExclusiveGateway" && (next.outgoing ?? []).length > 1) return leads(next, key, facts, seen);
    return next ? { to: next } : {};
  }
  const named = ways.find((flow) => words(flow).match(quoted(key))?.[1].startsWith("="));
  if (named) return { to: named.targetRef };
  const other = ways.find((flow) => /!=\s*["']/.test(words(flow)) && !words(flow).match(quoted(key)));
  const mentions = ways.some((flow) => /["']/.test(words(flow)));
  const rest = ways.find((flow) => flow === thing.default) ?? other;
  if (rest) return { to: rest.targetRef };
  if (ways.some((flow) => !words(flow))) return { to: ways.find((flow) => !words(flow)).targetRef };
  return mentions ? {} : { unclear: true };
}
