// What is wrong or could be better, checked while one draws: counts, rows that jump to their element, offers of one click.
import { html, useState } from "@bpmn-io/diagram-js-ui";
import { ask, figure, page, say, told } from "../page.js";
import { icon } from "./panel/fields.js";

const PAUSE = 700;
export const signs = { error: "triangle-alert", warning: "circle-alert", info: "circle", repair: "wrench" };

/** Asks for findings of the unsaved text a little after each change; a newer question makes an older answer void. */
export class Checker {
  constructor({ read, onChange, box }) {
    Object.assign(this, { read, onChange, box, due: false, findings: [], checklist: [], checkedAt: 0, failed: false });
  }

  soon() {
    this.due = true; // what stands there is of an older drawing
    if (this.box) delete this.box.dataset.checked;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  async check() {
    if (!page.draft) return;
    this.due = false;
    this.asked?.abort();
    const asked = this.asked = new AbortController();
    try {
      const files = page.editable ? { [page.path]: await this.read() } : {};
      const answer = await told(ask(page.urls.check, { method: "POST", body: { files }, signal: asked.signal }));
      this.findings = answer.findings;
      this.checklist = answer.checklist;
      this.checkedAt = Date.now();
      this.failed = false;
    } catch {
      if (asked.signal.aborted) return;
      this.failed = true;
    }
    this.onChange();
  }

  /** The text of this drawing with the offer applied; null when it no longer fits. */
  async apply(offer, said = {}) {
    try {
      const { files } = await told(ask(page.urls.offers, { method: "POST", body: { files: { [page.path]: await this.read() }, offer, said } }));
      return files;
    } catch {
      return null;
    }
  }
}

const count = (findings, ...kinds) => findings.filter(({ severity }) => kinds.includes(severity)).length;

export function Findings({ ctx }) {
  const { findings, failed, checked, closed, chosen } = ctx.state;
  const errors = count(findings, "error"), warnings = count(findings, "warning"), hints = count(findings, "info", "repair");
  const told = [["failed", "triangle-alert", errors, "findings.errors"], ["waiting", "circle-alert", warnings, "findings.warnings"], ["soft2", "circle", hints, "findings.hints"]];
  return html`<header><h2>${say("findings")}</h2>
    ${findings.length === 0 && checked && !failed ? html`<span class="count-word done">${icon("circle-check")}${say("findings.none")}</span>` : told.filter(([, , n]) => n).map(([look, sign, n, words]) => html`<span class=${`count-word ${look}`}>${icon(sign)}${say(n === 1 ? words + ".one" : words, { n: figure(n) })}</span>`)}
    <span class="push second soft2" role="status">${failed ? say("findings.failed") : checked}</span>
    <button type="button" class="icon-btn" aria-expanded=${!closed} aria-controls="found" aria-label=${say(closed ? "findings.show" : "findings.hide")} title=${say(closed ? "findings.show" : "findings.hide")} onClick=${() => ctx.fold(!closed)}>${icon(closed ? "chevron-up" : "chevron-down")}</button></header>
    ${!closed && html`<ul id="found">${findings.map((one) => html`<li key=${one.id} class=${`${one.severity} ${one.element && one.element === chosen ? "chosen" : ""}`}>
      ${icon(signs[one.severity])}<${Jump} one=${one} ctx=${ctx} />
      ${page.editable && (one.offers ?? []).map((offer) => (offer.choices ? html`<${Pick} key=${offer.id} offer=${offer} ctx=${ctx} />` : html`<button type="button" class="offer" onClick=${() => ctx.apply(offer.id)}>${offer.label}</button>`))}
      ${mendedThere(one) && ctx.has(one.element) && html`<a class="offer" href=${one.url}>${say(`findings.${one.place}`)}</a>`}</li>`)}</ul>`}`;
}

const mendedThere = ({ place, url }) => place !== "drawing" && url;

/** An offer that first asks which of several it shall be. */
function Pick({ offer, ctx }) {
  const [value, choose] = useState(offer.choices[0].value);
  const apply = (event) => { event.preventDefault(); ctx.apply(offer.id, { [offer.asks[0]]: value }); };
  return html`<form class="offer-pick" onSubmit=${apply}><select aria-label=${offer.label} value=${value} onChange=${({ target }) => choose(target.value)}>${offer.choices.map((one) => html`<option value=${one.value} selected=${one.value === value}>${one.name}</option>`)}</select><button class="offer">${offer.label}</button></form>`;
}

/** Leads to the element; what is mended on another tab leads there. */
function Jump({ one, ctx }) {
  const here = one.element && ctx.has(one.element), elsewhere = mendedThere(one);
  const words = html`<b class="cut" dir="auto">${one.name || say(elsewhere ? "findings.service" : "findings.whole")}</b><span>${one.text}${one.remedy && html` <span class="soft2 remedy">${one.remedy}</span>`}</span>`;
  return !here && elsewhere ? html`<a class="jump" href=${one.url}>${words}</a>`
    : html`<button type="button" class="jump" disabled=${!here} onClick=${() => ctx.choose(one.element, true)}>${words}</button>`;
}
