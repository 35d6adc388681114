// What things are called in sentences: the reader's name, the drawing's, else what kind of thing it is.
import { language, page, say } from "../page.js";

/** The key of an element's kind in the page's words: "UserTask", "BoundaryEvent.Timer". */
export function kindOf(thing) {
  const kind = thing.$type.replace("bpmn:", "");
  const event = thing.eventDefinitions?.[0]?.$type.replace("bpmn:", "").replace("EventDefinition", "");
  return event ? `${kind}.${event}` : kind;
}

export const kindWords = (thing) => page.words[`kind.${kindOf(thing)}`] ?? page.words[`kind.${thing.$type.replace("bpmn:", "")}`] ?? say("kind.other");

/** Whether it stands for the whole service, and is called what that is called. */
export const whole = (thing) => thing?.$type === "bpmn:Participant" && thing.processRef?.id === page.process;

export function nameOf(thing) {
  const one = thing.businessObject ?? thing;
  return (page.names[one.id]?.[language] || (language !== "en" && whole(one) && page.name) || one.name || one.text || "").replace(/\s+/g, " ").trim() || kindWords(one);
}
