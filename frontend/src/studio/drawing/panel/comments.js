// What people say about an element while it is being designed; settled threads fold away.
import { html, useState } from "@bpmn-io/diagram-js-ui";
import { ask, figure, page, say, told } from "../../page.js";
import { Fold, icon } from "./fields.js";

export function Comments({ element, ctx }) {
  const mine = page.comments.filter((one) => one.element === element.businessObject.id);
  const open = mine.filter((one) => !one.settled), settled = mine.length - open.length;
  const [text, type] = useState(""), [all, show] = useState(false), [failed, fail] = useState(false);
  const send = async () => {
    if (!text.trim()) return;
    try {
      page.comments.push(await told(ask(page.urls.comments, { method: "POST", body: { element: element.businessObject.id, text } })));
      type((now) => (now === text ? "" : now)); fail(false); ctx.commented();
    } catch { fail(true); }
  };
  const settle = async (one, done) => {
    try {
      Object.assign(one, await told(ask(`${page.urls.comments}/${one.id}/settlement`, { method: done ? "POST" : "DELETE" })));
      ctx.commented();
    } catch { fail(true); }
  };
  return html`<${Fold} title=${say("comments")} note=${open.length ? figure(open.length) : ""} open=${open.length > 0 || ctx.state.commenting}>
    <ul class="thread">${(all ? mine : open).map((one) => html`<li key=${one.id} class=${one.settled ? "settled" : ""}><p class="small soft2"><b>${one.by}</b> <time>${one.when}</time></p><p dir="auto" class="said">${one.text}</p>
      ${page.mayComment && html`<button type="button" class="edge" onClick=${() => settle(one, !one.settled)}>${one.settled ? say("comment.again") : say("comment.settle")}</button>`}</li>`)}</ul>
    ${settled > 0 && html`<button type="button" class="edge" onClick=${() => show(!all)}>${all ? say("comment.fewer") : say("comment.settled", { n: figure(settled) })}</button>`}
    ${page.mayComment && html`<div class="saying"><textarea rows="2" dir="auto" id="comment" aria-label=${say("comment.new")} placeholder=${say("comment.new")} value=${text} onInput=${({ target }) => type(target.value)} onKeyDown=${(event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && send()}></textarea>
      <button type="button" class="btn small" disabled=${!text.trim()} onClick=${send}>${icon("message-square")}${say("comment.send")}</button></div>`}
    ${failed && html`<p class="error" role="alert">${say("comment.failed")}</p>`}<//>`;
}
