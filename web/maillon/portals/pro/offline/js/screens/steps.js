/** The guidance's steps: what, to whom, how fast, on which ground, from which source. */

import { word } from "../rules/book.js";
import { confidenceOn } from "../rules/confidence.js";
import { drawNumber } from "./numbers.js";
import { each, fill, keepWhen } from "./page.js";

/** Draws steps, in their order, where the screen has its template `steps`. */
export function drawSteps(screen, steps, book, on) {
  each(screen, "steps", steps, (entry, step) => drawStep(entry, step, book, on));
}

function drawStep(entry, step, book, on) {
  const ground = book.byCode.grounds.get(step.ground);
  fill(entry, {
    what: step.what,
    whom: word(book, "addressee", step.addressee),
    delay: word(book, "delay", step.delay),
    duty: word(book, "duty", step.duty),
    ground: ground.name,
    terms: ground.terms,
  });
  if (step.addressee === "emergency") entry.querySelector("li").classList.add("guided-urgent");
  each(entry, "numbers", known(step.contacts, book), (one, contact) => drawNumber(one, contact, on));
  each(entry, "avoid", step.avoid, (one, text) => fill(one, { text }));
  each(entry, "tell", step.tell, (one, text) => fill(one, { text }));
  each(entry, "sources", step.sources, (one, code) => drawSource(one, book.byCode.sources.get(code), on));
  keepWhen(entry, {
    numbers: step.contacts.length > 0,
    avoid: step.avoid.length > 0,
    tell: step.tell.length > 0,
    legal: ground.legal,
    unconfirmed: step.confidence === "unconfirmed",
  });
}

function known(codes, book) {
  return codes.map((code) => book.byCode.contacts.get(code)).filter((contact) => contact !== undefined);
}

function drawSource(entry, source, on) {
  fill(entry, { source: [source.text, source.article].filter(Boolean).join(", ") });
  keepWhen(entry, { doubtful: confidenceOn(source, on) === "unconfirmed" });
}
