// State and results -> elements. Text enters by textContent only. What stands here is the page's look and words; every
// facet, value and row comes from the data.

import { cardElement, reasonElement } from "../core/card.js";
import { element, setText } from "../core/element.js";

/** Splits a text so that every second part is a word, invisible characters inside it included. */
export const WORDS = /((?:[\p{L}\p{N}]\p{DI}*)+)/u;

/** A text with the words that answer to the question marked.
 * @param {string} text @param {(word: string) => boolean} isMatch @returns {(Node | string)[]} */
export function marked(text, isMatch) {
  return text.split(WORDS).map((part, i) => (i % 2 && isMatch(part) ? element("mark", {}, part) : part));
}

/** A text of a card: its parts, every second one a word, and the nodes that show them.
 * @typedef {{parts: string[], shown: Node[]}} ShownText */
/** @typedef {{id: string, element: HTMLElement, texts: ShownText[]}} Made */

/** One result, with nothing marked. @param {import("./cards.js").Card} card @returns {Made} */
export function resultElement(card) {
  /** @type {ShownText[]} */
  const texts = [];
  const made = cardElement(card, (text) => {
    const shown = [document.createTextNode(text)];
    texts.push({ parts: text.split(WORDS), shown });
    return shown;
  });
  return { id: card.id, element: made, texts };
}

/** Mark these words of a card's texts and no others. @param {ShownText[]} texts @param {Set<string>} marks */
export function setMarks(texts, marks) {
  for (const text of texts) {
    const isMarked = text.shown.length > 1;
    if (!isMarked && !text.parts.some((part, i) => i % 2 && marks.has(part))) continue;
    const place = /** @type {Element} */ (text.shown[0].parentNode);
    text.shown = nodesOf(text.parts, marks);
    place.replaceChildren(...text.shown);
  }
}

/** Text between marked words is one node. @param {string[]} parts @param {Set<string>} marks @returns {Node[]} */
function nodesOf(parts, marks) {
  const nodes = /** @type {Node[]} */ ([]);
  let plain = "";
  parts.forEach((part, i) => {
    if (!(i % 2 && marks.has(part))) return (plain += part);
    nodes.push(document.createTextNode(plain), element("mark", {}, part));
    return (plain = "");
  });
  return [...nodes, document.createTextNode(plain)];
}

/** Why it is a result when no word of it says so; "" takes it away. @param {Element} card @param {string} reason */
export function setReason(card, reason) {
  const told = card.querySelector(".kort-varfor");
  if (!reason) told?.remove();
  else if (told) setText(told, reason);
  else card.querySelector(".tillit")?.before(reasonElement(reason));
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
