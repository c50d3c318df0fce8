// What leaves a page: on paper it tells its day, and what is marked and copied is as it was written.
import { today } from "./day.js";
import { unhyphenated } from "./text.js";

const SWEDISH = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });

export function startPaper() {
  window.addEventListener("beforeprint", tellDay);
  window.addEventListener("beforeprint", unfold);
  document.addEventListener("copy", copyAsWritten);
}

/** A page without a foot of its own for paper tells its address too, where the site has one. */
function tellDay() {
  const address = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  for (const told of document.querySelectorAll("[data-utskriven]")) {
    const from = address && told.closest(".papper-kort") ? ` från ${address}` : "";
    told.textContent = ` Utskrivet ${SWEDISH.format(Date.parse(today()))}${from}.`;
    told.removeAttribute("hidden");
  }
}

/** What is folded on a screen and belongs on paper: for browsers in which a stylesheet cannot open it. */
function unfold() {
  for (const folded of document.querySelectorAll(".fallt-papper")) folded.setAttribute("open", "");
}

/** A field's own text has no soft hyphens, and is left to the browser. @param {ClipboardEvent} event */
function copyAsWritten(event) {
  const marked = String(getSelection() ?? "");
  if (!marked.includes("\u00ad")) return;
  event.clipboardData?.setData("text/plain", unhyphenated(marked));
  event.preventDefault();
}
