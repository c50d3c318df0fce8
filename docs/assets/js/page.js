// Small helps on every page; everything can be read without them. No request is made and nothing is stored.
import { daysBetween, today } from "./core/day.js";
import { showFreshness } from "./core/freshness.js";

const OLD_BUILD_DAYS = 30;

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
