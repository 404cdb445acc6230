/** From facts to ordered steps (guidance/rules.py `route`): it proposes, and sends nothing (G11). */

import { holds } from "./conditions.js";
import { weakest } from "./confidence.js";

/** What a situation is taken to be where nothing was said: the defaults of guidance/facts.py. */
export const CAUTIOUS = Object.freeze({
  place: "other",
  danger: false,
  grave: false,
  wish: "not_asked",
  can_protect_herself: "unknown",
  couple_violence: false,
  mortal_danger: false,
  online_public: false,
  foreign_victim: "unknown",
  offence: "none",
});

/**
 * The steps for a situation, in the order in which they are to be shown.
 *
 * @param {object} facts age, statuses, and whatever of CAUTIOUS is known
 * @param {string} on the day of the answer, YYYY-MM-DD
 */
export function route(facts, book, on) {
  const known = { ...CAUTIOUS, ...facts };
  const taken = new Set();
  const steps = [];
  for (const row of book.rows) {
    if (taken.has(row.slot) || !row.when.some((condition) => holds(condition, known, book))) continue;
    if (row.slot) taken.add(row.slot);
    steps.push(step(row, book, on));
  }
  return { steps, version: book.version };
}

function step({ slot, when, ...kept }, book, on) {
  return { ...kept, confidence: weakest(kept.sources, book, on), choice: choice(kept) };
}

/** Only what the law orders is required; what is left open towards police or justice is not ticked (G6). */
function choice({ addressee, duty, optional }) {
  if (duty === "must" && !optional) return "required";
  return optional && ["force", "prosecutor"].includes(addressee) ? "open" : "ticked";
}
