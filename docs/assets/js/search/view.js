// State and results -> elements. Text enters by textContent only. What stands here is the page's look and words; every
// facet, value and row comes from the data.

import { cardElement } from "../core/card.js";
import { element } from "../core/element.js";

/** @typedef {{facet: import("./index.js").Facet, value: import("./index.js").Value}} Choice */

/** Splits a text so that every second part is a word, invisible characters inside it included. */
export const WORDS = /((?:[\p{L}\p{N}]\p{DI}*)+)/u;

/** A text with the words that answer to the question marked.
 * @param {string} text @param {(word: string) => boolean} isMatch @returns {(Node | string)[]} */
export function marked(text, isMatch) {
  return text.split(WORDS).map((part, i) => (i % 2 && isMatch(part) ? element("mark", {}, part) : part));
}

/** One result. `reason` tells why it is one when no word of it does.
 * @param {import("./cards.js").Card} card @param {(word: string) => boolean} isMatch @param {string} reason
 * @returns {HTMLElement} */
export function resultElement(card, isMatch, reason) {
  const made = cardElement(card, (text) => marked(text, isMatch), reason);
  made.dataset.verksamhet = card.id;
  return made;
}

/** The chosen values as buttons that take them away.
 * @param {Choice[]} choices @param {(choice: Choice) => void} onRemove @param {() => void} onClear */
export function chipElements(choices, onRemove, onClear) {
  const chips = choices.map((choice) => {
    const before = element("span", { class: "sok-dold" }, "Ta bort ");
    const cross = element("span", { "aria-hidden": "true" }, " ×");
    return chip({ class: "sok-bricka", click: () => onRemove(choice) }, before, choice.value.titel, cross);
  });
  return chips.length ? [...chips, chip({ class: "sok-lank", click: onClear }, "Rensa allt")] : chips;
}

/** @param {Record<string, import("../core/element.js").Attribute>} look @param {(Node | string)[]} content */
function chip(look, ...content) {
  return element("li", {}, element("button", { type: "button", ...look }, ...content));
}
