/* Moves inside the door: each takes the place of the page before, so that « back » leads out of the door at once. */
export function replacesMoves(way) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !plain(event, link) || link.origin !== location.origin) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    location.replace(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form === way) return;
    event.preventDefault();
    // A second tap while the first is on its way sends nothing twice.
    if (form.ariaBusy !== "true") send(form, event.submitter);
  });
}

function plain(event, link) {
  const keys = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !keys && !link.target && !link.hasAttribute("download");
}

async function send(form, by) {
  const action = (by && by.getAttribute("formaction")) || form.getAttribute("action") || location.href;
  const address = new URL(action, location.href);
  const fields = new URLSearchParams(new FormData(form));
  if (by && by.name) fields.append(by.name, by.value);
  if (form.method === "get") {
    address.search = fields;
    location.replace(address);
    return;
  }
  form.ariaBusy = "true";
  const answer = await fetch(address, { method: "POST", body: fields }).catch(() => null);
  form.ariaBusy = "false";
  // No answer: as without a script, so that the browser says what is wrong.
  await (answer ? show(answer, address) : again(form, by));
}

async function show(answer, address) {
  if (answer.redirected) {
    location.replace(answer.url);
    return;
  }
  const page = await answer.text();
  history.replaceState(null, "", address);
  document.open();
  document.write(page);
  document.close();
  scrollTo(0, 0);
}

function again(form, by) {
  const field = document.createElement("input");
  if (by && by.name) Object.assign(field, { type: "hidden", name: by.name, value: by.value });
  form.append(field);
  HTMLFormElement.prototype.submit.call(form);
}
