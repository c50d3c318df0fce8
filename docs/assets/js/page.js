// Small helps on every page; everything can be read without them. No request is made, and nothing is stored but the ids
// of the list that the reader makes.
import { daysBetween } from "./core/day.js";
import { keepEasy } from "./core/easy.js";
import { builtDay, dayThatHolds, takeBack } from "./core/freshness.js";
import { markToday } from "./core/open-now.js";
import { startPaper } from "./core/paper.js";
import { startMarks } from "./list/marks.js";

const OLD_BUILD_DAYS = 30;

const built = builtDay();
const day = dayThatHolds();
const steps = document.querySelector("[data-aktualitet]")?.textContent;
if (steps) takeBack(document, day, JSON.parse(steps));
if (daysBetween(built, day) > OLD_BUILD_DAYS) document.querySelector("[data-byggd-gammal]")?.removeAttribute("hidden");
for (const told of document.querySelectorAll("[data-haller-till]")) {
  if ((told.getAttribute("data-haller-till") ?? "") < day) told.removeAttribute("hidden");
}

markToday(document);
startMarks();
startPaper();
keepEasy();

const heard = /** @type {HTMLElement | null} */ (document.querySelector("[data-lyssna]"));
if (heard && "speechSynthesis" in window) {
  import("./listen/main.js").then(({ startListening }) => startListening(heard));
}

for (const button of document.querySelectorAll("[data-skriv-ut]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-kopiera]"))) {
  button.removeAttribute("hidden");
  button.addEventListener("click", async () => {
    const { copyText, copyWords } = await import("./core/copy.js");
    const isCopied = await copyText(document.getElementById(button.dataset.kopiera ?? "")?.textContent ?? "");
    button.nextElementSibling?.replaceChildren(copyWords(isCopied));
  });
}

// The search's own first script did not come: the reader is told, and each turn to the field is a new try.
window.addEventListener("error", ({ target }) => {
  if (target instanceof HTMLScriptElement && target.hasAttribute("data-sok-start")) standIn(target.src);
}, true);

/** @param {string} script */
async function standIn(script) {
  const { fillQuestion, pageForm, searchForms, tellFault } = await import("./core/search-fault.js");
  let tries = 0;
  fillQuestion();
  const own = pageForm();
  if (own) tellFault(own);
  for (const form of searchForms()) {
    const tryAgain = () => {
      if (tries >= 0) import(`${script}?${(tries += 1)}`).then(() => (tries = -1), () => tellFault(form));
    };
    form.addEventListener("focusin", tryAgain);
    if (form.contains(document.activeElement)) tryAgain(); // the reader was quicker than this
  }
}
