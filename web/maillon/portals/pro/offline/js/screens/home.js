/** The first screen: what can be done here, and how things stand with the signal and with this device. */

import { keepPage, takeIn } from "../device/installation.js";
import { askDoubt } from "./doubt.js";
import { copy, keepWhen, press } from "./page.js";
import { choosePin } from "./pin.js";
import { showQueue } from "./queue.js";
import { writeReport } from "./report.js";

/** Draws it. What is known of the device is read anew each time. */
export async function showHome(app) {
  await app.know();
  const screen = copy("screen-home");
  keepWhen(screen, { ready: app.ready, "not-ready": !app.ready });
  press(screen, "doubt", () => app.ways.on(() => askDoubt(app)));
  press(screen, "report", () => app.ways.on(() => writeReport(app)));
  press(screen, "queue", () => app.ways.on(() => showQueue(app)));
  press(screen, "install", (event) => install(app, event.currentTarget));
  app.ways.show(screen);
}

/** The device is taken in first, then gets its PIN, then its pages: whatever fails, the button is there again. */
async function install(app, button) {
  button.disabled = true;
  const known = await stateOf(app);
  if (known?.signed_in && (await takeIn(app.store, app.places, known.csrf))) {
    app.ways.on(() => choosePin(app, async () => {
      await keepPage(app.places);
      app.ways.home();
    }));
    return;
  }
  button.disabled = false;
  location.assign(app.places.signIn);
}

async function stateOf(app) {
  try {
    const answer = await fetch(app.places.state, { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
