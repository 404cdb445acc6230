/** « J’ai un doute » without a signal: the same questions, reading and steps. Nothing of it is kept. */

import { reading } from "../rules/reading.js";
import { route } from "../rules/route.js";
import { askDanger } from "./danger.js";
import { drawNumber } from "./numbers.js";
import { copy, each, keepWhen, press } from "./page.js";
import { choiceScreen, signsScreen } from "./questions.js";
import { drawReading } from "./reading.js";
import { drawSteps } from "./steps.js";

/** Begins: with the trade, unless the device knows it. */
export function askDoubt(app) {
  const { trade, statuses } = app.keys ?? {};
  if (trade) return danger(app, { trade, statuses });
  const choices = Object.entries(app.book.words.trade).map(([value, label]) => ({ value, label }));
  return choiceScreen(app, { title: app.words.titles.trade, choices }, ({ value }) =>
    app.ways.on(() => danger(app, { trade: value, statuses: app.book.statuses[value] })),
  );
}

function danger(app, said) {
  askDanger(app, { title: app.words.titles.danger }, (inDanger) =>
    app.ways.on(() => age(app, { ...said, danger: inDanger })),
  );
}

function age(app, said) {
  const choices = Object.entries(app.book.words.age_class).map(([value, label]) => ({ value, label: capital(label) }));
  choiceScreen(app, { title: app.words.titles.age, choices }, ({ value }) =>
    app.ways.on(() => signs(app, { ...said, age: value })),
  );
}

function signs(app, said) {
  signsScreen(app, said, (answers) => app.ways.on(() => advice(app, { ...said, answers })));
}

function advice(app, { age: known, statuses, danger: inDanger, answers }) {
  const { book } = app;
  const on = app.today();
  const found = reading(answers, known, book);
  const calm = found.concern === "nothing" && !inDanger;
  const screen = copy("screen-advice");
  drawReading(screen, found, known, { book, together: app.words.titles.together });
  const listening = book.contacts.filter((one) => one.number && !one.emergency && on < one.expires_on);
  each(screen, "listening", listening, (entry, contact) => drawNumber(entry, contact, on));
  drawSteps(screen, route({ age: known, statuses, danger: inDanger }, book, on).steps, book, on);
  keepWhen(screen, { calm, act: !calm });
  press(screen, "back", () => app.ways.back());
  press(screen, "home", () => app.ways.home());
  app.ways.show(screen);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
