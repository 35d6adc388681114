// Copy, paste and change of kind take the extensions of every dialect along, not only those of a known schema.
function CopyExtensions(eventBus, moddle) {
  eventBus.on("moddleCopy.canCopyProperty", ({ property, parent }) => {
    if (property?.$type && property.$descriptor?.isGeneric) return copyOf(property, parent);
  });

  // Attributes of a dialect, such as camunda:assignee, belong to no schema we know and would stay behind.
  eventBus.on("moddleCopy.canCopyProperties", 2000, ({ sourceElement, targetElement }) => {
    for (const [name, value] of Object.entries(sourceElement.$attrs ?? {})) {
      if (name.includes(":") && !name.startsWith("xmlns")) targetElement.set(name, value);
    }
  });

  function copyOf(one, parent) {
    const { $type, $children, $descriptor, ...rest } = one;
    const copy = moddle.createAny($type, $descriptor.ns?.uri ?? $descriptor.uri, rest);
    copy.$parent = parent;
    if ($children) copy.$children = $children.map((child) => copyOf(child, copy));
    return copy;
  }
}
CopyExtensions.$inject = ["eventBus", "moddle"];

export default { __init__: ["copyExtensions"], copyExtensions: ["type", CopyExtensions] };
