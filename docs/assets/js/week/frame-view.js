// The sections of the page, empty: what they are called, and what is said of them.
import { element } from "../core/element.js";

/** `name`, heading, what it is about; `isPaper`: it also stands on paper.
 * @type {{name: string, title: string, text: string, isPaper: boolean}[]} */
export const SECTIONS = [
  { name: "veckan", title: "Veckan", text: "", isPaper: true },
  {
    name: "satt",
    title: "Lägg in en tid",
    text: "För tider som ni har kommit överens om. De räknas som den planerandes, inte som ställets.",
    isPaper: false,
  },
  { name: "stallen", title: "Ställena och deras tider", text: "", isPaper: false },
  {
    name: "delar",
    title: "Stödets delar",
    text: "Efter typen: det följer av vad det är för slags ställe. Ingen har sagt det om just det här.",
    isPaper: true,
  },
  {
    name: "fyll",
    title: "Fyll lediga timmar",
    text: "Högst fem ställen som har öppet då, så vitt vi vet. Det som täcker en del som saknas står först, " +
      "sedan det som är lättast att komma in på.",
    isPaper: false,
  },
  { name: "ta-med", title: "Ta med veckan", text: "", isPaper: false },
];

/** @param {Map<string, HTMLElement>} rooms @returns {HTMLElement[]} */
export const frameView = (rooms) => SECTIONS.map(({ name, title, text, isPaper }) =>
  element("section", { "aria-labelledby": `rubrik-${name}`, class: isPaper ? null : "skarm" },
    element("h2", { id: `rubrik-${name}`, tabindex: -1 }, title),
    text ? element("p", { class: "not" }, text) : null, rooms.get(name)));

/** What stands there while the list is empty. @param {string} root */
export const emptyView = (root) => [
  element("p", { class: "ingress" }, "Listan är tom."),
  element("p", {}, "Spara ställen i din lista, så läggs deras tider ihop till en vecka här."),
  element("p", { class: "lista-gor" },
    element("a", { class: "knapp", href: `${root}sok/` }, "Sök ett ställe"),
    element("a", { class: "knapp knapp-tyst", href: "../" }, "Till Min lista")),
];
