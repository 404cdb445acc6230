/** libsodium's sealed box: for the holder of a Curve25519 pair, from nobody in particular (crypto_box_seal). */

import { hsalsa, xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { blake2b } from "@noble/hashes/blake2.js";

import { joined, random } from "./bytes.js";

const KEY = 32;
const NONCE = 24;
// "expand 32-byte k", as Salsa20 has it.
const SIGMA = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574);

/** A fresh pair. */
export function newPair() {
  const secret = random(KEY);
  return { secret, public: x25519.getPublicKey(secret) };
}

/** The text, sealed to a public key: the public half of a pair made for it alone, then the box. */
export function seal(text, publicKey) {
  const once = newPair();
  const box = cipher(x25519.getSharedSecret(once.secret, publicKey), once.public, publicKey).encrypt(text);
  once.secret.fill(0);
  return joined(once.public, box);
}

/** Undoes `seal`. Throws when the box was changed or made for another pair. */
export function open(sealed, pair) {
  const theirs = sealed.slice(0, KEY);
  return cipher(x25519.getSharedSecret(pair.secret, theirs), theirs, pair.public).decrypt(sealed.slice(KEY));
}

function cipher(shared, once, publicKey) {
  const nonce = blake2b(joined(once, publicKey), { dkLen: NONCE });
  const key = new Uint32Array(8);
  hsalsa(SIGMA, words(shared), new Uint32Array(4), key);
  return xsalsa20poly1305(new Uint8Array(key.buffer), nonce);
}

function words(bytes) {
  return new Uint32Array(bytes.slice().buffer);
}
