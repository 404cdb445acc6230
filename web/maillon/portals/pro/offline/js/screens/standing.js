/** The line above every screen: signal, session, and what was just handed over. */

import { copy, each, fill, keepWhen } from "./page.js";

/** Says how the last contact went. Draft's addresses come from the server; nothing of their content does. */
export function showStanding(place, { state, delivered, refused }) {
  const line = copy("standing");
  each(line, "delivered", delivered, (entry, { standing, address, beside }) => {
    for (const link of entry.querySelectorAll("a[data-to=address]")) link.href = address;
    for (const link of entry.querySelectorAll("a[data-to=beside]")) link.href = beside;
    keepWhen(entry, {
      kept: standing === "kept" && beside === null,
      moved_on: standing === "moved_on" && beside === null,
      sent: standing === "sent" && beside === null,
      discarded: standing === "discarded" && beside === null,
      conflict: beside !== null,
    });
  });
  each(line, "refused", [...new Set(refused)], (entry, why) => fill(entry, { why }));
  keepWhen(line, {
    away: state === "away",
    out: state === "out",
    delivered: delivered.length > 0,
    refused: refused.length > 0,
  });
  place.replaceChildren(line);
}

/** Nothing is left here, and nothing can be done from here. */
export function showEmptied(ways) {
  ways.show(copy("screen-emptied"));
}
