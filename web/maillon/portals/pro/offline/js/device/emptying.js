/** A device that is over keeps nothing: not what was written, not the page that wrote it. */

import { eraseStore } from "./store.js";

// The browser may be clearing the same things at this moment, since the server's answer asked it to; then it interrupts us.
const TRIES = 5;

/**
 * Destroys everything that this application put on the device. Each part is tried, whatever became of the others.
 * False when something may be left: the next contact tries again.
 */
export async function empty(store) {
  store.close();
  localStorage.clear();
  sessionStorage.clear();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const parts = await Promise.allSettled([eraseStore(), forgetPages(), dismissWorkers()]);
    if (parts.every((part) => part.status === "fulfilled")) return true;
  }
  return false;
}

async function forgetPages() {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dismissWorkers() {
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}
