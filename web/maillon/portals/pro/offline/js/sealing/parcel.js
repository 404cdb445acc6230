/**
 * A report sealed before it touches the disk (vault/intake.py reads it).
 *
 * Inside, what the vault makes of every content: an envelope under a key of its own, and that key for one member. Around
 * both, a box for the instance's intake key. It opens with both private halves, and with neither alone.
 */

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

import { seal as box } from "./box.js";
import { joined, random, utf8 } from "./bytes.js";
import { binding, digest } from "./context.js";
import { pad } from "./padding.js";

export const KIND = "report.offline";
const OUTER = joined(utf8("MLO"), Uint8Array.of(1));
const HEADER = joined(utf8("MLN"), Uint8Array.of(1));
const WRAP = Uint8Array.of(1);

/**
 * @param {Uint8Array} text what to seal
 * @param {string} id the UUID that it will have: the parcel opens in no other place
 * @param {{intake: Uint8Array, member: Uint8Array}} keys public halves
 */
export function seal(text, id, keys) {
  const key = random(32);
  const wrapped = joined(WRAP, box(joined(digest(KIND, id), key), keys.member));
  const inner = joined(wrapped, envelope(text, key, id));
  key.fill(0);
  return joined(OUTER, box(inner, keys.intake));
}

function envelope(text, key, id) {
  const nonce = random(24);
  const bound = joined(HEADER, binding(KIND, id));
  return joined(HEADER, nonce, xchacha20poly1305(key, nonce, bound).encrypt(pad(text)));
}
