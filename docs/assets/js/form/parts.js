// The standing parts of the form's page: words at the top, one section per step, the overview, the draft's box.
import { swedishMoment } from "../core/dates.js";
import { element } from "../core/element.js";
import { button } from "./frame.js";

/** What the data says of a step, and the step on the page.
 * @typedef {{id: string, titel: string, text: string, falt: string[]}} Part
 * @typedef {{id: string, fields: string[], section: HTMLElement, link: HTMLElement, mark: HTMLElement}} Step
 */
/** `onward`: what the button says with which the step is sent in, as Enter does; the form takes it.
 * @typedef {{back?: () => void, onward: string, last?: () => void}} Ways */

const INTRO = "Skriv aldrig om personer: inga namn, mobilnummer eller personlig e-post.";
const KEPT =
  "Det du skriver sparas som utkast i den här webbläsaren. Det ligger kvar tills du rensar det. Ingenting skickas " +
  "förrän du själv skickar.";
const NOT_KEPT =
  "Din webbläsare sparar inget utkast. Ha sidan öppen tills du har skickat. Ingenting skickas " +
  "förrän du själv skickar.";
const NEW = "Fyll i det du vet. Det du lämnar tomt visas som okänt.";

/** @param {string | null} name of the record that is corrected */
export function introduction(name) {
  const title = document.querySelector("[data-rubrik]");
  if (title) title.textContent = name === null ? "Lägg till en verksamhet" : "Rätta uppgifterna";
  const correcting = `Du rättar ${name}. Ändra det som är fel. Det du inte rör står kvar som det är.`;
  const text = name === null ? NEW : correcting;
  return element("div", {}, element("p", { class: "ingress" }, text), element("p", {}, INTRO));
}

/** @param {import("./draft.js").Draft} draft @param {(record: any) => string} nameOf what a draft is about
 * @param {() => void} clear */
export function draftBox(draft, nameOf, clear) {
  return element("section", { class: "utkast", "aria-label": "Utkast" },
    element("p", {}, draft.isKept() ? KEPT : NOT_KEPT),
    remover("Rensa utkastet (på en delad dator)", clear),
    ...otherDrafts(draft, nameOf, clear));
}

/** @param {import("./draft.js").Draft} draft @param {(record: any) => string} nameOf @param {() => void} clear */
function otherDrafts(draft, nameOf, clear) {
  const others = draft.others();
  if (!others.length) return [];
  const rows = others.map(({ address, saved }) => {
    const link = element("a", { href: address }, nameOf(saved.tillstand));
    return element("li", {}, link, `, ${swedishMoment(saved.tid)}`);
  });
  const clearAll = () => {
    draft.clearAll();
    clear();
  };
  const told = element("p", {}, "Här finns också utkast som inte är rensade:");
  return [told, element("ul", {}, ...rows), remover("Rensa alla utkast", clearAll)];
}

/** A button that takes away what somebody has written: never at one press. @param {string} text
 * @param {() => void} clear */
export function remover(text, clear) {
  const show = (/** @type {boolean} */ isAsked) => {
    ask.hidden = isAsked;
    sure.hidden = !isAsked;
    (isAsked ? keep : ask).focus();
  };
  const ask = button(text, () => show(true));
  const keep = button("Behåll", () => show(false));
  const sure = element("div", { hidden: true, role: "group", "aria-label": text },
    element("p", {}, "Det du har skrivit försvinner. Det går inte att ångra."),
    element("p", { class: "knappar" }, keep, button("Ja, ta bort", clear)));
  return element("div", { class: "tabort" }, ask, sure);
}

/** @param {Part} part @param {number} index @param {HTMLElement[]} content @param {Ways} ways @returns {Step} */
export function makeStep(part, index, content, ways) {
  const buttons = element("p", { class: "knappar" },
    ways.back ? button("Tillbaka", ways.back) : null,
    ways.onward ? element("button", { type: "submit", class: "knapp" }, ways.onward) : null,
    ways.last ? button("Granska och skicka", ways.last) : null);
  const title = `rubrik-${part.id}`;
  const look = { class: "formsteg", hidden: true, "data-steg": part.id, "aria-labelledby": title };
  const section = element("section", look,
    element("h2", { id: title, tabindex: "-1" }, part.titel), element("p", {}, part.text), ...content, buttons);
  const link = element("a", { href: `#steg-${part.id}` }, `${index + 1}. ${part.titel}`);
  return { id: part.id, fields: part.falt, section, link, mark: element("span", { class: "not" }) };
}

/** @param {Step[]} steps @param {string} other the first step of the other way to fill in a new entry, "" for none
 * @param {boolean} isWhole */
export function overview(steps, other, isWhole) {
  const way = isWhole ? "Bara det viktigaste" : "Alla uppgifter";
  return element("nav", { "aria-label": "Delar av formuläret" },
    element("ol", { class: "steg" }, ...steps.map((step) => element("li", {}, step.link, step.mark))),
    other ? element("p", {}, element("a", { href: `#steg-${other}` }, way)) : null);
}

/** In place: a link that is replaced while it is being pressed loses its click.
 * @param {Step} step @param {{faults: number, filled: number, isNow: boolean}} progress */
export function drawProgress(step, { faults, filled, isNow }) {
  const told = filled ? `${filled} av ${step.fields.length} ifyllda` : "";
  step.mark.textContent = faults ? `${faults} fel` : told;
  step.mark.classList.toggle("for-mycket", faults > 0);
  if (isNow) step.link.setAttribute("aria-current", "step");
  else step.link.removeAttribute("aria-current");
}
