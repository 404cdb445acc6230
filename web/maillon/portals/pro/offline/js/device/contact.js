/** Contact with the server: may this device go on, is somebody signed in, and what waits is handed over. */

import { toBase64 } from "../sealing/bytes.js";
import { empty } from "./emptying.js";
import { takeIn } from "./installation.js";

/**
 * One contact, and what came of it: `{state, delivered, refused}`. `state` is "away" (no answer), "out" (nobody is
 * signed in), "in", or "over": then the device has been emptied.
 */
export async function contact(store, places) {
  const answer = await asked(places.state);
  if (answer === null) return outcome("away");
  if (answer.status === 410) {
    await empty(store);
    return outcome("over");
  }
  if (!answer.ok) return outcome("away");
  const known = await answer.json();
  if (!known.signed_in) return outcome("out");
  // The cookie that names the device was lost: a browser that can't be told to empty itself must not stay so.
  if (known.device === "unknown" && (await store.read("keys"))) await takeIn(store, places, known.csrf);
  return handOver(store, places, known.csrf);
}

function outcome(state, delivered = [], refused = []) {
  return { state, delivered, refused };
}

async function asked(address) {
  try {
    return await fetch(address, { cache: "no-store" });
  } catch {
    return null;
  }
}

async function handOver(store, places, csrf) {
  const delivered = [];
  const refused = [];
  for (const parcel of await store.parcels()) {
    const answer = await sent(parcel, places.send, csrf);
    if (answer === null) return outcome("away", delivered, refused);
    if (answer.status === 422) {
      refused.push((await answer.json()).refused);
      continue;
    }
    if (!answer.ok) return outcome(answer.type === "opaqueredirect" ? "out" : "away", delivered, refused);
    delivered.push(await answer.json());
    // Only now: the server has said that it holds it.
    await store.letGo(parcel.id);
  }
  return outcome("in", delivered, refused);
}

async function sent({ id, sealed }, address, csrf) {
  const body = new URLSearchParams({ id, parcel: toBase64(sealed), csrfmiddlewaretoken: csrf });
  try {
    return await fetch(address, { method: "POST", body, redirect: "manual" });
  } catch {
    return null;
  }
}
