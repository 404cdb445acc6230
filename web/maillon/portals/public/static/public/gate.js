// Goes on by itself: when the wait is over, or sooner, when a number is found for which SHA-256 of "nonce:number" begins
// with enough zero bits. Without this script the page's button does the same, once the wait is over.
(() => {
  "use strict";
  const form = document.querySelector("form[data-seconds]");
  const { seconds, nonce, bits } = form.dataset;
  const status = form.querySelector("[role=status]");
  const SLICE = 25;
  let gone = false;

  const goOn = () => {
    if (gone) return;
    gone = true;
    // Pressed rather than sent, so that the door's own script takes this page's place as with every other form.
    form.querySelector("button").click();
  };

  // The constants of SHA-256 are the fractions of the square and cube roots of the first primes.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
  const K = primes.map((p) => fraction(Math.cbrt(p)));
  const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const w = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  // The first 32 bits of the digest of a text of at most 55 ASCII signs.
  const digest = (text) => {
    w.fill(0, 0, 16);
    for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
    w[text.length >> 2] |= 128 << (24 - 8 * (text.length & 3));
    w[15] = text.length * 8;
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = START;
    for (let i = 0; i < 64; i++) {
      const s = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
    }
    return (a + START[0]) >>> 0;
  };

  let number = 0;
  const work = () => {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      for (let i = 0; i < 200; i++, number++) {
        if (digest(`${nonce}:${number}`) >>> (32 - bits) === 0) {
          form.elements.gate_answer.value = number;
          return goOn();
        }
      }
    }
    setTimeout(work);
  };

  status.textContent = status.dataset.told;
  setTimeout(goOn, seconds * 1000 + 200);
  if (nonce) work();
})();
