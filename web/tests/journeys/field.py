"""Somebody on the page that works without a signal: its screens change without a new page."""

import json
from dataclasses import dataclass
from fnmatch import fnmatch

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.journeys.accessibility import assert_accessible
from tests.journeys.browsers import overflows

PAGE = "/hors-ligne/"
PIN = "274916"
# Everything that this origin keeps on the device, as one text: databases, caches, and the small stores.
DUMP = """async () => {
  const seen = [];
  const note = (where, what) => seen.push([where, what]);
  const asText = (value) => JSON.stringify(value, (key, one) =>
    one instanceof Uint8Array || one instanceof ArrayBuffer
      ? new TextDecoder("latin1").decode(one) + "|" + new TextDecoder("utf-16le").decode(one) : one);
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const table of database.objectStoreNames) {
      const rows = database.transaction(table).objectStore(table);
      for (const ask of ["getAll", "getAllKeys"]) {
        note(`database ${name} ${table}`, asText(await new Promise((resolve) => {
          const request = rows[ask]();
          request.onsuccess = () => resolve(request.result);
        })));
      }
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      note(`cache ${request.url}`, await (await cache.match(request)).text());
    }
  }
  note("small stores", JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie);
  return seen;
}"""
LEFT = """async () => ({
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  items: localStorage.length + sessionStorage.length,
})"""


@dataclass
class InTheField:
    """Drives the page. Each screen reached must fit the window and, with `judged`, break no rule that axe knows."""

    page: Page
    origin: str
    judged: bool = True

    @property
    def context(self) -> BrowserContext:
        """The profile that the page belongs to."""
        return self.page.context

    def opens(self, path: str = PAGE) -> None:
        """Goes to the page."""
        self.page.goto(self.origin + path)
        self.comes_to("")

    def taps(self, name: str, title: str = "") -> None:
        """Taps the button whose name holds `name`; a screen with that title comes."""
        self.page.locator("main").get_by_role("button", name=name).first.click()
        self.comes_to(title)

    def comes_to(self, title: str) -> None:
        """Waits for a screen, and judges it."""
        if title:
            expect(self.page.locator("main h1")).to_contain_text(title)
        assert not overflows(self.page), f"{title} has to be scrolled sideways"
        if self.judged:
            assert_accessible(self.page)

    def writes(self, label: str, text: str) -> None:
        """Fills a field."""
        self.page.get_by_label(label, exact=True).fill(text)

    def sees(self, *texts: str) -> None:
        """Fails unless the main part shows each text."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def loses_the_signal(self) -> None:
        """Nothing is reached any more."""
        self.context.set_offline(True)

    def has_a_signal(self) -> None:
        """Everything is reached again; the browser tells the page."""
        self.context.set_offline(False)

    def installs(self) -> None:
        """From the first screen to an installed device."""
        self.opens()
        self.taps("Installer", "Choisissez un code")
        self.writes("Votre code", PIN)
        self.writes("Le même, encore une fois", PIN)
        self.taps("Garder ce code", "Sur le terrain")
        self.sees("Installé.")

    def dump(self) -> list[tuple[str, str]]:
        """All that the device keeps: where, and what can be read of it."""
        return [(where, what) for where, what in self.page.evaluate(DUMP)]

    def waiting(self) -> int:
        """How many sealed reports the device keeps."""
        return sum(what.count("MLO") for where, what in self.dump() if where == "database maillon-offline parcels")

    def loses_the_answer(self, address: str) -> None:
        """The signal comes back; the server takes what is sent to that address, and its answer never arrives."""

        def swallow(route: Route) -> None:
            route.fetch()
            route.abort()

        self.page.route(address, swallow)
        with self.page.expect_event("requestfailed", lambda request: fnmatch(request.url, address)):
            self.has_a_signal()
        self.page.unroute(address)

    def hears_of_a_signal_while_a_contact_hangs(self, address: str) -> None:
        """The page's first contact asks that address, and waits; the signal comes back; only then does the wait fail.

        The browser says so once: a page that does not listen meanwhile, or forgets, would send nothing any more.
        """
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        self.page.route(address, hold, times=1)
        with self.page.expect_request(address):
            self.opens()
        self.page.evaluate("dispatchEvent(new Event('online'))")
        held[0].abort()

    def opens_with_a_signal_that_is_worth_nothing(self, address: str) -> None:
        """The browser believes that it has a signal, and the page asks that address in vain; half a minute later not.

        No event of the browser says so.
        """
        self.page.clock.install()
        self.page.route(address, lambda route: route.abort(), times=1)
        self.opens()
        self.sees("Pas de réseau")
        self.page.clock.fast_forward(30_000)

    def left(self) -> dict[str, int]:
        """How much of anything the device keeps."""
        return json.loads(json.dumps(self.page.evaluate(LEFT)))
