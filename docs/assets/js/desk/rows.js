// State -> the rows of the table: what fits, what may, and what one condition alone keeps away. No DOM.

import { eachOf, subtract } from "../core/bits.js";
import { fill } from "../core/text.js";
import { inWords } from "../match/words.js";
import { makeOrder } from "./order.js";

/** `lines`: why it is no plain yes; `missed`: what keeps it away and what would open it.
 * @typedef {object} Row
 * @property {number} doc
 * @property {string[]} lines
 * @property {string[]} missed
 */
/** What to ask a place, and the fields that the answers fill.
 * @typedef {{questions: string[], fields: string[]}} Asks */
/** The three parts of the table: numbers of records, in order.
 * @typedef {{fits: number[], maybe: number[], near: number[]}} Parts */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("../match/match.js").Reason} Reason */
/** @typedef {ReturnType<typeof makeRows>} Rows */

const DENIES = ["annat", "nej"];
const FITS = 3;
const PLAIN_NO = "nej";
const MOST = 1000; // more points than a record can have

/** @param {import("./source.js").Source} source
 * @param {{match: ReturnType<typeof import("../match/match.js").makeMatch>,
 *   words: ReturnType<typeof import("../match/words.js").makeTeller>, start: Uint32Array,
 *   headings: string[]}} engine */
export function makeRows(source, { match, words, start, headings }) {
  const swedish = new Intl.Collator("sv", { numeric: true });
  /** @type {Map<string, Uint32Array>} */
  const places = new Map();
  const points = makeOrder(source, match);

  /** @param {State} state @returns {Parts} */
  function parts(state) {
    const { left } = match.apply(start, state.chosen);
    const order = placesOf(state);
    const sorted = (/** @type {Uint32Array} */ bits) => inOrder(bits, order);
    return {
      fits: sorted(left[FITS]),
      maybe: sorted(subtract(left[0].slice(), left[FITS])),
      near: state.chosen.size > 1 ? sorted(match.near(start, state.chosen)) : [],
    };
  }

  /** What answers most of what is asked for first; or by a column, what says nothing there last. Gives each record's
   * place. @param {State} state @returns {ArrayLike<number>} */
  function placesOf({ order, chosen }) {
    if (order) return byColumn(order);
    return points(chosen).map((sum) => MOST - sum);
  }

  /** Made once for each column. @param {string} id */
  function byColumn(id) {
    const made = places.get(id) ?? ranked(source.columns.find((column) => column.id === id)?.text ?? (() => ""));
    places.set(id, made);
    return made;
  }

  /** @param {(doc: number) => string} text */
  function ranked(text) {
    const told = headings.map((name, doc) => ({ name, doc, said: text(doc) }));
    told.sort((a, b) => Number(!a.said) - Number(!b.said) || swedish.compare(a.said, b.said)
      || swedish.compare(a.name, b.name));
    const made = new Uint32Array(headings.length);
    told.forEach(({ doc }, place) => (made[doc] = place));
    return made;
  }

  /** Everything that speaks against a record: where all choices must hold, of each of them.
   * @param {number} doc @param {State} state @returns {Reason[]} */
  function reasonsOf(doc, { chosen }) {
    return [...chosen].flatMap(([id, ids]) => {
      const asked = source.byId.get(id)?.alla ? [...ids].map((one) => new Set([one])) : [ids];
      return asked.flatMap((own) => match.reasons(doc, new Map([[id, own]])));
    });
  }

  /** @param {number} doc @param {State} state @returns {Row} */
  function row(doc, state) {
    const reasons = reasonsOf(doc, state);
    const [no, others] = [reasons.filter(isNo), reasons.filter((reason) => !isNo(reason))];
    const missed = no.flatMap((reason) => whyNot(reason, doc));
    return { doc, missed: distinct(missed), lines: distinct(others.map((reason) => lineOf(reason, doc))) };
  }

  /** What keeps it away and what would open it, each thing once. @param {Reason} reason @param {number} doc */
  function whyNot(reason, doc) {
    const { facet, kind } = reason;
    const isWhole = source.toldWhole.includes(facet.id) && words.ownOf(facet, kind, doc).length > 0;
    return isWhole ? [opens(reason, doc)] : [capital(`${words.said(reason, doc)}.`), opens(reason, doc)];
  }

  /** What is asked of a place that lies there is in the question. @param {Reason} reason @param {number} doc */
  const lineOf = (reason, doc) =>
    (reason.kind === source.order.dar ? askOf(reason) : words.said(reason, doc));

  /** @param {Reason} reason */
  const askOf = ({ facet, value }) => `Fråga ${words.ask(facet, [value.id])}.`;

  /** What would open what one reason keeps away. @param {Reason} reason @param {number} doc */
  function opens({ facet, value, kind }, doc) {
    const own = words.ownOf(facet, kind, doc);
    const isPlain = kind === PLAIN_NO && !own.length;
    const pattern = source.opens[isPlain ? PLAIN_NO : facet.id] ?? source.opens[""];
    return fill(pattern, { sagt: inWords(own, "eller"), varde: value.titel });
  }

  /** @param {number} doc @param {State} state @returns {Asks} */
  function asks(doc, state) {
    const reasons = reasonsOf(doc, state);
    const questions = reasons.map((reason) => (isNo(reason)
      ? opens(reason, doc) : askOf(reason)));
    const fields = reasons.map(({ facet }) => source.fieldOf(facet.id)).filter(Boolean);
    return { questions: distinct(questions), fields: distinct(fields) };
  }

  return { parts, row, asks };
}

/** @param {Reason} reason */
const isNo = ({ kind }) => DENIES.includes(kind);

/** @param {string[]} texts */
const distinct = (texts) => [...new Set(texts)];

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The numbers in a set by their places, and by themselves where these are equal. @param {Uint32Array} bits
 * @param {ArrayLike<number>} places */
function inOrder(bits, places) {
  /** @type {number[][]} */
  const held = [];
  eachOf(bits, (doc) => (held[places[doc]] ??= []).push(doc));
  return held.flat();
}
