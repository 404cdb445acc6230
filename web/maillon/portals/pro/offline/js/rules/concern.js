/** How signs combine into a concern, dimension by dimension (guidance/concern.py). */

/** The signs that count for anything: all but those that a test found not predictive. */
export function counting(signs) {
  return signs.filter((sign) => sign.strength !== null);
}

/** How many of each strength, in the order of the closed list: strong, medium, weak. */
export function counts(signs, book) {
  return book.strengths.map((strength) => signs.filter((sign) => sign.strength === strength).length);
}

/** The signs that count, by dimension, as pairs; of a minor all together, under null. */
export function groups(seen, book, minor) {
  const mine = counting(seen);
  const dimensions = minor ? [null] : book.dimensions;
  return dimensions
    .map((dimension) => [dimension, minor ? mine : mine.filter((sign) => sign.dimension === dimension)])
    .filter(([, group]) => group.length > 0);
}

/** Whether a sign is enough by itself for a minor (Palermo protocol, article 3 c). */
export function standsAlone(sign) {
  return sign.strength === "strong" && sign.dimension === "exploitation";
}

/** Whether so many signs are enough. */
export function met(sizes, book) {
  return book.combination.enough.some((one) => one.every((least, place) => sizes[place] >= least));
}

/** The signs seen that count, together where they combine; those that are enough first. */
export function reasons(seen, book, minor) {
  const found = groups(seen, book, minor).map(([dimension, group]) => ({
    dimension,
    signs: group.map((sign) => sign.code),
    met: (minor && group.some(standsAlone)) || met(counts(group, book), book),
  }));
  return [...found.filter((reason) => reason.met), ...found.filter((reason) => !reason.met)];
}

/** What these signs amount to: a concern where those of one dimension are enough, attention where any counts. */
export function concern(seen, book, minor) {
  const found = reasons(seen, book, minor);
  if (found.some((reason) => reason.met)) return "concern";
  return found.length > 0 ? "attentive" : "nothing";
}
