/** From answers about signs to a concern, with its reasons and what would change it (guidance/rules.py `reading`). */

import { isMinor } from "./book.js";
import { concern, reasons } from "./concern.js";
import { loweredBy, raisedBy } from "./turning.js";

/**
 * What the answers amount to for a person of this age.
 *
 * @param {Map<string, "seen" | "not_seen" | "unsure">} answers by the codes of the signs that were asked
 */
export function reading(answers, age, book) {
  const minor = isMinor(book, age);
  const asked = [...answers.keys()].map((code) => known(book, code));
  const seen = asked.filter((sign) => answers.get(sign.code) === "seen");
  const others = asked.filter((sign) => answers.get(sign.code) !== "seen");
  const unsure = others.filter((sign) => answers.get(sign.code) === "unsure" && sign.strength !== null);
  return {
    concern: concern(seen, book, minor),
    reasons: reasons(seen, book, minor),
    set_aside: codes(seen.filter((sign) => sign.strength === null)),
    open: codes(unsure),
    raised_by: raised(seen, others, answers, book, minor),
    lowered_by: loweredBy(seen, book, minor),
    at_another_age: concern(seen, book, !minor),
    confidence: book.combination.confidence,
    version: book.version,
  };
}

/** What was asked comes first; where nothing of it would do, signs that somebody else may have seen. */
function raised(seen, others, answers, book, minor) {
  const found = raisedBy(seen, others, book, minor);
  if (found.length > 0) return found;
  const elsewhere = book.signs.filter((sign) => !answers.has(sign.code));
  return raisedBy(seen, elsewhere, book, minor);
}

function known(book, code) {
  const sign = book.byCode.signs.get(code);
  if (sign === undefined) throw new Error(`not a sign: ${code}`);
  return sign;
}

function codes(signs) {
  return signs.map((sign) => sign.code);
}
