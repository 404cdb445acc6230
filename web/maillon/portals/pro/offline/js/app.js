/** The page that works without a signal. Everything it knows of the reader stays in this page, or is sealed. */

import { contact } from "./device/contact.js";
import { lockOf } from "./device/lock.js";
import { openStore } from "./device/store.js";
import { read } from "./rules/book.js";
import { showHome } from "./screens/home.js";
import { showEmptied, showStanding } from "./screens/standing.js";
import { Ways } from "./screens/ways.js";

// Milliseconds. A browser says that there is a signal when it has an antenna, and says nothing when it leads on again.
const SOON = 30_000;

class App {
  ready = false;
  keys = null;
  #reaching = false;
  #asked = false;
  #later = 0;

  constructor({ root, store, book, questions, words }) {
    this.places = { ...root.dataset };
    this.root = root;
    this.store = store;
    this.book = book;
    this.questions = questions;
    this.words = words;
    this.ways = new Ways(root.querySelector("[data-screen]"), () => showHome(this));
  }

  /** Today where the reader is, as the data writes days. */
  today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** What the device knows of itself: keys to seal with, whether its queue has a PIN, and whether its pages are kept. */
  async know() {
    this.keys = (await this.store.read("keys")) ?? null;
    const worker = await navigator.serviceWorker?.getRegistration("/");
    this.ready = this.keys !== null && worker !== undefined && (await lockOf(this.store)) !== null;
  }

  /** Contact with the server. Asked for while one is under way, which may not see what is new, another follows it. */
  async reach() {
    this.#asked = true;
    if (this.#reaching) return;
    this.#reaching = true;
    clearTimeout(this.#later);
    const delivered = [];
    try {
      while (this.#asked) {
        this.#asked = false;
        const outcome = await contact(this.store, this.places);
        delivered.push(...outcome.delivered);
        if (outcome.state === "away") await this.#reachLater();
        if (outcome.state === "over") showEmptied(this.ways);
        showStanding(this.root.querySelector("[data-standing]"), { ...outcome, delivered });
      }
    } finally {
      this.#reaching = false;
    }
  }

  /** Nobody has to come back for what waits. */
  async #reachLater() {
    clearTimeout(this.#later);
    if ((await this.store.parcels()).length > 0) this.#later = setTimeout(() => this.reach(), SOON);
  }
}

async function json(address) {
  return (await fetch(address)).json();
}

async function start(root) {
  const words = JSON.parse(document.getElementById("offline-words").textContent);
  const [data, questions, store] = await Promise.all([json(root.dataset.data), json(root.dataset.questions), openStore()]);
  const app = new App({ root, store, book: read(data), questions, words });
  await showHome(app);
  // Before the first contact, which may last as long as a bad signal does.
  addEventListener("online", () => app.reach());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && app.reach());
  await app.reach();
}

start(document.getElementById("offline"));
