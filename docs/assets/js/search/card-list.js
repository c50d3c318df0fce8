// The results on the page. Each record has one card: it stays, comes back, and changes only where other words of it
// answer to the question. Making cards and laying them out is most of what a key press costs: while the reader types,
// those out of sight only stand in their places by name, and are made whole when there is time (results.js).

import { WORDS, lightElement, resultElement, setMarks, setReason } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** `doc` and what is to be said of it besides. @typedef {{doc: number, note: string}} Item */
/** A card, its texts with their words, all that it says, and what it says of the question: the marked words and the
 * reason. @typedef {import("./view.js").Made & {words: string[], said: string, marks: string, reason: string}} Card */

const REMEMBERED = 300;
const MAX_REASONS = 3;

/** @param {HTMLElement} list @param {import("./cards.js").Cards} cards */
export function makeCardList(list, cards) {
  /** @type {Map<number, Card>} */
  const whole = new Map();
  /** Cards that only name their record. @type {Map<number, HTMLElement>} */
  const light = new Map();
  /** @type {Item[]} those that are not whole yet, in order */
  let late = [];
  /** @type {Answer | null} */
  let asked = null;

  /** Records in order; those after the first `inSight` are late. @param {Item[]} items @param {Answer | null} answer
   * @param {number} inSight */
  function show(items, answer, inSight) {
    if (whole.size > REMEMBERED) whole.clear();
    if (light.size > REMEMBERED) light.clear();
    asked = answer;
    late = items.slice(inSight);
    place([...items.slice(0, inSight).map(cardOf), ...late.map(lateCard)]);
  }

  /** @param {HTMLElement[]} wanted */
  function place(wanted) {
    const kept = new Set(wanted);
    const standing = /** @type {HTMLElement[]} */ ([...list.children]);
    if (!standing.some((card) => kept.has(card))) return list.replaceChildren(...wanted);
    for (const card of standing) if (!kept.has(card)) card.remove();
    let there = list.firstElementChild;
    for (const card of wanted) {
      if (there === card) there = there.nextElementSibling;
      else list.insertBefore(card, there);
    }
  }

  /** @param {Item} item */
  function cardOf({ doc, note }) {
    const card = whole.get(doc) ?? make(doc);
    const marks = asked ? card.words.filter(asked.isMatch) : [];
    const why = asked && !marks.length ? asked.why(doc).filter((name) => !card.said.includes(wordsOf(name))) : [];
    const reason = [reasonOf(why), note].filter(Boolean).join(" ");
    if (marks.join(" ") !== card.marks) setMarks(card.texts, new Set(marks));
    if (reason !== card.reason) setReason(card.element, reason);
    [card.marks, card.reason] = [marks.join(" "), reason];
    return card.element;
  }

  /** @param {number} doc @returns {Card} */
  function make(doc) {
    const made = resultElement(cards.card(doc));
    const words = [...new Set(made.texts.flatMap(({ parts }) => parts.filter((_, i) => i % 2)))];
    const said = made.texts.map(({ parts }) => wordsOf(parts.join(""))).join("");
    const card = { ...made, words, said, marks: "", reason: "" };
    whole.set(doc, card);
    return card;
  }

  /** What stands for a record until its card is brought up to date: a card that stays, else its name.
   * @param {Item} item */
  function lateCard({ doc }) {
    const card = whole.get(doc)?.element;
    if (card?.parentNode === list) return card;
    const made = light.get(doc) ?? lightElement(cards.named(doc));
    light.set(doc, made);
    return made;
  }

  /** Bring so many of the late ones up to date. @param {number} number @returns {boolean} are there more? */
  function finish(number) {
    for (const item of late.splice(0, number)) {
      const standing = lateCard(item);
      const card = cardOf(item);
      if (standing !== card) standing.replaceWith(card);
    }
    return late.length > 0;
  }

  return { show, finish, lateAt: () => list.children[list.children.length - late.length] ?? null };
}

/** Whole words, so that none is found inside another. @param {string} text */
const wordsOf = (text) => ` ${text.split(WORDS).filter((_, i) => i % 2).join(" ")} `;

/** @param {string[]} names */
const reasonOf = (names) => (names.length ? `Passar din sökning: ${names.slice(0, MAX_REASONS).join(", ")}.` : "");
