/** A report written without a signal: the path's questions, in its order; then it is sealed and waits. */

import { keep } from "../device/queue.js";
import { isMinor } from "../rules/book.js";
import { route } from "../rules/route.js";
import { askDanger } from "./danger.js";
import { copy, press } from "./page.js";
import { choiceScreen, signsScreen, textScreen } from "./questions.js";
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

function signs(app, _question, said, given) {
  const before = new Map([
    ...(said.signs ?? []).map((code) => [code, "seen"]),
    ...(said.signs_absent ?? []).map((code) => [code, "not_seen"]),
  ]);
  signsScreen(app, { trade: app.keys.trade, age: said.age, said: before, report: true }, (answers) => {
    const those = (wanted) => [...answers].filter(([, answer]) => answer === wanted).map(([code]) => code);
    given({ signs: those("seen"), signs_absent: those("not_seen") });
  });
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
