/** The reports that wait for a signal. */

import { open, seal as box } from "../sealing/box.js";
import { utf8 } from "../sealing/bytes.js";
import { seal } from "../sealing/parcel.js";
import { lockOf } from "./lock.js";

/**
 * Seals a report and keeps it. Its id is made here, once: however often it is sent, the server makes one draft of it.
 *
 * @param {object} content the answers, as the server's ReportContent names them
 * @param {{intake: Uint8Array, member: Uint8Array}} keys
 */
export async function keep(store, content, keys) {
  const id = crypto.randomUUID();
  const sealed = seal(utf8(JSON.stringify(content)), id, keys);
  const lock = await lockOf(store);
  const note = box(utf8(new Date().toISOString()), lock.public);
  await store.keep({ id, sealed, note });
}

/**
 * What waits, the oldest first: `{id, written}`. `written` is null for what was kept under an earlier PIN.
 *
 * @param pair what the PIN opened
 */
export async function listed(store, pair) {
  const parcels = await store.parcels();
  const lines = parcels.map(({ id, note }) => ({ id, written: writtenOn(note, pair) }));
  return lines.sort((one, another) => (one.written ?? 0) - (another.written ?? 0));
}

function writtenOn(note, pair) {
  try {
    return new Date(new TextDecoder().decode(open(note, pair)));
  } catch {
    return null;
  }
}
