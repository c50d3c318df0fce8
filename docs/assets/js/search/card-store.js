// One card for each record, from which the results are copied (slot.js): it changes only where other words of it answer
// to the question. The first ones are made while nothing else is going on, so that no key waits for them.

import { WORDS, resultElement } from "./view.js";

/** A card, its texts with their words, all that it says, and what it says of the question: the marked words and the
 * reason. @typedef {import("./view.js").Made & {words: string[], said: string, marks: string, reason: string}} Card */
/** @typedef {ReturnType<typeof makeCardStore>} CardStore */

const PREPARED = 500;
const REMEMBERED = 800;
const AT_A_TIME = 4; // where the browser does not tell how much time is left
const LEAST_MS = 3; // what a card takes on a slow phone

/** @param {import("./cards.js").Cards} cards */
export function makeCardStore(cards) {
  /** @type {Map<number, Card>} */
  const made = new Map();

  /** @param {number} doc @returns {Card} */
  function of(doc) {
    const card = made.get(doc) ?? make(doc);
    made.set(doc, card);
    return card;
  }

  /** @param {number} doc @returns {Card} */
  function make(doc) {
    const { id, element, texts } = resultElement(cards.card(doc));
    const words = [...new Set(texts.flatMap(({ parts }) => parts.filter((_, i) => i % 2)))];
    const said = texts.map(({ parts }) => wordsOf(parts.join(""))).join("");
    return { id, element, texts, words, said, marks: "", reason: "" };
  }

  /** Too many are forgotten, all at once. */
  function tidy() {
    if (made.size > REMEMBERED) made.clear();
  }

  /** Make the first of these, when there is time. @param {number[]} docs */
  function prepare(docs) {
    const later = window.requestIdleCallback ?? setTimeout;
    const left = docs.slice(0, PREPARED).reverse();
    /** @param {IdleDeadline} [deadline] */
    const some = (deadline) => {
      for (let i = 0; left.length && (deadline ? deadline.timeRemaining() > LEAST_MS : i < AT_A_TIME); i++) {
        of(left.pop() ?? 0);
      }
      if (left.length) later(some);
    };
    later(some);
  }

  return { of, tidy, prepare };
}

/** Whole words, so that none is found inside another. @param {string} text */
export const wordsOf = (text) => ` ${text.split(WORDS).filter((_, i) => i % 2).join(" ")} `;
