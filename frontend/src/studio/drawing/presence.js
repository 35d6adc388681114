// Who else has the drawing open, asked every 20 seconds while it is looked at; with it comes what others have saved.
import { ask, page, say, told } from "../page.js";

const EVERY = 20_000;

export function watch({ seen, onOthers }) {
  const box = document.querySelector("[data-present]");
  const ping = async () => {
    if (document.hidden) return;
    try {
      const { people, revision, by } = await told(ask(page.urls.presence, { method: "POST" }));
      box?.replaceChildren(...people.map(face));
      if (revision > seen() && by) onOthers({ revision, by });
    } catch {
      // Saving says when the server is away.
    }
  };
  ping();
  setInterval(ping, EVERY);
  document.addEventListener("visibilitychange", ping);
}

function face({ name, initials, me }) {
  const one = document.createElement("span");
  one.className = "avatar small";
  one.title = me ? say("presence.me", { name }) : say("presence.here", { name });
  one.textContent = initials;
  one.setAttribute("role", "img");
  one.setAttribute("aria-label", one.title);
  return one;
}
