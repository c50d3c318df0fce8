// The standing parts of the form's page: words at the top, one section per step, the overview, the draft's box.
import { el, knapp } from "./frame.js";

/**
 * @typedef {{id: string, titel: string, text: string, falt: string[]}} Del
 * @typedef {Del & {sektion: HTMLElement, lank: HTMLElement, lage: HTMLElement}} Steg
 */

const INTRO = "Skriv aldrig om personer: inga namn, mobilnummer eller personlig e-post. Formuläret kontrollerar mallen och personuppgifter medan du skriver. Fler kontroller görs när förslaget har kommit in.";
const KEPT = "Det du skriver sparas som utkast i den här webbläsaren. Det ligger kvar tills du rensar det. Ingenting skickas förrän du själv skickar.";
const NOT_KEPT = "Din webbläsare sparar inget utkast. Ha sidan öppen tills du har skickat. Ingenting skickas förrän du själv skickar.";

/** @param {string | null} name of the record that is corrected */
export function inledning(name) {
  const title = document.querySelector("[data-rubrik]");
  if (title) title.textContent = name === null ? "Lägg till en verksamhet" : "Rätta uppgifterna";
  const text = name === null ? "Fyll i det du vet. Det du lämnar tomt visas som okänt." : `Du rättar ${name}. Ändra det som är fel. Det du inte rör står kvar som det är.`;
  return el("div", {}, el("p", { class: "ingress" }, text), el("p", {}, INTRO));
}

/**
 * @param {string | undefined} tid when a draft that was found was saved @param {import("./start.js").Utkast} utkast
 * @param {(post: any) => string} kallas what a draft is about @param {() => void} clear
 */
export function utkastruta(tid, utkast, kallas, clear) {
  const text = el("p", {}, tid ? `Vi hämtade ditt utkast från ${klocka(tid)}. ` : "", utkast.sparar() ? KEPT : NOT_KEPT);
  const box = el("section", { class: "utkast", "aria-label": "Utkast" }, text, tabort("Rensa utkastet (på en delad dator)", clear));
  box.append(...andraUtkast(utkast, kallas, clear));
  return box;
}

/** @param {import("./start.js").Utkast} utkast @param {(post: any) => string} kallas @param {() => void} clear */
function andraUtkast(utkast, kallas, clear) {
  const others = utkast.andra();
  if (!others.length) return [];
  const rows = others.map((one) => el("li", {}, el("a", { href: one.adress }, kallas(one.sparat.tillstand)), `, ${klocka(one.sparat.tid)}`));
  const clearAll = () => {
    utkast.rensaAlla();
    clear();
  };
  return [el("p", {}, "Här finns också utkast som inte är rensade:"), el("ul", {}, ...rows), tabort("Rensa alla utkast", clearAll)];
}

/** @param {string} text @param {() => void} clear takes away what somebody has written: never at one press */
export function tabort(text, clear) {
  const show = (/** @type {boolean} */ isAsked) => {
    ask.hidden = isAsked;
    sure.hidden = !isAsked;
    (isAsked ? keep : ask).focus();
  };
  const ask = knapp(text, () => show(true));
  const keep = knapp("Behåll", () => show(false));
  const sure = el("div", { hidden: true, role: "group", "aria-label": text }, el("p", {}, "Det du har skrivit försvinner. Det går inte att ångra."),
    el("p", { class: "knappar" }, keep, knapp("Ja, ta bort", clear)));
  return el("div", { class: "tabort" }, ask, sure);
}

/** @param {Del} del @param {number} index @param {HTMLElement[]} parts @param {{tillbaka?: () => void, vidare?: () => void, slut?: () => void}} ways @returns {Steg} */
export function steg(del, index, parts, ways) {
  const buttons = el("p", { class: "knappar" });
  if (ways.tillbaka) buttons.append(knapp("Tillbaka", ways.tillbaka));
  if (ways.vidare) buttons.append(knapp("Fortsätt", ways.vidare, { class: "knapp" }));
  if (ways.slut) buttons.append(knapp("Granska och skicka", ways.slut));
  const sektion = el("section", { class: "formsteg", hidden: true, "data-steg": del.id, "aria-labelledby": `rubrik-${del.id}` },
    el("h2", { id: `rubrik-${del.id}`, tabindex: "-1" }, del.titel), el("p", {}, del.text), ...parts, buttons);
  return { ...del, sektion, lank: el("a", { href: `#steg-${del.id}` }, `${index + 1}. ${del.titel}`), lage: el("span", { class: "not" }) };
}

/** @param {Steg[]} alla */
export function oversikt(alla) {
  return el("nav", { "aria-label": "Delar av formuläret" },
    el("ol", { class: "steg" }, ...alla.map((s) => el("li", {}, s.lank, s.lage))));
}

/** @param {Steg} s @param {{fel: number, ifyllda: number, isNow: boolean}} lage in place: a link that is replaced while it is being pressed loses its click */
export function ritaLage(s, lage) {
  s.lage.textContent = lage.fel ? `${lage.fel} fel` : lage.ifyllda ? `${lage.ifyllda} av ${s.falt.length} ifyllda` : "";
  s.lage.classList.toggle("for-mycket", lage.fel > 0);
  if (lage.isNow) s.lank.setAttribute("aria-current", "step");
  else s.lank.removeAttribute("aria-current");
}

/** @param {string} tid */
function klocka(tid) {
  return new Date(tid).toLocaleString("sv-SE", { dateStyle: "long", timeStyle: "short" });
}
