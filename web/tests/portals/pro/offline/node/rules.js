/** Answers cases with the rules of the device: `{data, cases}` on standard input, a list of answers on standard output. */

import { readFileSync } from "node:fs";

import { read } from "../../../../../maillon/portals/pro/offline/js/rules/book.js";
import { reading } from "../../../../../maillon/portals/pro/offline/js/rules/reading.js";
import { route } from "../../../../../maillon/portals/pro/offline/js/rules/route.js";
import { askedOf } from "../../../../../maillon/portals/pro/offline/js/rules/signs.js";
import { isMinor } from "../../../../../maillon/portals/pro/offline/js/rules/book.js";

const { data, cases } = JSON.parse(readFileSync(0, "utf8"));
const book = read(data);
const answers = cases.map(({ facts, signs, on, trade }) => ({
  guidance: route(facts, book, on),
  reading: reading(new Map(signs), facts.age, book),
  asked: askedOf(book, trade, isMinor(book, facts.age)).map((sign) => sign.code),
}));
process.stdout.write(JSON.stringify(answers));
