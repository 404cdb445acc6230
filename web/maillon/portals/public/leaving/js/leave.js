/* Leaving at once: by the button, by three times Shift, or because another tab of this door has left. */
const TIMES = 3;
const WITHIN = 1500;
const others = "BroadcastChannel" in window ? new BroadcastChannel("door") : null;

export function leaves(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    leave(form);
  });
  thrice(() => leave(form));
  if (others) others.onmessage = () => goAway(form);
  addEventListener("pagehide", hide);
  // A page taken out of memory shows what somebody else may not see: it is asked for anew.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

function leave(form) {
  if (others) others.postMessage("left");
  // The answer tells the browser to forget, and ends the sitting.
  navigator.sendBeacon(form.action, new URLSearchParams({ quiet: "1" }));
  goAway(form);
}

function goAway(form) {
  const out = form.dataset.out;
  for (const one of document.forms) one.reset();
  hide();
  document.title = "";
  document.body.replaceChildren();
  location.replace(out);
}

function hide() {
  document.documentElement.hidden = true;
}

function thrice(act) {
  let pressed = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const now = event.timeStamp;
    pressed = event.key === "Shift" ? [...pressed.filter((at) => now - at < WITHIN), now] : [];
    if (pressed.length === TIMES) act();
  });
}
