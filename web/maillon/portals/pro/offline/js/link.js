/** Shows the way to the offline page where the browser can keep one. */

if ("serviceWorker" in navigator && "indexedDB" in globalThis && globalThis.isSecureContext) {
  for (const hidden of document.querySelectorAll("[data-offline-link]")) hidden.hidden = false;
}
