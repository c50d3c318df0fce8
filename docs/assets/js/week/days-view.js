// The week in words, day by day: what one does, what collides, where one has to go from one district to another.
import { element } from "../core/element.js";
import { counted } from "../core/text.js";
import { lengthText } from "./clock.js";
import { areaOf, placeOf } from "./model.js";
import { clashTexts, clashesOn, movesOn, sourceText, timeText, totalTexts } from "./said.js";

/** @typedef {import("./model.js").Week} Week */

const MOST_CLASHES = 4; // so many in the summary; the days tell them all

/** @param {Week} week */
export function summaryView(week) {
  const clashes = clashTexts(week);
  const more = clashes.length - MOST_CLASHES;
  const moves = week.moves.filter(({ isKnown }) => isKnown).length;
  return element("div", { class: "vecka-summa" },
    element("p", { class: "not vecka-papper" },
      `Veckan som den såg ut ${week.day}. Fråga ställena om tiderna gäller.`),
    ...totalTexts(week).map((text, at) => element("p", { class: at ? "" : "ingress" }, text)),
    clashes.length ? element("div", { class: "lista-varning vecka-krockar" },
      element("h3", {}, clashes.length === 1 ? "En krock" : "Krockar"),
      element("ul", {}, ...clashes.slice(0, MOST_CLASHES).map((text) => element("li", {}, text))),
      more > 0 ? element("p", {}, `Och ${more} till. De står vid sina dagar.`) : null)
      : week.held.length ? element("p", {}, "Inga krockar.") : null,
    moves ? element("p", {},
      `${counted(moves, "gång", "gånger")} i veckan byter man stadsdel eller kommun samma dag.`)
      : null);
}

/** @param {Week} week @param {string} root address of the site's root */
export function daysView(week, root) {
  const { data, held, totals } = week;
  const empty = data.dagar.filter((_, day) => !held.some((pass) => pass.day === day));
  return [
    element("ol", { class: "vecka-dagar" }, ...data.dagar.flatMap((name, day) => {
      const passes = held.filter((pass) => pass.day === day);
      if (!passes.length) return [];
      return [element("li", {},
        element("h3", {}, name,
          totals.byDay[day] ? element("span", { class: "not" }, ` ${lengthText(totals.byDay[day])}`) : null),
        element("ul", {}, ...passes.map((pass) => passItem(week, pass, root))),
        ...clashesOn(week, day).map((text) => element("p", { class: "vecka-krock-rad" }, text)),
        ...movesOn(week, day).map((text) => element("p", { class: "vecka-byte" }, text)))];
    })),
    empty.length ? element("p", { class: "not" }, `Ingenting på ${listed(empty)}.`) : null,
  ];
}

/** @param {Week} week @param {import("./data.js").Pass} pass @param {string} root */
function passItem(week, pass, root) {
  const place = placeOf(week, pass.id);
  const area = areaOf(week, place);
  return element("li", {},
    element("b", {}, timeText(pass)), " ",
    place.id ? element("a", { href: `${root}verksamhet/${place.id}/` }, place.kallas) : place.kallas,
    area ? `, ${area}` : "", " ", element("span", { class: "not" }, `(${sourceText(pass)})`));
}

/** @param {string[]} names of days */
function listed(names) {
  const told = names.map((name) => `${name.toLowerCase()}ar`);
  return [told.slice(0, -1).join(", "), told.at(-1)].filter(Boolean).join(" och ");
}
