// The results on the page. Bringing cards up to date and laying them out is most of what a key press costs: while the
// reader types, those out of sight only stand in their places by name, and are made whole when there is time
// (sight.js).

import { wordsOf } from "./card-store.js";
import { makeLight, setMarks, setReason } from "./view.js";

/** @typedef {import("./search.js").Answer} Answer */
/** `doc` and what is to be said of it besides. @typedef {{doc: number, note: string}} Item */

const MAX_REASONS = 3;

/** @param {HTMLElement} list @param {import("./cards.js").Cards} cards
 * @param {import("./card-store.js").CardStore} store */
export function makeCardList(list, cards, store) {
  /** Cards that only name a record: each stays where it stands and takes the name that is its turn.
   * @type {import("./view.js").Light[]} */
  const light = [];
  /** @type {{item: Item, standing: HTMLElement}[]} those that are not whole yet, in order */
  let late = [];
  /** @type {Answer | null} */
  let asked = null;

  /** Records in order; those after the first `inSight` are late. @param {Item[]} items @param {Answer | null} answer
   * @param {number} inSight */
  function show(items, answer, inSight) {
    asked = answer;
    const first = items.slice(0, inSight).map(cardOf);
    let named = 0;
    late = items.slice(inSight).map((item) => ({ item, standing: stayingCard(item) ?? lightCard(item, named++) }));
    place([...first, ...late.map(({ standing }) => standing)]);
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
    const card = store.of(doc);
    const marks = asked ? card.words.filter(asked.isMatch) : [];
    const why = asked && !marks.length ? asked.why(doc).filter((name) => !card.said.includes(wordsOf(name))) : [];
    const reason = [reasonOf(why), note].filter(Boolean).join(" ");
    if (marks.join(" ") !== card.marks) setMarks(card.texts, new Set(marks));
    if (reason !== card.reason) setReason(card.element, reason);
    [card.marks, card.reason] = [marks.join(" "), reason];
    return card.element;
  }

  /** A card that is here stays until it is brought up to date. @param {Item} item */
  function stayingCard({ doc }) {
    const card = store.known(doc);
    return card?.parentNode === list ? card : null;
  }

  /** Its name stands for it meanwhile. @param {Item} item @param {number} at */
  function lightCard({ doc }, at) {
    const made = (light[at] ??= makeLight());
    made.name(cards.named(doc));
    return made.element;
  }

  /** Bring so many of the late ones up to date. @param {number} number @returns {boolean} are there more? */
  function finish(number) {
    for (const { item, standing } of late.splice(0, number)) {
      const card = cardOf(item);
      if (standing !== card) standing.replaceWith(card);
    }
    return late.length > 0;
  }

  return { show, finish, lateAt: () => list.children[list.children.length - late.length] ?? null };
}

/** @param {string[]} names */
const reasonOf = (names) => (names.length ? `Träff på: ${names.slice(0, MAX_REASONS).join(", ")}.` : "");
