/** A reading of signs: what it amounts to, why, what is open, what would change it. */

import { isMinor, word } from "../rules/book.js";
import { each, fill, keepWhen } from "./page.js";

/** Draws a reading into a screen that holds its template; `together` names the reason of a minor's signs. */
export function drawReading(screen, found, age, { book, together }) {
  const minor = isMinor(book, age);
  const text = (code) => book.byCode.signs.get(code).text;
  const otherAge = found.at_another_age !== found.concern;
  fill(screen, {
    concern: word(book, "concern", found.concern),
    other: word(book, "concern", found.at_another_age),
    version: found.version,
  });
  each(screen, "reasons", found.reasons, (entry, reason) => drawReason(entry, reason, book, together));
  each(screen, "raised", found.raised_by, (entry, codes) => drawAlternative(entry, codes.map(text)));
  each(screen, "lowered", found.lowered_by, (entry, code) => fill(entry, { text: text(code) }));
  each(screen, "open", found.open, (entry, code) => fill(entry, { text: text(code) }));
  each(screen, "aside", found.set_aside, (entry, code) => fill(entry, { text: text(code) }));
  keepWhen(screen, {
    concern: found.concern === "concern",
    attentive: found.concern === "attentive",
    nothing: found.concern === "nothing",
    raised: found.raised_by.length > 0,
    lowered: found.lowered_by.length > 0,
    open: found.open.length > 0,
    aside: found.set_aside.length > 0,
    "if-adult": otherAge && minor,
    "if-minor": otherAge && !minor,
    unconfirmed: found.confidence === "unconfirmed",
  });
}

function drawReason(entry, reason, book, together) {
  fill(entry, { title: reason.dimension === null ? together : word(book, "dimension", reason.dimension) });
  each(entry, "signs", reason.signs, (one, code) => drawSign(one, book.byCode.signs.get(code), book));
  keepWhen(entry, { met: reason.met, unmet: !reason.met });
}

function drawSign(entry, sign, book) {
  fill(entry, {
    text: sign.text,
    otherwise: sign.otherwise,
    strength: word(book, "strength", sign.strength),
    evidence: word(book, "evidence", sign.evidence),
    read: sign.read_in.join(" ; "),
  });
}

function drawAlternative(entry, texts) {
  each(entry, "signs", texts, (one, text) => {
    fill(one, { text });
    keepWhen(one, { more: text !== texts[0] });
  });
}
