/** What would change a reading: further signs that would raise it, explained ones that would lower it (guidance/turning.py). */

import { combinations, sizesUpTo } from "./combinations.js";
import { concern, counting, groups, met, standsAlone } from "./concern.js";

const MORE = 3;
const NAMED = 4;

/** Smallest sets of `others` (signs not seen) any of which would raise the concern; none at the top. */
export function raisedBy(seen, others, book, minor) {
  const now = book.concerns.indexOf(concern(seen, book, minor));
  if (now === book.concerns.length - 1) return [];
  const free = counting(others);
  for (let size = 1; size <= MORE; size += 1) {
    const found = [];
    for (const more of combinations(free, size)) {
      if (book.concerns.indexOf(concern([...seen, ...more], book, minor)) <= now) continue;
      found.push(more.map((sign) => sign.code));
      if (found.length === NAMED) return found;
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** A smallest set of the signs seen without which the concern would be less; none where nothing counts. */
export function loweredBy(seen, book, minor) {
  const mine = counting(seen);
  if (concern(seen, book, minor) !== "concern") return mine.map((sign) => sign.code);
  const kept = new Set(groups(mine, book, minor).flatMap(([, group]) => keptOf(group, book, minor)));
  return mine.map((sign) => sign.code).filter((code) => !kept.has(code));
}

/** As many signs of the group as are not enough together; of two choices, the stronger signs. */
function keptOf(group, book, minor) {
  const free = group.filter((sign) => !(minor && standsAlone(sign)));
  const byStrength = book.strengths.map((strength) => free.filter((sign) => sign.strength === strength));
  let best = null;
  for (const sizes of sizesUpTo(byStrength.map((some) => some.length))) {
    if (!met(sizes, book) && (best === null || isMore(sizes, best))) best = sizes;
  }
  return byStrength.flatMap((some, place) => some.slice(0, best[place]).map((sign) => sign.code));
}

function isMore(sizes, best) {
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  if (sum(sizes) !== sum(best)) return sum(sizes) > sum(best);
  const place = sizes.findIndex((size, at) => size !== best[at]);
  return place >= 0 && sizes[place] > best[place];
}
