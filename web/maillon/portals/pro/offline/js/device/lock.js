/**
 * The PIN of the queue. It guards the list, not the reports: those open nowhere but on the server.
 *
 * What the list says of a parcel is sealed to a pair made for it. The pair's private half is kept under a key that the PIN
 * stands for, at a cost that makes each guess slow. After too many wrong PINs that half is destroyed: the list can't be
 * read any more, and what waits still goes out.
 */

import { newPair } from "../sealing/box.js";
import { random } from "../sealing/bytes.js";

export const SHORTEST = 6;
export const TRIES = 10;
const ROUNDS = 600_000;
const LOCK = "lock";

/** Whether these digits may be a PIN. */
export function mayBePin(typed) {
  return new RegExp(`^\\d{${SHORTEST},}$`).test(typed) && new Set(typed).size > 1;
}

/** Sets a PIN, with a fresh pair. What was listed before can't be read any more. */
export async function setPin(store, pin) {
  const pair = newPair();
  const salt = random(16);
  const iv = random(12);
  const key = await keyOf(pin, salt, ROUNDS);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, pair.secret));
  pair.secret.fill(0);
  await store.write(LOCK, { public: pair.public, salt, iv, rounds: ROUNDS, wrapped, wrong: 0 });
}

/** What is known without the PIN: the public half, and whether the list can still be opened. */
export async function lockOf(store) {
  const lock = await store.read(LOCK);
  return lock === undefined ? null : { public: lock.public, shut: lock.wrapped === null, left: TRIES - lock.wrong };
}

/**
 * The pair that opens the list, or null for a wrong PIN, which is counted before it is tried: who stops the page half way
 * gains nothing.
 */
export async function unlock(store, pin) {
  const lock = await store.read(LOCK);
  if (lock === undefined || lock.wrapped === null) return null;
  await store.write(LOCK, counted(lock));
  const secret = await opened(lock, pin);
  if (secret === null) return null;
  await store.write(LOCK, { ...lock, wrong: 0 });
  return { secret, public: lock.public };
}

function counted(lock) {
  const wrong = lock.wrong + 1;
  return { ...lock, wrong, wrapped: wrong < TRIES ? lock.wrapped : null };
}

async function opened({ salt, iv, rounds, wrapped }, pin) {
  try {
    const key = await keyOf(pin, salt, rounds);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, wrapped));
  } catch {
    return null;
  }
}

async function keyOf(pin, salt, iterations) {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const cost = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(cost, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
