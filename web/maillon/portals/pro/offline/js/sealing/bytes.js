/** Bytes put together, taken apart and written as text. */

/** One array after another. */
export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The UTF-8 bytes of a text. */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** A number as `length` bytes, the highest first. */
export function bigEndian(number, length) {
  return Uint8Array.from({ length }, (_, place) => Math.floor(number / 256 ** (length - 1 - place)) % 256);
}

/** The 16 bytes of a UUID. */
export function uuidBytes(uuid) {
  const pairs = uuid.replaceAll("-", "").match(/../g) ?? [];
  if (pairs.length !== 16) throw new Error("not a UUID");
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** Bytes as base64, the form in which they travel. */
export function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Undoes `toBase64`. */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Fresh random bytes of the browser. */
export function random(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}
