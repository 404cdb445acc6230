/** Which signs somebody is asked about (guidance/signs.py). */

/** As many as a small screen and a short moment allow. */
export const FIRST_SCREEN = 12;

/** The signs of a trade for a person of this age, the most telling first. */
export function askedOf(book, trade, minor) {
  const other = minor ? "adult" : "minor";
  const first = book.first[trade] ?? [];
  const place = (sign) => (first.includes(sign.code) ? first.indexOf(sign.code) : first.length);
  return book.signs
    .filter((sign) => sign.trades.includes(trade) && sign.scope !== other)
    .sort((one, another) => place(one) - place(another));
}
