// What the service still needs before it can go live: each point leads to the tab on which it is done.
import { html } from "@bpmn-io/diagram-js-ui";
import { figure, say } from "../../page.js";
import { icon } from "./fields.js";

export function Checklist({ points }) {
  if (!points?.length) return null;
  const open = points.filter(({ done }) => !done).length;
  return html`<section class="checklist" aria-label=${say("checklist")}><h3>${open ? say("checklist") : say("checklist.ready")}${open > 0 && html` <span class="count">${figure(open)}</span>`}</h3>
    <ul>${points.map(({ key, label, done, url, note }) => html`<li key=${key} class=${done ? "done" : "open"}>${icon(done ? "circle-check" : "circle")}
      <div><a href=${url}>${label}</a>${note && html`<p class="help" dir="auto">${note}</p>`}<span class="vh">${say(done ? "checklist.done" : "checklist.open")}</span></div></li>`)}</ul></section>`;
}
