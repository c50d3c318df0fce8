// A state -> everything that the page shows of it: what was read out of the question, who fits, who may, in which
// order. No DOM: a test asks it too.

import { count, hasBit } from "../core/bits.js";
import { makeConditions } from "./conditions.js";

/** @typedef {import("../core/address.js").State} State */
/** @typedef {import("../match/match.js").Chosen} Chosen */
/** @typedef {import("../match/match.js").Match} Match */
/** @typedef {import("./conditions.js").Found} Found */
/** @typedef {import("./search.js").Answer} Answer */
/** `answer`: to the words that are looked for, null when there are none; `isAsked`: do words stand beside the
 * conditions; `read`: conditions that count as choices, `silent` those that no record tells of; `chosen`: all choices,
 * ticked and read; `page`: the page that answers best, when nothing is chosen; `fits` and `maybe`: records in order;
 * `past`: those that are told as something that was, in order, counted nowhere;
 * `isRescued`: only hidden ones match, and they are shown.
 * @typedef {{answer: Answer | null, isAsked: boolean, read: Found[], silent: Found[], chosen: Chosen, match: Match,
 *   page: import("./pages.js").PageAnswer | null, fits: number[], maybe: number[], past: number[],
 *   isRescued: boolean}} Outcome */

const FITS = 4;

/** @typedef {import("./main.js").Engine} Engine
 * @typedef {Pick<Engine["search"], "search" | "isCrisis" | "isIdle">} Asked */
/** @param {Pick<Engine, "index" | "filter" | "cards"> & {search: Asked}} engine */
export function makeAsking({ index, search, filter, cards }) {
  const conditions = makeConditions(index);

  /** @param {State} state @returns {Outcome} */
  function ask(state) {
    const words = readWords(state);
    const chosen = joined(state.chosen, words.read);
    const { match, isRescued, past } = narrow(words, chosen, state.showsAll);
    const page = chosen.size ? null : (words.answer?.page ?? null);
    const rank = cards.ranks[state.order]?.();
    const were = past ? placed(words, past, rank) : [];
    return { ...words, chosen, match, isRescued, page, past: were, ...inOrder(words, match, rank) };
  }

  /** A condition of which no record tells anything is no choice: its words are looked for, as any words are. Where
   * nothing answers to them they are left out: what nobody has told takes nothing away.
   * @param {State} state */
  function readWords({ question, literal }) {
    // In a crisis nothing is taken out of what was said.
    if (search.isCrisis(question)) return { read: [], silent: [], isAsked: true, answer: search.search(question) };
    const first = conditions.read(question, new Set(literal));
    const silent = first.found.filter((one) => !isTold(one));
    if (!silent.length) return { silent, ...answered(question, first) };
    const asWords = new Set([...literal, ...silent.map(({ words }) => words)]);
    const looked = answered(question, conditions.read(question, asWords));
    if (looked.answer?.docs.length) return { silent, ...looked };
    const left = answered(question, { ...first, found: first.found.filter(isTold) });
    return { silent, ...(left.isAsked && !left.answer?.docs.length ? looked : left) };
  }

  /** @param {string} question @param {import("./conditions.js").Reading} reading */
  function answered(question, { rest, found: read }) {
    const isAsked = rest.trim() !== "" && !(read.length && search.isIdle(rest));
    const text = isAsked ? rest : question;
    const answer = text.trim() ? search.search(text) : null;
    return { read, isAsked, answer: answer && isAsked && read.length ? byWhole(answer, question) : answer };
  }

  /** What a condition leaves stands in the order that the whole question gives: a text may tell "gratis lunch" where
   * the record says nothing of what it costs. @param {Answer} answer @param {string} question @returns {Answer} */
  function byWhole(answer, question) {
    const { scores } = search.search(question);
    return { ...answer, docs: [...answer.docs].sort((a, b) => scores[b] - scores[a]) };
  }

  /** @param {Found} found */
  const isTold = ({ chosen }) => [...chosen].every(([id, ids]) => {
    const place = index.facetter.findIndex((facet) => facet.id === id);
    const told = filter.told(false)[place];
    return index.facetter[place]?.varden.some((value, at) => ids.includes(value.id) && told[at]);
  });

  /** When only closed places or examples match, those are better than nothing; one that is asked for by its name is
   * shown beside others. `past` is of no number: where all is shown, it stands among the others.
   * @param {ReturnType<typeof readWords>} words @param {Chosen} chosen @param {boolean} all */
  function narrow({ answer, isAsked }, chosen, all) {
    const docs = isAsked && answer ? answer.docs : null;
    const called = docs && answer ? answer.called : [];
    if (all) return { match: filter.apply(filter.base(docs, all, called), chosen), isRescued: false, past: null };
    const start = filter.base(docs, all);
    const unhidden = filter.apply(start, chosen);
    if (count(unhidden.left[0])) {
      const match = filter.apply(filter.living(filter.base(docs, all, called), called), chosen);
      return { match, isRescued: false, past: filter.apply(filter.past(start, called), chosen).left[0] };
    }
    const rescued = filter.apply(filter.base(docs, true), chosen);
    const isRescued = isAsked && rescued.total.fits + rescued.total.maybe > 0;
    return { match: isRescued ? rescued : unhidden, isRescued, past: null };
  }

  /** In order of fit to the words; what only may fit by how much is said of it first.
   * @param {ReturnType<typeof readWords>} words @param {Match} match @param {Uint32Array | undefined} rank */
  function inOrder(words, match, rank) {
    const left = placed(words, match.left[0], rank);
    if (!match.total.maybe) return { fits: left, maybe: [] };
    /** @type {number[][]} */
    const steps = Array.from({ length: FITS + 1 }, () => []);
    for (const doc of left) steps[match.level(doc)].push(doc);
    const maybe = [...steps.slice(1, FITS).reverse().flat()];
    return { fits: steps[FITS], maybe: rank ? maybe.sort((a, b) => rank[a] - rank[b]) : maybe };
  }

  /** @param {ReturnType<typeof readWords>} words @param {Uint32Array} bits @param {Uint32Array | undefined} rank */
  function placed({ answer, isAsked }, bits, rank) {
    const found = answer?.docs ?? [];
    const all = () => (found.length ? [...new Set([...found, ...index.everyone])] : index.everyone);
    if (!bits.some(Boolean)) return [];
    const docs = isAsked && answer ? found : all();
    const left = docs.filter((doc) => hasBit(bits, doc));
    return rank ? left.sort((a, b) => rank[a] - rank[b]) : left;
  }

  /** How many a state gives, for those who look for a way out. @param {State} state */
  function total(state) {
    const words = readWords(state);
    return narrow(words, joined(state.chosen, words.read), state.showsAll).match.total;
  }

  return { ask, total };
}

/** @param {Chosen} ticked @param {Found[]} read @returns {Chosen} */
function joined(ticked, read) {
  const all = new Map([...ticked].map(([facet, ids]) => [facet, new Set(ids)]));
  for (const { chosen } of read) {
    for (const [facet, ids] of chosen) all.set(facet, new Set([...(all.get(facet) ?? []), ...ids]));
  }
  return all;
}

/** @typedef {ReturnType<typeof makeAsking>} Asking */
