/** What sources are worth on a day. Days are written YYYY-MM-DD, so that they compare as texts. */

/** The confidence of one source; past its expiry it counts as unconfirmed until somebody reads it again. */
export function confidenceOn(source, on) {
  return on >= source.expires_on ? "unconfirmed" : source.confidence;
}

/** The weakest of the sources with these codes. */
export function weakest(codes, book, on) {
  const order = codes.map((code) => book.certainty.indexOf(confidenceOn(book.byCode.sources.get(code), on)));
  return book.certainty[Math.max(...order)];
}

/** Whether nobody has checked a number or a site for too long. */
export function expiredOn(contact, on) {
  return on >= contact.expires_on;
}
