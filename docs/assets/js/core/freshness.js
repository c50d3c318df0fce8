// A static page must not lie when builds stop: what was fresh at the build is stepped down on the reader's own day,
// never up. The words and limits are those of scripts/katalog/derive/freshness.py; a test holds the two together.
import { daysBetween } from "./day.js";

/** The longest first. @type {{days: number, level: string, label: string}[]} */
export const LIMITS = [
  { days: 365, level: "inaktuell", label: "Kan vara inaktuell" },
  { days: 180, level: "dags", label: "Dags att se över" },
];

/** The step that a confirmation has fallen to, or null while it is fresh. @param {string} confirmed
 * @param {string} day */
export function step(confirmed, day) {
  return LIMITS.find(({ days }) => daysBetween(confirmed, day) > days) ?? null;
}

/** Step down every mark below `root` that says when it was confirmed. @param {ParentNode} root @param {string} day */
export function showFreshness(root, day) {
  for (const mark of root.querySelectorAll("[data-bekraftad]")) {
    const now = step(mark.getAttribute("data-bekraftad") ?? "", day);
    const word = mark.querySelector(".aktualitet-ord");
    if (now === null || word === null || mark.classList.contains("aktualitet-inaktuell")) continue;
    mark.className = `aktualitet aktualitet-${now.level}`;
    word.textContent = `${now.label}.`;
  }
}
