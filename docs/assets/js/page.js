// Small helps on every page; everything can be read without them. No request is made and nothing is stored. A static
// page must not lie when builds stop: what was fresh at the build is stepped down on the reader's own day, never up.
// The words and limits are those of scripts/katalog/derive/freshness.py; a test holds the two together.
import { daysBetween, today } from "./core/day.js";

/** The longest first. @type {{days: number, level: string, label: string}[]} */
export const LIMITS = [
  { days: 365, level: "inaktuell", label: "Kan vara inaktuell" },
  { days: 180, level: "dags", label: "Dags att se över" },
];
const OLD_BUILD_DAYS = 30;

/** The step that a confirmation has fallen to, or null while it is fresh. @param {string} confirmed
 * @param {string} day */
export function step(confirmed, day) {
  return LIMITS.find(({ days }) => daysBetween(confirmed, day) > days) ?? null;
}

/** @param {Document} page @param {string} day */
export function showFreshness(page, day) {
  for (const mark of page.querySelectorAll("[data-bekraftad]")) {
    const now = step(mark.getAttribute("data-bekraftad") ?? "", day);
    const word = mark.querySelector(".aktualitet-ord");
    if (now === null || word === null || mark.classList.contains("aktualitet-inaktuell")) continue;
    mark.className = `aktualitet aktualitet-${now.level}`;
    word.textContent = word.textContent?.endsWith(".") ? `${now.label}.` : now.label;
  }
}

/** @param {string} day */
function showAgeOfBuild(day) {
  const built = document.querySelector("[data-byggd]")?.getAttribute("datetime") ?? "";
  if (daysBetween(built, day) > OLD_BUILD_DAYS) {
    document.querySelector("[data-byggd-gammal]")?.removeAttribute("hidden");
  }
}

showFreshness(document, today());
showAgeOfBuild(today());

for (const button of document.querySelectorAll("[data-skriv-ut]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}
