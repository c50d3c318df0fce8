// The results on the page. Bringing cards up to date and laying them out is most of what a key press costs: while the
// reader types, those out of sight only stand in their places by name, and are made whole when there is time
// (sight.js).

import { wordsOf } from "./card-store.js";
import { makeSlot } from "./slot.js";
import { setMarks, setReason } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** `doc` and what is to be said of it besides. @typedef {{doc: number, note: string}} Item */

const MAX_REASONS = 3;
const FEW = 25;

/** @param {HTMLElement} list @param {import("./cards.js").Cards} cards
 * @param {import("./card-store.js").CardStore} store */
export function makeCardList(list, cards, store) {
  /** By place among the results: each tells of the record whose turn it is. @type {import("./slot.js").Slot[]} */
  const slots = [];
  /** @type {Item[]} those that are not whole yet, the last ones in order */
  let late = [];
  /** @type {Answer | null} */
  let asked = null;

  /** Records in order; those after the first `inSight` are late. @param {Item[]} items @param {Answer | null} answer
   * @param {number} inSight */
  function show(items, answer, inSight) {
    asked = answer;
    while (slots.length < items.length) slots.push(makeSlot());
    items.forEach((item, at) => put(at, at < inSight ? wholeAt(at, item) : slots[at].name(cards.named(item.doc))));
    while (list.children.length > items.length) list.lastElementChild?.remove();
    slots.splice(Math.max(items.length, FEW)); // what was shown by "Visa fler" is let go
    late = items.slice(inSight);
  }

  /** @param {number} at @param {HTMLElement} card */
  function put(at, card) {
    const there = list.children[at];
    if (!there) list.append(card);
    else if (there !== card) there.replaceWith(card);
  }

  /** @param {number} at @param {Item} item */
  function wholeAt(at, { doc, note }) {
    const card = store.of(doc);
    const marks = asked ? card.words.filter(asked.isMatch) : [];
    const why = asked && !marks.length ? asked.why(doc).filter((name) => !isSaid(card, name)) : [];
    const reason = [reasonOf(why), note].filter(Boolean).join(" ");
    if (marks.join(" ") !== card.marks) setMarks(card.texts, new Set(marks));
    if (reason !== card.reason) setReason(card.element, reason);
    [card.marks, card.reason] = [marks.join(" "), reason];
    return slots[at].tell(card.id, card.element);
  }

  /** Bring so many of the late ones up to date. @param {number} number @returns {boolean} are there more? */
  function finish(number) {
    const first = list.children.length - late.length;
    late.splice(0, number).forEach((item, i) => put(first + i, wholeAt(first + i, item)));
    return late.length > 0;
  }

  return { show, finish, lateAt: () => list.children[list.children.length - late.length] ?? null };
}

/** A card says the first of a title's names. @param {import("./card-store.js").Card} card @param {string} name */
const isSaid = ({ said }, name) => [name, name.split(" / ", 1)[0]].some((one) => said.includes(wordsOf(one)));

/** @param {string[]} names */
const reasonOf = (names) => (names.length ? `Träff på: ${names.slice(0, MAX_REASONS).join(", ")}.` : "");
