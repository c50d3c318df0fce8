// What is open today, by the reader's clock: the link that leads there, and today's box in a week.
// Without this the link leads to the list of all days, and the week has no mark.
import { hour, today, weekdayOf } from "./day.js";

/** @param {ParentNode} root */
export function markToday(root) {
  const day = weekdayOf(today());
  for (const link of root.querySelectorAll("[data-oppet]")) lead(/** @type {HTMLAnchorElement} */ (link), day);
  for (const box of root.querySelectorAll(`[data-veckodag~="${day}"]`)) {
    box.setAttribute("aria-current", "date");
    box.querySelector("[data-idag]")?.removeAttribute("hidden");
  }
}

/** The pages of the seven days are named in the link, Monday first, and when the evening begins.
 * @param {HTMLAnchorElement} link @param {number} day */
function lead(link, day) {
  const isEvening = hour() >= Number(link.dataset.kvall);
  const page = (link.dataset.oppet ?? "").split(" ")[day] + (isEvening ? "-kvall" : "");
  link.textContent = isEvening ? "Öppet i kväll" : "Öppet i dag";
  link.setAttribute("href", `${link.getAttribute("href")}${page}/`);
  link.removeAttribute("data-oppet");
}
