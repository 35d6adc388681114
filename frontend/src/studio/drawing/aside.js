// Two have changed the same: the second is told, nothing is lost, and it is theirs to choose.
import { ask, page, say } from "../page.js";

/** Asks what shall stand; `told` is the server's answer to the save that came second. */
export function choose(keeper, story, told, after) {
  const dialog = document.getElementById("aside");
  dialog.querySelector("[data-sentence]").textContent = say("aside.sentence", { name: told.by });
  const both = dialog.querySelector("[data-both]");
  both.href = `${page.urls.revisions}/${told.aside}`;
  dialog.querySelector("[data-mine]").onclick = () => { dialog.close(); keeper.goOn(told.revision); };
  dialog.querySelector("[data-theirs]").onclick = async () => { dialog.close(); await takeTheirs(keeper, story); after(); };
  if (!dialog.open) dialog.showModal();
}

/** What the draft is now, put in as one step that can be undone. */
export async function takeTheirs(keeper, story) {
  const answer = await ask(page.urls.file);
  if (!answer.ok) return;
  const text = await answer.text(), revision = Number(answer.headers.get("X-Revision"));
  keeper.held = true;
  await story.replace(text);
  keeper.goOn(revision, await story.text());
}
