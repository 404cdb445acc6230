/** One question a screen, whichever its kind. */

import { askedOf, FIRST_SCREEN } from "../rules/signs.js";
import { isMinor } from "../rules/book.js";
import { copy, each, fill, keepWhen, press } from "./page.js";

/** A question that one tap answers; `choices` are `{value, label, hint?, urgent?}`, `chosen(choice)` is called with one. */
export function choiceScreen(app, { title, hint = "", choices }, chosen) {
  const screen = copy("screen-choice");
  fill(screen, { title, hint });
  each(screen, "choices", choices, (entry, choice) => {
    fill(entry, { label: choice.label, hint: choice.hint ?? "" });
    keepWhen(entry, { hint: Boolean(choice.hint) });
    const button = entry.querySelector("button");
    button.classList.toggle("answer-urgent", Boolean(choice.urgent));
    button.addEventListener("click", () => chosen(choice));
  });
  keepWhen(screen, { hint: hint !== "" });
  shown(app, screen);
}

/**
 * The signs of a trade, each with the three answers; `given(answers)` gets a Map from code to answer. `report` says that
 * the answers go into a report, and not to advice.
 */
export function signsScreen(app, { trade, age, said = new Map(), report = false }, given) {
  const { book } = app;
  const asked = askedOf(book, trade, isMinor(book, age));
  const screen = copy("screen-signs");
  const draw = (entry, sign) => drawSign(entry, sign, said, book);
  each(screen, "first", asked.slice(0, FIRST_SCREEN), draw);
  each(screen, "more", asked.slice(FIRST_SCREEN), draw);
  keepWhen(screen, { more: asked.length > FIRST_SCREEN, advice: !report, report });
  press(screen, "go-on", () => given(answersIn(app.ways.place, asked)));
  press(screen, "none", () => given(new Map(asked.map((sign) => [sign.code, "not_seen"]))));
  shown(app, screen);
}

function drawSign(entry, sign, said, book) {
  fill(entry, { text: sign.text });
  each(entry, "answers", Object.entries(book.words.seen), (one, [value, label]) => {
    const button = one.querySelector("input");
    button.name = sign.code;
    button.value = value;
    button.checked = said.get(sign.code) === value;
    fill(one, { label });
  });
}

function answersIn(place, asked) {
  const answer = ({ code }) => place.querySelector(`input[name="${CSS.escape(code)}"]:checked`)?.value ?? "unsure";
  return new Map(asked.map((sign) => [sign.code, answer(sign)]));
}

/** A few words or a longer text; `given(text)` gets what was written, without blanks around it. */
export function textScreen(app, { title, hint, limit, long, said = "" }, given) {
  const screen = copy(long ? "screen-words" : "screen-line");
  fill(screen, { title, hint });
  const field = screen.querySelector("input, textarea");
  field.maxLength = limit;
  field.value = said;
  screen.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    given(field.value.trim());
  });
  shown(app, screen);
}

function shown(app, screen) {
  press(screen, "back", () => app.ways.back());
  app.ways.show(screen);
}
