// The Drawing tab of the studio: the modeler with our panel, findings while one draws, and saving that loses nothing.
import { html, render } from "@bpmn-io/diagram-js-ui";
import { choose as settle, takeTheirs } from "../studio/drawing/aside.js";
import "../studio/drawing/brought.js";
import { context } from "../studio/drawing/context.js";
import { Checker, Findings } from "../studio/drawing/findings.js";
import { mark } from "../studio/drawing/marks.js";
import { fonts, make } from "../studio/drawing/modeler.js";
import { Outline } from "../studio/drawing/outline.js";
import { Panel, Several } from "../studio/drawing/panel/panel.js";
import { watch } from "../studio/drawing/presence.js";
import { Keeper, forget, unsaved } from "../studio/drawing/saving.js";
import { Story } from "../studio/drawing/story.js";
import { bar, fitted, tools } from "../studio/drawing/tools.js";
import { ask, clock, figure, page, say } from "../studio/page.js";

const box = document.querySelector("[data-studio]");

async function start() {
  const modeler = make(box.querySelector(".canvas"));
  const [answer] = await Promise.all([ask(page.urls.file), fonts()]);
  if (!answer.ok) throw new Error(String(answer.status));
  const text = await answer.text();
  try {
    await modeler.importXML(text);
  } catch (error) {
    console.warn(error);
    return unreadable(text, Number(answer.headers.get("X-Revision")));
  }
  const story = new Story(modeler, changed);
  const read = () => story.text();
  const keeper = new Keeper({ read, tell, saved: page.editable ? await read() : text });
  keeper.revision = Number(answer.headers.get("X-Revision")) || page.revision;
  const checker = new Checker({ read, onChange: checked, box });
  const ctx = context({ modeler, keeper, checker, story, show });
  ctx.mark = () => mark(modeler, ctx.state.findings, chooseMark);
  const refresh = tools(modeler, story, box);
  modeler.on("selection.changed", chosen);
  modeler.on("import.done", () => { ctx.mark(); chosen(); });
  modeler.on("elements.changed", () => requestAnimationFrame(show));
  setInterval(tick, 1000);
  show();
  const settled = fitted(modeler, box);
  refresh();
  box.dataset.ready = "";
  checker.check();
  if (page.editable) offerUnsaved();
  if (page.draft) watch({ seen: () => keeper.revision, onOthers });

  function changed() {
    keeper.changed();
    checker.soon();
    refresh();
  }

  function chosen() {
    const [first] = modeler.get("selection").get();
    ctx.state.chosen = (first?.labelTarget ?? first)?.id ?? null;
    ctx.state.commenting = false;
    const trying = document.querySelector("[data-try]");
    if (trying) trying.href = trying.dataset.try + (ctx.state.chosen ? `?from=${encodeURIComponent(ctx.state.chosen)}` : "");
    show();
    box.querySelector(".studio-panel").scrollTop = 0;
  }

  function chooseMark(id, talk) {
    ctx.choose(id);
    ctx.state.commenting = talk;
    show();
  }

  function show() {
    const chosen = [...new Set(modeler.get("selection").get().map((one) => one.labelTarget ?? one))];
    const root = modeler.get("canvas").getRootElement();
    const [element] = chosen.filter((one) => one !== root);
    render(chosen.length > 1 ? html`<${Several} elements=${chosen} ctx=${ctx} />` : html`<${Panel} key=${element?.id ?? ""} element=${element} ctx=${ctx} />`, box.querySelector(".studio-panel"));
    render(html`<${Findings} ctx=${ctx} />`, box.querySelector(".studio-findings"));
    render(html`<${Outline} ctx=${ctx} />`, box.querySelector(".studio-outline"));
  }

  function checked() {
    ctx.state.findings = checker.findings;
    ctx.state.failed = checker.failed;
    ctx.state.checklist = checker.checklist;
    tick();
    show();
    settled();
    ctx.mark();
    if (!checker.due && !checker.failed) box.dataset.checked = String(checker.checkedAt);
  }

  function tick() {
    const seconds = Math.round((Date.now() - checker.checkedAt) / 1000), old = ctx.state.checked;
    ctx.state.checked = !checker.checkedAt ? "" : seconds < 60 ? say("findings.seconds", { n: figure(Math.max(1, seconds)) }) : say("findings.minutes", { n: figure(Math.floor(seconds / 60)) });
    if (old !== ctx.state.checked) render(html`<${Findings} ctx=${ctx} />`, box.querySelector(".studio-findings"));
  }

  function tell(state, told) {
    const line = document.querySelector("[data-saved]");
    box.dataset.saving = state;
    if (state === "saved" && told) line.textContent = say("saved", { when: clock(told.saved_at) });
    if (keeper.saved && (state === "saved" || state === "saving" && told)) story.pass(keeper.saved);
    if (state === "changed" || state === "saving") line.textContent = say("saving");
    if (state === "kept") line.textContent = say("saved.later");
    if (state === "closed") { line.textContent = say("saved.closed"); bar(box, say("saved.closed_long"), [[say("reload"), () => location.reload(), true]], "wrong"); }
    if (state === "aside") settle(keeper, story, told, () => { refresh(); checker.soon(); });
  }

  /** The browser was closed before the last change was saved. */
  async function offerUnsaved() {
    const kept = unsaved();
    if (!kept) return;
    if (kept.text === keeper.saved || kept.text === text) return forget();
    const when = new Date(kept.at).toLocaleString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", day: "numeric", month: "short", timeZone: page.zone });
    bar(box, say("unsaved", { when }), [
      [say("unsaved.back"), async () => { keeper.revision = Math.min(kept.revision, keeper.revision); await story.replace(kept.text); }, true],
      [say("unsaved.away"), forget],
    ]);
  }

  /** Somebody else has saved while this page was open. */
  async function onOthers({ revision, by }) {
    if (keeper.dirty || keeper.held) return;
    const answer = await ask(page.urls.file);
    if (!answer.ok) return;
    const theirs = await answer.text();
    if (theirs === keeper.theirs || theirs === keeper.saved || (theirs === text && !story.mayUndo)) { keeper.revision = Math.max(keeper.revision, revision); return; }
    if (keeper.told === revision) return;
    keeper.told = revision;
    bar(box, say("others.saved", { name: by }), [[say("others.show"), async () => { await takeTheirs(keeper, story); refresh(); checker.soon(); }, true], [say("others.later")]]);
  }
}

/** A file that cannot be drawn: why, what one can do, its findings, and offers that are saved at once. */
function unreadable(text, revision) {
  box.dataset.unread = "";
  const words = box.querySelector(".drawing-unread");
  words.hidden = false;
  const why = () => checker.findings.find(({ file, severity }) => file === page.path && severity === "error")?.text ?? "";
  const state = { findings: [], checked: "", failed: false, closed: false, chosen: null };
  const ctx = { state, has: () => false, fold: (closed) => { state.closed = closed; show(); }, apply };
  const show = () => render(html`<${Findings} ctx=${ctx} />`, box.querySelector(".studio-findings"));
  const checker = new Checker({ read: async () => text, onChange: () => { words.querySelector("[data-why]").textContent = why(); Object.assign(state, { findings: checker.findings, failed: checker.failed }); show(); } });
  checker.check();

  async function apply(offer, said) {
    const files = await checker.apply(offer, said);
    if (!files?.[page.path]) return;
    const kept = await ask(page.urls.file, { method: "PUT", body: files[page.path], headers: { "X-Seen": String(revision) } });
    if (kept.ok) location.reload();
  }
}

start().catch((error) => {
  console.error(error);
  box.querySelector(".drawing-wait").hidden = false;
});
