/** Seals texts as the device does: `{keys, texts: [[id, text]]}` in, base64 parcels out. */

import { readFileSync } from "node:fs";

import { fromBase64, toBase64, utf8 } from "../../../../../maillon/portals/pro/offline/js/sealing/bytes.js";
import { seal } from "../../../../../maillon/portals/pro/offline/js/sealing/parcel.js";

const { keys, texts } = JSON.parse(readFileSync(0, "utf8"));
const halves = { intake: fromBase64(keys.intake), member: fromBase64(keys.member) };
process.stdout.write(JSON.stringify(texts.map(([id, text]) => toBase64(seal(utf8(text), id, halves)))));
