// Which language a text is written in, by its letters; app/engine/words/scripts.py says it the same way.
const THEIRS = /\p{Script=Arabic}/u, PERSIAN = /[پچژگکی]/u, ARABIC = /[يىكة]/u;

/** Whether most letters are read from the right. */
export function fromTheRight(text) {
  const letters = [...(text ?? "")].filter((one) => /\p{L}/u.test(one));
  return 2 * letters.filter((one) => THEIRS.test(one)).length > letters.length;
}

/** The language of `asked` in which a text is written; English where no letter tells. */
export function tongue(text, asked = ["en", "fa", "ar"]) {
  const known = asked.filter((one) => one === "fa" || one === "ar");
  if (!known.length || !fromTheRight(text)) return "en";
  const persian = PERSIAN.test(text), arabic = ARABIC.test(text);
  return persian === arabic || known.length === 1 ? known[0] : persian ? "fa" : "ar";
}

/** Whether what is typed over a name says it in the reader's language, and the name itself was in another. */
export const translates = (text, name, language) =>
  Boolean(name?.trim() && text?.trim()) && fromTheRight(text) === (language !== "en") && fromTheRight(name) !== fromTheRight(text);
