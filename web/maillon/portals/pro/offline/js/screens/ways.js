/** From screen to screen. The browser's own back button works; no answer ever stands in an address. */

/** Shows screens in `place`; `start` draws the first one. */
export class Ways {
  #drawn = [];
  #at = 0;

  constructor(place, start) {
    this.place = place;
    this.#drawn = [start];
    addEventListener("popstate", (event) => this.#returns(event.state?.at ?? 0));
  }

  /** Goes on to a screen: `draw(show)` is called now, and again when somebody comes back to it. */
  on(draw) {
    this.#at += 1;
    this.#drawn.length = this.#at;
    this.#drawn.push(draw);
    history.pushState({ at: this.#at }, "");
    draw();
  }

  /** One screen back. */
  back() {
    history.back();
  }

  /** Forgets every screen but the first: going back leads there, and to nothing that was said. */
  forget() {
    this.#drawn.length = 1;
    this.#at = 0;
    history.replaceState({ at: 0 }, "");
  }

  /** The first screen, with everything said so far forgotten. */
  home() {
    this.forget();
    this.#drawn[0]();
  }

  /** Puts a screen before the reader's eyes, and where a screen reader reads on. */
  show(screen) {
    this.place.replaceChildren(screen);
    const title = this.place.querySelector("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #returns(at) {
    this.#at = Math.min(at, this.#drawn.length - 1);
    this.#drawn[this.#at]();
  }
}
