// A static page must not lie when builds stop: what was fresh at the build is stepped down on the reader's own day,
// never up. The words and limits are those of scripts/katalog/derive.py; a test holds the two together.

const DAY = 86_400_000;
export const LIMITS = [
  { days: 365, level: "inaktuell", label: "Kan vara inaktuell" },
  { days: 180, level: "dags", label: "Dags att se över" },
];
export const OLD_BUILD_DAYS = 30;

/**
 * @param {string} date ISO date of the last confirmation
 * @param {Date} today
 * @returns {{level: string, label: string} | null} the step that the date has fallen to, or null while it is fresh
 */
export function step(date, today) {
  const days = (today.getTime() - Date.parse(date)) / DAY;
  return LIMITS.find((limit) => days > limit.days + 1) ?? null;
}

/**
 * @param {Document} page
 * @param {Date} today
 */
export function freshness(page, today) {
  for (const mark of page.querySelectorAll("[data-bekraftad]")) {
    const now = step(mark.getAttribute("data-bekraftad") ?? "", today);
    const word = mark.querySelector(".aktualitet-ord");
    if (now === null || word === null || mark.classList.contains("aktualitet-inaktuell")) continue;
    mark.className = `aktualitet aktualitet-${now.level}`;
    word.textContent = word.textContent?.endsWith(".") ? `${now.label}.` : now.label;
  }
  const built = page.querySelector("[data-byggd]");
  const age = (today.getTime() - Date.parse(built?.getAttribute("datetime") ?? "")) / DAY;
  if (age > OLD_BUILD_DAYS) page.querySelector("[data-byggd-gammal]")?.removeAttribute("hidden");
}
