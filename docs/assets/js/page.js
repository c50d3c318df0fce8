// Small helps on every page; everything can be read without them. No request is made and nothing is stored.
import { daysBetween, laterOf, today } from "./core/day.js";
import { takeBack } from "./core/freshness.js";

const OLD_BUILD_DAYS = 30;

const built = document.querySelector("[data-byggd]")?.getAttribute("datetime") ?? "";
const day = laterOf(today(), built); // a clock that is behind brings nothing back
const steps = document.querySelector("[data-aktualitet]")?.textContent;
if (steps) takeBack(document, day, JSON.parse(steps));
if (daysBetween(built, day) > OLD_BUILD_DAYS) document.querySelector("[data-byggd-gammal]")?.removeAttribute("hidden");

for (const button of document.querySelectorAll("[data-skriv-ut]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}
