// What the page of the studio brings along: its words, addresses and choices, and how it asks the server.
import { csrf } from "../csrf.js";

const given = document.getElementById("studio-page");
export const page = given ? JSON.parse(given.textContent) : { words: {} };
export const language = document.documentElement.lang || "en";

/** The page's word for a key, with its places filled. */
export const say = (key, values = {}) => (page.words[key] ?? key).replace(/%\((\w+)\)s/g, (_all, name) => values[name] ?? "");

/** A number in the reader's digits. */
export const figure = (number) => Number(number).toLocaleString(language === "ar" ? "ar-EG" : language, { useGrouping: false });

/** The time of day in the reader's digits. */
export const clock = (moment) => new Date(moment).toLocaleTimeString(
  language === "ar" ? "ar-EG" : language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: page.zone });

/** A request of this page; `body` becomes JSON unless it is text. */
export function ask(address, { method = "GET", body, headers = {}, signal } = {}) {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const kind = body === undefined ? {} : { "Content-Type": typeof body === "string" ? "text/plain; charset=utf-8" : "application/json" };
  return fetch(address, { method, body: text, signal, redirect: "error",
    headers: { Accept: "application/json", "X-CSRFToken": csrf(), ...kind, ...headers } });
}

/** The JSON of an answer; an answer of 400 and above is an error with its `status`. */
export async function told(asked) {
  const answer = await asked;
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} for ${answer.url}`), { status: answer.status });
  return answer.json();
}
