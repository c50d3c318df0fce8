// The beginning of a question -> what it may become: names that begin so, choices, needs. No DOM.
//
// Each promises what the page shows when it is chosen: a choice is counted as the page counts it.

import { choose, emptyState } from "../core/address.js";

/** @typedef {import("./main.js").Engine} Engine */
/** @typedef {import("../match/match.js").Count} Count */
/** @typedef {{text: string, kind: string, address: string}} Suggestion */

const MIN_LETTERS = 2;
const RECORDS = 4;
const CONCEPTS = 4;
const NEEDS = 2;
const MIN_BEGINNING = 5; // letters that say which choice is meant; a shorter word must be whole

/** @param {Pick<Engine, "index" | "search" | "filter" | "cards">} engine @param {string} page address of /sok/ */
export function makeSuggest({ index, search, filter, cards }, page) {
  const { words } = search;
  const names = cards.headings.map((heading) => words(heading).join(" "));
  const facets = new Map(index.facetter.map((facet) => [facet.id, facet]));
  /** By concept: what choosing it gives is always the same. @type {Map<number, Suggestion[]>} */
  const choices = new Map();

  let last = { begun: "", named: /** @type {number[]} */ ([]) };

  /** @param {string} typed @returns {Suggestion[]} */
  function suggest(typed) {
    if (typed.trim().length < MIN_LETTERS || search.isCrisis(typed)) return [];
    const answer = search.search(typed);
    const begun = words(typed).join(" ");
    const named = namedSo(begun);
    const first = named.filter((doc) => names[doc].startsWith(begun));
    const likely = answer.docs.filter((doc) => answer.scores[doc] >= 1);
    const most = [first, named, likely].flatMap((docs) => docs.slice(0, 2 * RECORDS)); // some stand in all three
    const records = [...new Set(most)].slice(0, RECORDS).map(recordOf);
    const concepts = conceptsOf(typed, answer);
    const lowered = typed.trim().toLowerCase();
    const needs = index.behov.filter((need) => startsWord(need, lowered)).slice(0, NEEDS).map(needOf);
    const isWhole = concepts.some(({ isWhole }) => isWhole);
    const own = concepts.map(({ made }) => made);
    return named.length && !isWhole ? [...records, ...own, ...needs] : [...own, ...needs, ...records];
  }

  /** Records with a word of their name that begins so; a longer beginning is looked for among those of the shorter.
   * @param {string} begun @returns {number[]} */
  function namedSo(begun) {
    const among = last.begun && begun.startsWith(last.begun) ? last.named : index.everyone;
    last = { begun, named: begun ? among.filter((doc) => startsWord(names[doc], begun)) : [] };
    return last.named;
  }

  /** Choices that the question names: by a whole word, or by enough letters of one.
   * @param {string} typed @param {import("./search.js").Answer} answer */
  function conceptsOf(typed, answer) {
    const last = words(typed).at(-1) ?? "";
    const isLong = last.length >= MIN_BEGINNING && !search.isCommon(last);
    const named = answer.named();
    return answer.concepts().map((number) => ({ number, isWhole: named.has(number) }))
      .filter(({ isWhole }) => isWhole || isLong)
      .flatMap(({ number, isWhole }) => choiceOf(number).map((made) => ({ made, isWhole })))
      .slice(0, CONCEPTS);
  }

  /** @param {number} concept @returns {Suggestion[]} */
  function choiceOf(concept) {
    const made = choices.get(concept) ?? makeChoice(index.begrepp[concept]);
    choices.set(concept, made);
    return made;
  }

  /** None when nobody is known to fit it. @param {import("./index.js").Concept} concept
   * @returns {Suggestion[]} */
  function makeChoice({ titel, falt, varde }) {
    const facet = facets.get(falt);
    if (!facet?.varden.some(({ id }) => id === varde)) return [];
    const { chosen } = choose(emptyState(), falt, varde, true);
    const { fits, maybe } = filter.apply(filter.living(filter.base(null, false)), chosen).total;
    if (!fits) return [];
    const kind = `${facet.titel}, ${filter.words.numbers({ fits, maybe })}`;
    return [{ text: titel, kind, address: `${page}?${new URLSearchParams({ [falt]: varde })}` }];
  }

  /** @param {string} need @returns {Suggestion} */
  const needOf = (need) => ({ text: need, kind: "Sök", address: `${page}?${new URLSearchParams({ q: need })}` });

  /** @param {number} doc @returns {Suggestion} */
  function recordOf(doc) {
    const { heading, mark, address } = cards.card(doc);
    return { text: heading, kind: mark || "Verksamhet", address };
  }

  return suggest;
}

/** @param {string} text @param {string} start */
const startsWord = (text, start) => ` ${text}`.includes(` ${start}`);
