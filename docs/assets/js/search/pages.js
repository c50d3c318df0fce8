// A question -> the section of a hand-written page, or the explanation of a word, that answers it better than a record
// does; whoever does not know what to look for is led to the guide. No DOM; titles and words come with the data.

import { once } from "../core/once.js";
import { makeExplaining, makeMeaning } from "./explain.js";
import { isName } from "./wish.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */
/** Page, anchor, title, what stands first, what readers call it.
 * @typedef {[number, string, string, string, string[]]} Row */
/** @typedef {{adress: string, sida: string, rubrik: string, text: string, ord: string[]}} Explanation */
/** What sidor.json holds. `vagvisare`: the row of the guide; `ordlista.ord`: for each vocabulary the number of its
 * first concept, its name, what its words mean, by line.
 * @typedef {{format: number, sidor: [string, string][], avsnitt: Row[], vagvisare: number,
 *   ordlista: {adress: string, titel: string, ord: [number, string, string][]}, forklaringar: Explanation[]}} Data */
/** `address` is relative to the site's root; `page` is the title of the page it stands on, "" when that says no more.
 * @typedef {{address: string, title: string, text: string, page: string}} PageAnswer */
/** What a section is known by: each way to say it, its title's own words, and the words that stand first in it.
 * @typedef {{ways: string[][], title: string[], text: Set<string>}} Signs */

export const FORMAT = 1;

const ORDINARY = 0.3; // what an ordinary word of a question asks for, against any other
const TITLE = 0.5; // what one word of a long title answers, and as much again when it is the whole title
const TEXT = 0.5; // what a word answers that stands in the text alone
const ENOUGH = 0.7; // share of the question that must be answered
const NAMED = 0.8; // a concept that is named in full
const AROUND = ["amne", "trakt"]; // a question about an activity or a place is for records

/** @param {Index} index @param {ReturnType<typeof import("./words.js").makeWords>} language
 * @param {import("./lexicon.js").Lexicon} lexicon */
export function makePages(index, language, lexicon) {
  /** @type {Data | undefined} */
  let data;
  /** @type {ReturnType<typeof makeExplaining> | undefined} */
  let explaining;
  const stem = (/** @type {string} */ word) => lexicon.same(language.stem(word));
  const stems = (/** @type {string} */ text) => language.words(text).map(stem);
  const isSmall = (/** @type {string} */ word) => lexicon.isFiller(word) || lexicon.isNegating(word);
  const own = (/** @type {string} */ text, isLeftOut = isSmall) =>
    language.words(text).filter((word) => !isSmall(word) && !isLeftOut(word)).map(stem);
  const meaning = makeMeaning(index.sidsvar.fragar, language);
  const signs = once(() => (data?.avsnitt ?? []).map(([, , title, text, called]) => ({
    ways: called.map(stems), title: [...new Set(own(title, lexicon.isCommon))], text: new Set(own(text)),
  })));

  /** Stem -> the rows whose title holds it, or that are called something that begins so: no other row answers. */
  const rowsBy = once(() => {
    /** @type {Map<string, number[]>} */
    const made = new Map();
    signs().forEach(({ ways, title }, row) => {
      for (const one of new Set([...title, ...ways.map(([first]) => first)])) {
        made.set(one, [...(made.get(one) ?? []), row]);
      }
    });
    return made;
  });

  /** The pages have come. @param {Data} read */
  function learn(read) {
    if (read.format !== FORMAT) throw new RangeError(`pages of format ${read.format}, module of ${FORMAT}`);
    data = read;
    explaining = makeExplaining(index.begrepp, read, language, meaning, isSmall);
  }

  /** May a page answer? Else they need not be there. @param {string} text the question @param {Unit[]} units
   * @param {UnitScores[]} scored */
  function mayAnswer(text, units, scored) {
    const words = language.words(text);
    return meaning(words) !== null || isForPages(words, units, scored);
  }

  /** Does it neither begin a name nor name what only records are about? @param {string[]} words @param {Unit[]} units
   * @param {UnitScores[]} scored */
  const isForPages = (words, units, scored) => words.length > 0 && !(words.length === 1 && lexicon.isBegun(words[0])) &&
    !units.some((unit, i) => isForRecords(unit, scored[i])) && !(units.length && isName(scored, units));

  /** @param {string} text the question @param {Unit[]} units @param {UnitScores[]} scored
   * @returns {PageAnswer | null} */
  function find(text, units, scored) {
    const words = language.words(text);
    const explained = explaining?.find(words, units, scored) ?? null;
    if (explained || !data || !isForPages(words, units, scored)) return explained;
    if (!units.length) return rowAnswer(data, bestRow(words, []) ?? data.vagvisare);
    const needs = units.filter(({ phrase }) => phrase && !phrase.text);
    const row = bestRow(words, needs.map(({ tokens }) => tokens.map((token) => lexicon.same(token.stem))));
    return row === null ? null : rowAnswer(data, row);
  }

  /** Does it name an activity or a place? What a need leads to is not named. @param {Unit} unit
   * @param {UnitScores} scores */
  const isForRecords = ({ phrase }, { concepts }) => (!phrase || phrase.text) &&
    [...concepts].some(([concept, strength]) => strength >= NAMED && AROUND.includes(index.begrepp[concept].klass));

  /** The section that answers most of the question, if that is enough. @param {string[]} words
   * @param {string[][]} needs the words of each need: records answer those, unless a section is called just that, and
   * not only by a part of one @returns {number | null} */
  function bestRow(words, needs) {
    const asked = words.map((word) => ({ stem: stem(word), weight: weightOf(word) }));
    let [best, most] = [/** @type {number | null} */ (null), 0];
    const likely = new Set(asked.flatMap((one) => rowsBy().get(one.stem) ?? []));
    for (const row of [...likely].sort((a, b) => a - b)) {
      const score = answered(asked, needs.length ? besideNeeds(signs()[row], needs) : signs()[row]);
      if (score > most) [best, most] = [row, score];
    }
    return best;
  }

  /** @param {Signs} signs @param {string[][]} needs @returns {Signs} */
  const besideNeeds = ({ ways, text }, needs) => ({
    ways: ways.filter((way) => !needs.some((need) => isWithin(way, need))), title: [], text,
  });

  /** @param {string} word */
  const weightOf = (word) => (isSmall(word) ? 0 : lexicon.isCommon(word) ? ORDINARY : 1);

  /** How much of the question a section answers: 0 when too little. What it is called counts in full, the longer the
   * surer; small words count only as parts of that. @param {{stem: string, weight: number}[]} asked
   * @param {Signs} signs */
  function answered(asked, { ways, title, text }) {
    const called = new Set();
    for (const way of ways) for (const at of placesOf(way, asked)) called.add(at);
    const titled = title.filter((one) => asked.some(({ stem }) => stem === one)).length / (title.length || 1);
    let [found, whole, strong] = [0, 0, 2 * called.size];
    asked.forEach(({ stem, weight }, at) => {
      const share = called.has(at) ? 1 : title.includes(stem) ? TITLE + TITLE * titled : text.has(stem) ? TEXT : 0;
      if (title.includes(stem)) strong += titled;
      const asks = called.has(at) ? (weight ? 1 : ORDINARY) : weight;
      whole += asks;
      found += asks * share;
    });
    if (!strong || found < ENOUGH * whole) return 0;
    return found / whole + 0.01 * strong;
  }

  return { find, learn, mayAnswer, isReady: () => data !== undefined };
}

/** @param {Data} data @param {number} row @returns {PageAnswer} */
function rowAnswer({ sidor, avsnitt }, row) {
  const [at, anchor, title, text] = avsnitt[row];
  const [address, page] = sidor[at];
  return { address: anchor ? `${address}#${anchor}` : address, title, text, page: page === title ? "" : page };
}

/** Is it a part of the other, and not all of it? @param {string[]} part @param {string[]} whole */
const isWithin = (part, whole) => part.length < whole.length && part.every((one) => whole.includes(one));

/** Where the words of a way to say something stand in the question: side by side, one other word between at most.
 * @param {string[]} way @param {{stem: string}[]} asked @returns {number[]} */
function placesOf(way, asked) {
  for (let start = 0; start < asked.length; start++) {
    const places = [];
    let at = start;
    for (const word of way) {
      const next = [at, at + 1].find((place) => asked[place]?.stem === word && (places.length || place === start));
      if (next === undefined) break;
      places.push(next);
      at = next + 1;
    }
    if (places.length === way.length) return places;
  }
  return [];
}
