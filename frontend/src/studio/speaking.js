// The editors of forms and tables speak English only: their own words are put into the reader's language wherever they stand.
const WRITTEN = ["placeholder", "title", "aria-label"];

/** `words`: English -> the reader's language; a key with {} holds a name; what people wrote themselves, inside `theirs`, stays as it is, but for `ours`. */
export function speak(place, words, theirs, ours = ":not(*)") {
  if (!Object.keys(words).length) return;
  const patterns = Object.entries(words).filter(([text]) => text.includes("{}")).map(([text, told]) => [new RegExp(`^${text.replace("{}", "(.+)")}$`), told]);
  new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === "childList") addedNodes.forEach(all);
    else one(target);
  })).observe(place, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: WRITTEN });
  all(place);

  function all(node) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let at = node; at; at = walker.nextNode()) one(at);
  }

  function one(node) {
    const text = node.nodeType === Node.TEXT_NODE, element = text ? node.parentElement : node;
    if (!element || (element.closest(theirs) && !element.matches(ours))) return;
    if (text) {
      const known = words[node.data.trim()];
      if (known) node.data = node.data.replace(node.data.trim(), known);
    } else if (node.getAttribute) {
      for (const name of WRITTEN) {
        const said = node.getAttribute(name), known = said && (words[said] ?? filled(said));
        if (known && known !== said) node.setAttribute(name, known);
      }
    }
  }

  /** A sentence about something, “Create a Person element”. */
  function filled(said) {
    for (const [pattern, told] of patterns) {
      const found = said.match(pattern);
      if (found) return told.replace("{}", words[found[1]] ?? found[1]);
    }
  }
}
