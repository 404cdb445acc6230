/** Opens boxes that libsodium sealed: `{secret, public, boxes}` in base64 in, the texts out. */

import { readFileSync } from "node:fs";

import { open } from "../../../../../maillon/portals/pro/offline/js/sealing/box.js";
import { fromBase64 } from "../../../../../maillon/portals/pro/offline/js/sealing/bytes.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const pair = { secret: fromBase64(given.secret), public: fromBase64(given.public) };
const texts = given.boxes.map((box) => new TextDecoder().decode(open(fromBase64(box), pair)));
process.stdout.write(JSON.stringify(texts));
