// The results on the page. A card that looks the same stays: making and laying out cards is most of what a key press
// costs, and most keys change few of them.

import { WORDS, resultElement } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** `doc` and what is to be said of it besides. @typedef {{doc: number, note: string}} Item */

const FRAME_MS = 16;
const MAX_REASONS = 3;

/** @param {HTMLElement} list @param {import("./cards.js").Cards} cards */
export function makeCardList(list, cards) {
  /** Each card on the page -> what it shows. @type {WeakMap<Element, string>} */
  const looks = new WeakMap();
  /** @type {Map<number, string[]>} */
  const known = new Map();
  let later = 0;

  /** The distinct words that a card shows. @param {number} doc */
  function wordsOf(doc) {
    const words = known.get(doc) ?? distinctWords(cards.card(doc));
    known.set(doc, words);
    return words;
  }

  /** Records in order, the first at once and the rest in a moment; those that stood there stay until then.
   * @param {Item[]} items @param {Answer | null} answer @param {number} atOnce */
  function show(items, answer, atOnce) {
    clearTimeout(later);
    place(items, answer, 0, Math.min(atOnce, items.length));
    if (items.length <= atOnce) trim(items.length);
    else later = setTimeout(() => {
      place(items, answer, atOnce, items.length);
      trim(items.length);
    }, 2 * FRAME_MS);
  }

  /** @param {Item[]} items @param {Answer | null} answer @param {number} from @param {number} to */
  function place(items, answer, from, to) {
    const isMatch = answer ? answer.isMatch : () => false;
    const standing = new Map([...list.children].map((card) => [looks.get(card), card]));
    for (let i = from; i < to; i++) {
      const { doc, note } = items[i];
      const marks = wordsOf(doc).filter(isMatch);
      const reason = [answer && !marks.length ? reasonOf(answer.why(doc)) : "", note].filter(Boolean).join(" ");
      const look = `${doc} ${marks.join(" ")}${reason}`;
      const there = list.children[i];
      if (there && looks.get(there) === look) continue;
      const card = standing.get(look) ?? resultElement(cards.card(doc), isMatch, reason);
      looks.set(card, look);
      list.insertBefore(card, there ?? null);
      if (there && !standing.has(look)) there.remove();
    }
  }

  /** @param {number} number */
  function trim(number) {
    while (list.children.length > number) list.lastElementChild?.remove();
  }

  return { show };
}

/** @param {import("./cards.js").Card} card */
const distinctWords = (card) =>
  [...new Set([card.heading, card.text, ...card.rows.map(([, text]) => text)].flatMap(wordsIn))];

/** @param {string} text */
const wordsIn = (text) => text.split(WORDS).filter((_, i) => i % 2);

/** @param {string[]} names */
const reasonOf = (names) => (names.length ? `Passar din sökning: ${names.slice(0, MAX_REASONS).join(", ")}.` : "");
