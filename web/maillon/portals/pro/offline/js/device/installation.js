/** Making a browser a device: it gets what it seals with, a cookie that names it, and a worker that keeps the page. */

import { fromBase64 } from "../sealing/bytes.js";

/** Has the server take this browser in, and remembers what it answers. False when nobody who can report is signed in. */
export async function takeIn(store, places, csrf) {
  const body = new URLSearchParams({ csrfmiddlewaretoken: csrf });
  const answer = await fetch(places.install, { method: "POST", body, redirect: "manual" });
  if (!answer.ok) return false;
  const { intake, member, trade, statuses } = await answer.json();
  await store.write("keys", { intake: fromBase64(intake), member: fromBase64(member), trade, statuses });
  return true;
}

/** Has the browser keep the page. Resolves once everything is there. */
export async function keepPage(places) {
  await navigator.serviceWorker.register(places.worker, { scope: "/", updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  // Without this, a browser short of space may drop what waits.
  await navigator.storage?.persist?.();
}
