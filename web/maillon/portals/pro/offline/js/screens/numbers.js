/** Telephone numbers and sites to tap. */

import { expiredOn } from "../rules/confidence.js";
import { copy, fill, keepWhen } from "./page.js";

/** A list entry of guided numbers for a contact. */
export function drawNumber(entry, contact, on) {
  const place = entry.querySelector('[data-slot="way"]');
  place.replaceWith(wayTo(contact));
  fill(entry, { purpose: contact.purpose });
  keepWhen(entry, { expired: expiredOn(contact, on) });
}

function wayTo(contact) {
  const way = copy(contact.number ? (contact.code === "114" ? "way-sms" : "way-phone") : "way-site");
  const link = way.querySelector("a");
  if (!contact.number) {
    link.href = contact.url;
    link.textContent = contact.name;
    return way;
  }
  const scheme = link.getAttribute("href").split(":")[0];
  link.href = `${scheme}:${contact.number.replace(/[^\d+]/g, "")}`;
  link.querySelector("span").textContent = contact.number;
  return way;
}
