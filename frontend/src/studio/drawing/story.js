// Undo and redo over everything: the steps of bpmn-js, and whole drawings that were put in at once (an offer, another's state).
// Putting in a drawing empties the stack of bpmn-js; what could be undone before comes back as whole drawings.
export class Story {
  constructor(modeler, onChange) {
    this.modeler = modeler;
    this.stack = modeler.get("commandStack", false);
    this.onChange = onChange;
    this.past = [];
    this.future = [];
    this.passed = [];
    this.busy = false;
    modeler.on("commandStack.changed", ({ trigger }) => {
      if (trigger === "execute") this.future = [];
      if (trigger !== "clear" && !this.busy) onChange();
    });
  }

  get mayUndo() { return this.stack?.canUndo() || this.past.length > 0 }

  get mayRedo() { return this.stack?.canRedo() || this.future.length > 0 }

  async undo() {
    if (this.stack.canUndo()) return this.stack.undo();
    if (!this.past.length) return;
    this.future.push(await this.text());
    await this.show(this.past.pop());
    this.onChange();
  }

  async redo() {
    if (this.stack.canRedo()) return this.stack.redo();
    if (!this.future.length) return;
    this.past.push(await this.text());
    await this.show(this.future.pop());
    this.onChange();
  }

  /** Notes a state that was saved: after a drawing was put in, undo goes back over these. */
  pass(text) {
    if (this.passed.at(-1) !== text) this.passed.push(text);
    this.passed.splice(0, this.passed.length - 30);
  }

  /** Puts in a drawing as one step that can be undone. */
  async replace(text) {
    const now = await this.text();
    if (this.stack.canUndo()) this.past.push(...this.passed.filter((one) => one !== now));
    this.past.push(now);
    this.future = [];
    await this.show(text);
    this.onChange();
  }

  async text() {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  /** Shows a drawing where the eye was; what was chosen stays chosen if it is still there. */
  async show(text) {
    const canvas = this.modeler.get("canvas"), selection = this.modeler.get("selection");
    const box = canvas.viewbox(), root = canvas.getRootElement()?.id, chosen = selection.get().map(({ id }) => id);
    this.busy = true;
    this.passed = [];
    try {
      await this.modeler.importXML(text);
    } finally {
      this.busy = false;
    }
    const registry = this.modeler.get("elementRegistry");
    const plane = canvas.getRootElements().find(({ id }) => id === root);
    if (plane) canvas.setRootElement(plane);
    canvas.viewbox({ x: box.x, y: box.y, width: box.width, height: box.height });
    selection.select(chosen.map((id) => registry.get(id)).filter(Boolean));
  }
}
