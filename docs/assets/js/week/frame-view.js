// The sections of the page, empty: what they are called, and what is said of them.
import { element } from "../core/element.js";

/** `name`, heading, what it is about; `isPaper`: it also stands on paper; `isWay`: the top of the page leads there.
 * @type {{name: string, title: string, text: string, isPaper: boolean, isWay?: boolean}[]} */
export const SECTIONS = [
  { name: "veckan", title: "Veckan", text: "", isPaper: true },
  {
    name: "satt",
    title: "Lägg in en tid",
    text: "För tider som ni har kommit överens om. De räknas som den planerandes, inte som ställets.",
    isPaper: false,
    isWay: true,
  },
  { name: "stallen", title: "Ställena och deras tider", text: "", isPaper: false },
  {
    name: "delar",
    title: "Stödets delar",
    text: "Det följer av vad det är för slags ställe. Ingen har sagt det om just det här.",
    isPaper: true,
  },
  {
    name: "fyll",
    title: "Fyll lediga timmar",
    text: "Högst fem ställen som har öppet då, så vitt vi vet. Först det som kan kombineras med något i " +
      "veckan, sedan det som täcker en del som saknas, det som inte ligger i en annan kommun och " +
      "det som är lättast att komma in på.",
    isPaper: false,
    isWay: true,
  },
  { name: "ta-med", title: "Ta med veckan", text: "", isPaper: false, isWay: true },
];

/** @param {Map<string, HTMLElement>} rooms @returns {HTMLElement[]} */
export const frameView = (rooms) => [waysView(), ...SECTIONS.map(({ name, title, text, isPaper }) =>
  element("section", { "aria-labelledby": `rubrik-${name}`, class: isPaper ? null : "skarm" },
    element("h2", { id: `rubrik-${name}`, tabindex: -1 }, title),
    text ? element("p", { class: "not" }, text) : null, rooms.get(name)))];

/** Ways past what comes first; buttons, for what stands after the number sign is the week. */
const waysView = () => element("div", { class: "lista-gor skarm" }, ...SECTIONS.filter(({ isWay }) => isWay).map(
  ({ name, title }) =>
    element("button", { type: "button", class: "knapp knapp-tyst", click: () => goTo(name) }, title)));

/** @param {string} name */
function goTo(name) {
  const heading = document.getElementById(`rubrik-${name}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** What stands there while the list is empty: ways on, and a week to fill in by hand. @param {string} root */
export const emptyView = (root) => [
  element("p", { class: "ingress" }, "Listan är tom."),
  element("p", {}, "Spara ställen i din lista, så läggs deras tider ihop till en vecka här."),
  element("p", { class: "lista-gor" },
    element("a", { class: "knapp", href: `${root}sok/` }, "Sök ett ställe"),
    element("a", { class: "knapp knapp-tyst", href: "../" }, "Till Min lista")),
  element("p", {}, "Du kan också skriva ut sidan och fylla i veckan för hand."),
  ...emptyWeek(),
];

/** The sheet that a reader without scripts gets. @returns {Node[]} */
function emptyWeek() {
  const kept = document.querySelector("template[data-tom-vecka]");
  return kept instanceof HTMLTemplateElement ? [kept.content.cloneNode(true)] : [];
}
