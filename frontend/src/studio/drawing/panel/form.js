// What people fill in at a step: a form of the draft, or a new one.
import { html } from "@bpmn-io/diagram-js-ui";
import { figure, page, say } from "../../page.js";
import { Choice, icon } from "./fields.js";

export function FormChoice({ element, ctx, label = say("form.label") }) {
  const id = ctx.facts.form(element.businessObject), form = page.forms.find((one) => one.id === id);
  const edit = form?.url && html`<a href=${form.url}>${page.editable ? say("edit") : say("look")}</a>`;
  return html`<${Choice} label=${label} value=${id} empty=${say("form.none")} options=${page.forms.map((one) => [one.id, say("form.fields", { name: one.name, n: figure(one.count) })])} end=${edit}
      help=${id && !form ? say("form.missing") : undefined} onChange=${(chosen) => ctx.facts.setForm(element, chosen)} />
    ${page.editable && !form && html`<button type="button" class="add" onClick=${() => ctx.newForm(element)}>${icon("plus")}${say("form.new")}</button>`}`;
}
