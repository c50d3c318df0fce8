// State and results -> elements. Text enters by textContent only. What stands here is the page's look and words; every
// facet, value and row comes from the data.

import { cardElement } from "../core/card.js";
import { element } from "../core/element.js";

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

/** Choices as buttons that take them away: several in one facet widen or narrow, and it is said between them.
 * @param {Chip[]} chips @param {() => void} onClear */
export function chipElements(chips, onClear) {
  const made = chips.flatMap((one, i) => {
    const joined = one.joint && i && chips[i - 1].group === one.group;
    return [...(joined ? [element("li", { class: "sok-fog" }, one.joint)] : []), chipOf(one)];
  });
  return made.length ? [...made, chip({ class: "sok-lank", click: onClear }, "Rensa allt")] : made;
}

/** A choice: its words, what stands between it and its neighbours of the same group, and what takes it away. `origin`
 * tells where it comes from when it was not ticked.
 * @typedef {{text: string, group: string, joint: string, origin: string, drop: () => void}} Chip */

/** @param {Chip} one */
function chipOf({ text, origin, drop }) {
  const before = element("span", { class: "sok-dold" }, "Ta bort ");
  const cross = element("span", { "aria-hidden": "true" }, " ×");
  return chip({ class: "sok-bricka", click: drop }, before, origin, text, cross);
}

/** @param {Record<string, import("../core/element.js").Attribute>} look @param {(Node | string)[]} content */
function chip(look, ...content) {
  return element("li", {}, element("button", { type: "button", ...look }, ...content));
}
