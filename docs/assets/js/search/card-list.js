// The results on the page. A card that looks the same stays, and one that has stood here before comes back: making and
// laying out cards is most of what a key press costs, and most keys change few of them.

import { WORDS, resultElement } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** `doc` and what is to be said of it besides. @typedef {{doc: number, note: string}} Item */

const REMEMBERED = 300;
const MAX_REASONS = 3;

/** @param {HTMLElement} list @param {import("./cards.js").Cards} cards */
export function makeCardList(list, cards) {
  /** What a card shows -> the card. @type {Map<string, HTMLElement>} */
  const made = new Map();
  /** @type {Map<number, string[]>} */
  const known = new Map();

  /** The distinct words that a card shows. @param {number} doc */
  function wordsOf(doc) {
    const words = known.get(doc) ?? distinctWords(cards.card(doc));
    known.set(doc, words);
    return words;
  }

  /** Records in order. @param {Item[]} items @param {Answer | null} answer */
  function show(items, answer) {
    if (made.size > REMEMBERED) made.clear();
    const wanted = items.map((item) => cardOf(item, answer));
    const kept = new Set(wanted);
    const standing = [...list.children].filter((card) => kept.has(/** @type {HTMLElement} */ (card)));
    if (!standing.length) return list.replaceChildren(...wanted);
    for (const card of [...list.children]) if (!kept.has(/** @type {HTMLElement} */ (card))) card.remove();
    wanted.forEach((card, i) => {
      const there = list.children[i];
      if (there !== card) list.insertBefore(card, there ?? null);
    });
  }

  /** @param {Item} item @param {Answer | null} answer */
  function cardOf({ doc, note }, answer) {
    const isMatch = answer ? answer.isMatch : () => false;
    const marks = answer ? wordsOf(doc).filter(isMatch) : [];
    const reason = [answer && !marks.length ? reasonOf(answer.why(doc)) : "", note].filter(Boolean).join(" ");
    const look = `${doc} ${marks.join(" ")}${reason}`;
    const card = made.get(look) ?? resultElement(cards.card(doc), isMatch, reason);
    made.set(look, card);
    return card;
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
