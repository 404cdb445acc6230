/** Hides how long a text is, as vault/padding.py does: the length in four bytes, the text, zeros up to a power of two. */

import { bigEndian, joined } from "./bytes.js";

const SMALLEST = 1024;
// The server pads longer texts to finer steps; nothing that the device's form takes is so long.
const LARGEST = 64 * 1024;

/** The padded text. Throws for one that is too long. */
export function pad(text) {
  const payload = joined(bigEndian(text.length, 4), text);
  let size = SMALLEST;
  while (size < payload.length) size *= 2;
  if (size > LARGEST) throw new Error("too long to be sealed here");
  const padded = new Uint8Array(size);
  padded.set(payload);
  return padded;
}
