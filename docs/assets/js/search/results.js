// Who fits, and under a heading of their own with what to ask, who may: cards in two lists, and more on request.

import { setShown, setText } from "../core/element.js";
import { inSwedish } from "../core/text.js";
import { inWords } from "../match/words.js";
import { makeCardList } from "./card-list.js";

/** @typedef {import("./asking.js").Outcome} Outcome */
/** @typedef {(name: string) => any} Part */

/** @param {Part} part @param {import("./main.js").Engine} engine */
export function makeResults(part, { filter, cards }) {
  const [list, maybeList, maybe, heading, question, more] =
    ["traffar", "kanlista", "kan", "kanrubrik", "kanfraga", "fler"].map(part);
  const lists = [makeCardList(list, cards), makeCardList(maybeList, cards)];

  /** @param {Outcome} outcome @param {number} number how many cards @param {number} inSight so many of them at once:
   * the others stand in their places until they are finished */
  function show(outcome, number, inSight) {
    const fits = outcome.fits.slice(0, number);
    const rest = outcome.maybe.slice(0, number - fits.length);
    lists[0].show(fits.map((doc) => ({ doc, note: "" })), outcome.answer, inSight);
    const room = Math.max(0, inSight - fits.length);
    lists[1].show(rest.map((doc) => ({ doc, note: noteOf(doc, outcome) })), outcome.answer, room);
    showHeading(outcome, rest.length > 0);
    const left = outcome.fits.length + outcome.maybe.length - fits.length - rest.length;
    setShown(more, left > 0);
    setText(more, `Visa fler (${inSwedish(left)} till)`);
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

  const all = () => [...list.children, ...maybeList.children];
  /** Make so many of the late ones whole. @param {number} number @returns {boolean} are there more? */
  const finish = (number) => lists.map((one) => one.finish(number)).some(Boolean);
  const firstLate = () => lists[0].lateAt() ?? lists[1].lateAt();

  return { show, all, finish, firstLate, more };
}
