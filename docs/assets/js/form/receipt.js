// The receipt, when something has been given away: what happens next, when, and a reference, on the page and on paper.
import { now } from "../core/day.js";
import { swedishMoment } from "../core/dates.js";
import { element } from "../core/element.js";
import { hashIn, spoken } from "../record/block.js";
import { button } from "./frame.js";

/** How it was given away. @typedef {"mejl" | "bifoga" | "dela" | "kopiera" | "ladda" | "smedja"} Way */

/** What has been done, and what is still to be done; `{till}` is who gets it. @type {Record<Way, [string, string]>} */
const LEFT = {
  mejl: ["Mejlet är inte skickat än.",
    "Skicka det i ditt mejlprogram. Öppnades inget? Kopiera texten och mejla {till}."],
  bifoga: ["Filen är nedladdad.", "Bifoga den i mejlet, och skicka det till {till}."],
  dela: ["Du har delat texten.", "Den ska till {till}."],
  kopiera: ["Texten är kopierad.", "Klistra in den i ett mejl eller ett meddelande till {till}."],
  ladda: ["Filen är nedladdad.", "Lämna den till {till}."],
  smedja: ["Spara det som ett förslag på sidan som öppnades.", "Då är det skickat."],
};
const FORGE = "smedja";
const NOBODY = "Katalogen har ingen brevlåda än. Ingen har fått det än.";
const NEXT = "Sedan läser någon i redaktionen det. Ingenting ändras innan dess.";
const WHEN =
  "Sidan visar det när redaktionen har sagt ja och webbplatsen har byggts om. Vi kan inte lova vilken dag. " +
  "Syns det inte inom två veckor: skicka igen, och skriv referensen.";
const PRINTING = "skriver-kvitto"; // on the page while only the receipt is printed

/** @param {string} subject @param {string} text what was given away, with its block @param {Way} way
 * @param {string} receiver who gets it, "" where the site has told of nobody: then nothing is promised */
export function receipt(subject, text, way, receiver) {
  const [done, next] = LEFT[way];
  const isGiven = Boolean(receiver) || way === FORGE;
  const left = `${done} ${isGiven ? next.replace("{till}", receiver) : NOBODY}`;
  const title = element("h3", { tabindex: "-1" }, "Kvitto");
  const facts = /** @type {[string, string][]} */ ([
    ["Gäller", subject], ["Referens", spoken(hashIn(text))], ["Skrivet", swedishMoment(now())],
  ]);
  const box = element("section", { class: "kvitto" }, title,
    element("p", {}, element("strong", {}, left)),
    ...(isGiven ? [NEXT, WHEN] : []).map((told) => element("p", {}, told)),
    element("dl", {}, ...facts.map(([name, value]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, value)))),
    element("p", { class: "knappar" }, button("Skriv ut kvittot", printReceipt)));
  return { box, title };
}

function printReceipt() {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => root.classList.remove(PRINTING), { once: true });
  root.classList.add(PRINTING);
  window.print();
}
