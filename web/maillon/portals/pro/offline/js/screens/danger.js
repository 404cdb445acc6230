/** Danger is asked before anything else, and the numbers come before any other question. */

import { copy, press } from "./page.js";
import { choiceScreen } from "./questions.js";

/** Asks, shows the numbers if so, and goes on with what was said: `then(true)` once help has been called. */
export function askDanger(app, { title, hint = "" }, then) {
  const choices = ["yes", "no"].map((value) => ({ value, ...app.words.danger[value], urgent: value === "yes" }));
  choiceScreen(app, { title, hint, choices }, ({ value }) => {
    if (value === "yes") app.ways.on(() => showNumbers(app, then));
    else then(false);
  });
}

function showNumbers(app, then) {
  const screen = copy("screen-emergency");
  press(screen, "called", () => then(true));
  press(screen, "none", () => then(false));
  press(screen, "back", () => app.ways.back());
  app.ways.show(screen);
}
