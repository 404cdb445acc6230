/** What something sealed is and which object it belongs to, as vault/crypto.py binds it: it opens in no other place. */

import { blake2b } from "@noble/hashes/blake2.js";

import { bigEndian, joined, utf8, uuidBytes } from "./bytes.js";

const PERSON = 16;

/** The bytes that are authenticated: the kind's length in two bytes, the kind, the object's UUID. */
export function binding(kind, subject) {
  const name = utf8(kind);
  return joined(bigEndian(name.length, 2), name, uuidBytes(subject));
}

/** 32 bytes that stand for the context next to a wrapped key. */
export function digest(kind, subject) {
  const personalization = new Uint8Array(PERSON);
  personalization.set(utf8("maillon wrap"));
  return blake2b(binding(kind, subject), { dkLen: 32, personalization });
}
