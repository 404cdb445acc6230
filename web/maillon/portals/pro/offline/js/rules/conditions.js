/** Which facts a row calls for: every clause of a condition must hold (guidance/conditions.py, the plain reading). */

import { isMinor } from "./book.js";

/** Whether a condition, a list of clauses `{key, values}`, holds for the facts. */
export function holds(condition, facts, book) {
  return condition.every((clause) => clauseHolds(clause, facts, book));
}

function clauseHolds({ key, values }, facts, book) {
  switch (key) {
    case "minor":
      return values.includes(isMinor(book, facts.age));
    case "status_any":
      return values.some((status) => facts.statuses.includes(status));
    case "status_all":
      return values.every((status) => facts.statuses.includes(status));
    case "status_none":
      return !values.some((status) => facts.statuses.includes(status));
    default:
      if (!(key in facts)) throw new Error(`not a fact: ${key}`);
      return values.includes(facts[key]);
  }
}
