/** What waits for a signal, behind the PIN: since when, and the way to throw something away. */

import { listed } from "../device/queue.js";
import { copy, each, fill, keepWhen, press } from "./page.js";
import { askPin } from "./pin.js";

/** Asks for the PIN, then shows the list. */
export function showQueue(app) {
  return askPin(app, (pair) => list(app, pair));
}

async function list(app, pair) {
  const waiting = await listed(app.store, pair);
  const screen = copy("screen-queue");
  const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  each(screen, "parcels", waiting, (entry, { id, written }) => {
    fill(entry, { written: written === null ? "" : moment.format(written) });
    keepWhen(entry, { dated: written !== null, undated: written === null });
    press(entry, "remove", () => confirm(app, pair, id));
  });
  keepWhen(screen, { none: waiting.length === 0, some: waiting.length > 0 });
  press(screen, "home", () => app.ways.home());
  app.ways.show(screen);
}

function confirm(app, pair, id) {
  const screen = copy("screen-remove");
  press(screen, "remove", async () => {
    await app.store.letGo(id);
    await list(app, pair);
  });
  press(screen, "back", () => list(app, pair));
  app.ways.show(screen);
}
