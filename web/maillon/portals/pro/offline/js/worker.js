/**
 * The browser's worker: gives the page, its data and its scripts from what it kept, and the page instead of any other
 * that can't be reached. It keeps the files of its list and nothing else: no page that says anything of anybody.
 */

const { version, shell, files, language } = self.MAILLON;
const CACHE = `maillon-${version}`;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  const path = address.pathname;
  if (request.mode === "navigate" && path !== shell) event.respondWith(reached(request, path));
  else if (files.includes(path)) event.respondWith(kept(request, path));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(files.map((file) => fetchInto(cache, file)));
}

/** Asked as nobody, without a cookie: what is kept can't say anything of whoever is signed in. */
async function fetchInto(cache, file) {
  const headers = { "Accept-Language": language };
  const answer = await fetch(file, { cache: "reload", credentials: "omit", headers });
  if (!answer.ok || answer.redirected) throw new Error(`can't be kept: ${file}`);
  await cache.put(file, answer);
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/** Another page as it is today, else as it was kept, else the page that works without a signal. */
async function reached(request, path) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(path)) ?? caches.match(shell);
  }
}

async function kept(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
