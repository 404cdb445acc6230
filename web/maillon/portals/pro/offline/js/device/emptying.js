/** A device that is over keeps nothing: not what was written, not the page that wrote it. */

import { eraseStore } from "./store.js";

/** Destroys everything that this application put on the device. Each part is tried, whatever became of the others. */
export async function empty(store) {
  store?.close();
  localStorage.clear();
  sessionStorage.clear();
  const parts = [eraseStore(), forgetPages(), dismissWorkers()];
  const failed = (await Promise.allSettled(parts)).filter((part) => part.status === "rejected");
  if (failed.length > 0) throw failed[0].reason;
}

async function forgetPages() {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dismissWorkers() {
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}
