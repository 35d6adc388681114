// A form is built with the keyboard alone: what is put in is chosen, Enter leads to its settings, Escape back, Alt and an arrow move it.
import { latin } from "../keys.js";

const FIELD = ".fjs-element[data-id]", HEAD = ".bio-properties-panel-group-header-button";

export function keysModule(box) {
  class Keys {
    constructor(eventBus, selection, modeling, formFieldRegistry) {
      Object.assign(this, { selection, modeling, registry: formFieldRegistry });
      latin(box);
      eventBus.on("commandStack.formField.add.postExecuted", ({ context }) => this.added(context.formField));
      box.addEventListener("keydown", (event) => this.pressed(event));
      // Their own answer to Enter is to choose it, or no longer.
      box.addEventListener("keypress", (event) => this.entered(event), true);
    }

    added(field) {
      if (document.activeElement?.closest(".fjs-palette-container")) this.selection.set(this.registry.get(field.id) ?? field);
    }

    entered(event) {
      const field = event.key === "Enter" && event.target.matches(FIELD) && this.registry.get(event.target.dataset.id);
      if (!field) return;
      event.stopPropagation();
      this.selection.set(field);
      requestAnimationFrame(() => requestAnimationFrame(() => box.querySelector(HEAD)?.focus()));
    }

    pressed(event) {
      const { target, key, altKey } = event, chosen = this.selection.get();
      if (key === "Escape" && chosen && target.closest(".fjs-properties-container") && !target.closest("[role=dialog], [aria-expanded=true]")) return this.focus(chosen);
      if (!altKey || !["ArrowUp", "ArrowDown"].includes(key) || !target.matches(FIELD)) return;
      event.preventDefault();
      this.move(this.registry.get(target.dataset.id), key === "ArrowUp" ? -1 : 1);
    }

    /** One place up or down among those it stands with. */
    move(field, by) {
      const parent = field && this.registry.get(field._parent), at = parent?.components.findIndex(({ id }) => id === field.id) ?? -1;
      const to = at + by;
      if (at < 0 || to < 0 || to >= parent.components.length) return;
      // Their index counts the places between fields, the one it leaves among them.
      this.modeling.moveFormField(field, parent, parent, at, by > 0 ? to + 1 : to);
      this.focus(field);
    }

    focus(field) {
      requestAnimationFrame(() => box.querySelector(`.fjs-element[data-id="${CSS.escape(field.id)}"]`)?.focus());
    }
  }
  Keys.$inject = ["eventBus", "selection", "modeling", "formFieldRegistry"];
  return { __init__: ["ourKeys"], ourKeys: ["type", Keys] };
}
