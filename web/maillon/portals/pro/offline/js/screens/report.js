/** A report written without a signal: the path's questions, in its order; then it is sealed and waits. */

import { keep } from "../device/queue.js";
import { isMinor } from "../rules/book.js";
import { route } from "../rules/route.js";
import { askedOf } from "../rules/signs.js";
import { askDanger } from "./danger.js";
import { copy, each, fill, press } from "./page.js";
import { choiceScreen, textScreen } from "./questions.js";
import { drawSteps } from "./steps.js";

const KINDS = { choice, signs, text };

/** Begins with danger. `said` holds the answers as the server names them. */
export function writeReport(app) {
  const question = app.questions.questions.danger;
  askDanger(app, question, (danger) => goOn(app, { danger, answered: ["danger"] }, "danger"));
}

function goOn(app, said, after) {
  const steps = app.questions.paths[said.age && !isMinor(app.book, said.age) ? "adult" : "minor"];
  const next = steps[steps.indexOf(after) + 1];
  app.ways.on(() => (next === undefined ? lastLook(app, said) : ask(app, said, next)));
}

function ask(app, said, step) {
  const question = app.questions.questions[step];
  KINDS[question.kind](app, question, said, (answers) => {
    const answered = [...said.answered.filter((name) => name !== step), step];
    goOn(app, { ...said, ...answers, answered }, step);
  });
}

function choice(app, question, said, given) {
  choiceScreen(app, question, ({ answers }) => given(answers));
}

function text(app, question, said, given) {
  const long = question.name === "narrative";
  textScreen(app, { ...question, long, said: said[question.name] }, (written) => given({ [question.name]: written }));
}

function signs(app, question, said, given) {
  const asked = askedOf(app.book, app.keys.trade, isMinor(app.book, said.age));
  const screen = copy("screen-tick");
  fill(screen, { title: question.title, hint: question.hint, none: question.none });
  each(screen, "boxes", asked, (entry, sign) => {
    const box = entry.querySelector("input");
    box.id = `box-${sign.code}`;
    box.value = sign.code;
    box.checked = said.signs?.includes(sign.code) ?? false;
    entry.querySelector("label").htmlFor = box.id;
    fill(entry, { label: sign.text });
  });
  const ticked = () => [...app.ways.place.querySelectorAll("input:checked")].map((box) => box.value);
  press(screen, "go-on", () => given({ signs: ticked() }));
  press(screen, "none", () => given({ signs: [] }));
  press(screen, "back", () => app.ways.back());
  app.ways.show(screen);
}

function lastLook(app, said) {
  const screen = copy("screen-keep");
  press(screen, "keep", async (event) => {
    event.currentTarget.disabled = true;
    await keep(app.store, said, app.keys);
    kept(app, said);
    app.reach();
  });
  press(screen, "back", () => app.ways.back());
  app.ways.show(screen);
}

/** What to do meanwhile. What was written is not held any longer: going back leads to the beginning. */
function kept(app, { age, danger, grave, place }) {
  const on = app.today();
  const facts = { age, danger, grave: grave ?? false, place: place ?? "other", statuses: app.keys.statuses };
  const { steps } = route(facts, app.book, on);
  app.ways.forget();
  const screen = copy("screen-kept");
  drawSteps(screen, steps, app.book, on);
  press(screen, "home", () => app.ways.home());
  app.ways.show(screen);
}
