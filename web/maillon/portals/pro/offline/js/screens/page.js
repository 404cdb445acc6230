/** Fills the page's templates. Every word stands there, in the reader's language; scripts only put values in place. */

/** A copy of the template with this id. */
export function copy(id) {
  return document.getElementById(id).content.cloneNode(true);
}

/** Writes a text into each slot of that name. Always as text, never as markup. */
export function fill(part, texts) {
  for (const [name, text] of Object.entries(texts)) {
    for (const slot of part.querySelectorAll(`[data-slot="${name}"]`)) slot.textContent = text;
  }
}

/** Puts one copy of the template `data-each` in its place for each item, as `draw(copy, item)` fills it. */
export function each(part, name, items, draw) {
  const model = part.querySelector(`template[data-each="${name}"]`);
  for (const item of items) {
    const one = model.content.cloneNode(true);
    draw(one, item);
    model.before(one);
  }
}

/** Decides on the parts marked `data-when` with one of these names: takes out those whose value is not true. */
export function keepWhen(part, holds) {
  for (const marked of part.querySelectorAll("[data-when]")) {
    const name = marked.dataset.when;
    if (!(name in holds)) continue;
    if (holds[name]) marked.removeAttribute("data-when");
    else marked.remove();
  }
}

/** Calls `act` when the control of that name is pressed. */
export function press(part, name, act) {
  for (const control of part.querySelectorAll(`[data-press="${name}"]`)) control.addEventListener("click", act);
}
