// The preview beside the editor: a frame in which the server draws the unsaved form, in another language, width or look.
const SOON = 350;

export class Preview {
  constructor(bar, frame, read) {
    Object.assign(this, { bar, frame, read });
    bar.addEventListener("change", () => this.whole());
    bar.addEventListener("click", ({ target }) => this.width(target.closest("[data-width]")));
    frame.addEventListener("load", () => this.ready = Boolean(this.form()));
  }

  /** Draw the page anew: another language, person or look. */
  whole() {
    this.bar.elements._schema.value = this.shown = this.read();
    this.ready = false;
    this.bar.submit();
  }

  /** After an edit: only the fields, with what was answered in the preview so far. */
  changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fields(), SOON);
  }

  fields() {
    const text = this.read(), form = this.form();
    if (text === this.shown) return;
    if (!form || !this.ready) return this.whole();
    this.shown = text;
    form.elements._schema.value = text;
    const { htmx } = this.frame.contentWindow;
    htmx.ajax("POST", form.getAttribute("action"), { source: form, target: this.frame.contentDocument.getElementById("form-part"), swap: "outerMorph" });
    const title = this.frame.contentDocument.querySelector("h1"), schema = JSON.parse(text), language = this.bar.elements._language.value;
    if (title) title.textContent = schema.titles?.[language] || schema.title || "";
  }

  width(button) {
    if (!button) return;
    for (const one of this.bar.querySelectorAll("[data-width]")) one.setAttribute("aria-pressed", String(one === button));
    this.frame.dataset.width = button.dataset.width;
  }

  form() { return this.frame.contentDocument?.getElementById("the-form"); }
}
