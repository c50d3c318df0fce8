// Who fits, under a heading of their own with what to ask who may, and last what is told as something that was: cards
// in three lists, and more on request.

import { setShown, setText } from "../core/element.js";
import { inSwedish } from "../core/text.js";
import { inWords } from "../match/words.js";
import { makeCardList } from "./card-list.js";
import { makeCardStore } from "./card-store.js";

/** @typedef {import("./asking.js").Outcome} Outcome */
/** @typedef {(name: string) => any} Part */

const [MAYBE, PAST] = [1, 2]; // places among the three lists

/** @param {Part} part @param {import("./main.js").Engine} engine */
export function makeResults(part, { index, filter, cards }) {
  const [list, maybeList, maybe, heading, question, more] =
    ["traffar", "kanlista", "kan", "kanrubrik", "kanfraga", "fler"].map(part);
  const [pastList, past, pastHeading] = ["forrlista", "forr", "forrrubrik"].map(part);
  const pastName = pastHeading.textContent;
  const places = [list, maybeList, pastList];
  const store = makeCardStore(cards);
  const lists = places.map((place) => makeCardList(place, cards, store));

  /** @param {Outcome} outcome @param {number} number how many cards @param {number} inSight so many of them at once:
   * the others stand in their places until they are finished */
  function show(outcome, number, inSight) {
    let [left, room] = [number, inSight];
    const hidden = [0, 0, 0];
    store.tidy();
    const shown = [outcome.fits, outcome.maybe, outcome.past].map((docs, at) => {
      const some = docs.slice(0, left);
      const items = some.map((doc) => ({ doc, note: at === MAYBE ? noteOf(doc, outcome) : "" }));
      lists[at].show(items, outcome.answer, room);
      [left, room, hidden[at]] = [left - some.length, Math.max(0, room - some.length), docs.length - some.length];
      return some.length > 0;
    });
    showHeading(outcome, shown[MAYBE]);
    setShown(past, shown[PAST]);
    if (shown[PAST]) setText(pastHeading, `${pastName}: ${inSwedish(outcome.past.length)}`);
    setShown(more, hidden.some(Boolean));
    setText(more, `Visa fler (${restIn(hidden)})`);
  }

  /** What the number above the list counts, and the old apart from it. @param {number[]} hidden */
  function restIn(hidden) {
    const told = hidden[0] + hidden[MAYBE];
    const old = hidden[PAST] ? `${inSwedish(hidden[PAST])} gamla` : "";
    return [told ? `${inSwedish(told)} till` : "", old].filter(Boolean).join(" och ");
  }

  /** @param {Outcome} outcome @param {boolean} isShown */
  function showHeading(outcome, isShown) {
    setShown(maybe, isShown);
    if (!isShown) return;
    setText(heading, `Kan passa: ${inSwedish(outcome.maybe.length)}`);
    const asked = filter.unanswered(outcome.match, outcome.chosen)
      .map((facet) => filter.words.ask(facet, outcome.chosen.get(facet.id) ?? []));
    const ask = asked.length ? `Fråga ${inWords(asked)}.` : "På varje kort står varför.";
    setText(question, `Vi vet inte säkert. ${ask}`);
  }

  /** Why a record only may fit. What the heading asks for all of them is not said again on each.
   * @param {number} doc @param {Outcome} outcome */
  function noteOf(doc, { chosen }) {
    const reasons = filter.reasons(doc, chosen);
    const told = chosen.size > 1 ? reasons : reasons.filter(({ kind }) => kind !== "okand");
    return told.map((reason) => filter.words.said(reason, doc)).join(" ");
  }

  store.prepare(index.everyone);

  const all = () => places.flatMap((place) => [...place.children]);
  /** Make so many of the late ones whole. @param {number} number @returns {boolean} are there more? */
  const finish = (number) => lists.map((one) => one.finish(number)).some(Boolean);
  const firstLate = () => lists.map((one) => one.lateAt()).find(Boolean) ?? null;

  return { show, all, finish, firstLate, more };
}
