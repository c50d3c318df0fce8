// What leaves a page: on paper it tells its day, and what is marked and copied is as it was written.
import { today } from "./day.js";
import { unhyphenated } from "./text.js";

const SWEDISH = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });

export function startPaper() {
  window.addEventListener("beforeprint", tellDay);
  document.addEventListener("copy", copyAsWritten);
}

function tellDay() {
  for (const told of document.querySelectorAll("[data-utskriven]")) {
    told.textContent = ` Utskrivet ${SWEDISH.format(Date.parse(today()))}.`;
    told.removeAttribute("hidden");
  }
}

/** A field's own text has no soft hyphens, and is left to the browser. @param {ClipboardEvent} event */
function copyAsWritten(event) {
  const marked = String(getSelection() ?? "");
  if (!marked.includes("\u00ad")) return;
  event.clipboardData?.setData("text/plain", unhyphenated(marked));
  event.preventDefault();
}
