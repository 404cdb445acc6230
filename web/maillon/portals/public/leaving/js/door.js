/* Nothing needs this script. With it, leaving is quicker and leaves less: moves inside the door take the place of the present
   page instead of standing behind it, and what the browser kept in memory is not shown again. */
import { leaves } from "./leave.js";
import { replacesMoves } from "./moves.js";
import { staysAbove } from "./reach.js";

const form = document.querySelector("form.leave");
if (form) {
  leaves(form);
  replacesMoves(form);
  staysAbove(form);
}
