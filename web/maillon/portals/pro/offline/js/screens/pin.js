/** Choosing a PIN, and being asked for it. */

import { lockOf, mayBePin, setPin, unlock } from "../device/lock.js";
import { copy, fill, keepWhen, press } from "./page.js";

/** Asks for a new PIN, twice; `then()` once it is set. */
export function choosePin(app, then) {
  const screen = copy("screen-new-pin");
  const [first, second] = screen.querySelectorAll("input");
  onSubmit(screen, async (form) => {
    if (!mayBePin(first.value)) return complain(form, "weak");
    if (first.value !== second.value) return complain(form, "differs");
    await setPin(app.store, first.value);
    return then();
  });
  app.ways.show(screen);
}

/** Asks for the PIN; `then(pair)` once it is right. A list that was shut for good says so. */
export async function askPin(app, then) {
  const lock = await lockOf(app.store);
  if (lock.shut) return showShut(app);
  const screen = copy("screen-pin");
  const field = screen.querySelector("input");
  fill(screen, { left: String(lock.left) });
  onSubmit(screen, async (form) => {
    const pair = await unlock(app.store, field.value);
    if (pair !== null) return then(pair);
    const { shut, left } = await lockOf(app.store);
    if (shut) return showShut(app);
    field.value = "";
    fill(form, { left: String(left) });
    return complain(form, "wrong");
  });
  press(screen, "back", () => app.ways.back());
  return app.ways.show(screen);
}

async function showShut(app) {
  const screen = copy("screen-shut");
  const empty = (await app.store.parcels()).length === 0;
  keepWhen(screen, { empty, waiting: !empty });
  press(screen, "again", () => choosePin(app, () => app.ways.home()));
  press(screen, "home", () => app.ways.home());
  app.ways.show(screen);
}

function onSubmit(screen, act) {
  const form = screen.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(form);
  });
}

/** Shows one of the form's messages and leads back to its first field. */
function complain(form, name) {
  for (const message of form.querySelectorAll("[data-wrong]")) message.hidden = message.dataset.wrong !== name;
  const field = form.querySelector("input");
  field.setAttribute("aria-invalid", "true");
  field.focus();
}
