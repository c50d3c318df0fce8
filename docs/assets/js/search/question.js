// A question -> its units: the needs and names in it, and what is left word by word. No DOM.
//
// What a unit is to the question: a need or a name may carry an answer, a circumstance (where, when, how old) only when
// nothing else is asked, an ordinary word never; a word that nobody knows makes the others prove more.

import { makeNeeds } from "./needs.js";
import { makeRepair } from "./repair.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./matches.js").Words} Words */
/** `isCommon`: an ordinary word; `isNaming`: it names a concept as it stands; `isUnknown`: nobody here knows it, or it
 * is known to belong elsewhere; `isAway`: it is a place out of reach; `isAge`: an age was written; `isBeside`: nobody
 * wrote it, and it only orders; `said`:
 * how it was written, when `tokens` do not tell.
 * @typedef {{tokens: Token[], phrase?: import("./index.js").Phrase, isCommon?: boolean, isNaming?: boolean,
 *   isUnknown?: boolean, isAway?: boolean, isAge?: boolean, isBeside?: boolean, said?: string}} Unit */

const MAX_UNITS = 30; // the ranking keeps one bit for each
const NEGATED_WITHIN = 3;
const BETWEEN = /[^A-Za-zÅÄÖåäö]+/;
const NUMBER = /^\d+$/;

/** @param {Index} index @param {Words} language @param {ReturnType<typeof import("./matches.js").makeMatcher>} matcher
 * @param {import("./lexicon.js").Lexicon} lexicon */
export function makeReader(index, language, matcher, lexicon) {
  const { repair, prepare } = makeRepair(index, language, matcher, lexicon);
  const needs = makeNeeds(index, lexicon);
  const near = new Set(index.kris.grupper[index.narstaende.nara].split("|"));
  const isNeed = (/** @type {Unit} */ { phrase }) => phrase && !phrase.text;

  /** The tokens of a text as it stands. @param {string} text @returns {Token[]} */
  const tokenise = (text) => language.words(text).map((word) => ({ word, stem: language.stem(word) }));

  /** What is understood, and the words left. @param {Token[]} tokens @returns {Unit[]} */
  function segment(tokens) {
    const found = needs.find(tokens);
    const taken = new Set(found.flatMap(({ at }) => at));
    const negated = negatedPlaces(tokens, taken);
    const left = tokens.filter((token, at) => !taken.has(at) && !negated.has(at) && !isSmall(token));
    const words = left.filter(({ word }) => !NUMBER.test(word));
    const wanted = found.filter(({ isUnwanted }) => !isUnwanted);
    const units = merged(wanted.map(({ phrase, at }) => ({ tokens: at.map((place) => tokens[place]), phrase })));
    return [...units, ...(units.length || words.length ? words : left).map(single)];
  }

  /** What is said twice in other words is one need. @param {Unit[]} units @returns {Unit[]} */
  function merged(units) {
    const by = new Map();
    for (const unit of units) {
      const key = unit.phrase?.text ? unit : unit.phrase;
      by.set(key, { ...unit, tokens: [...(by.get(key)?.tokens ?? []), ...unit.tokens] });
    }
    return [...by.values()];
  }

  /** @param {Token} token */
  const isSmall = ({ word, isShort }) => !isShort && (lexicon.isFiller(word) || lexicon.isNegating(word));

  /** What the reader does not want: the first word with a meaning after a word that denies.
   * @param {Token[]} tokens @param {Set<number>} taken @returns {Set<number>} */
  function negatedPlaces(tokens, taken) {
    const places = /** @type {Set<number>} */ (new Set());
    tokens.forEach(({ word }, at) => {
      if (!lexicon.isNegating(word) || taken.has(at) || index.ejnekande.includes(tokens[at + 1]?.word)) return;
      const after = tokens.slice(at + 1, at + 1 + NEGATED_WITHIN);
      const next = after.findIndex((token, i) => taken.has(at + 1 + i) || !isSmall(token));
      if (next >= 0 && !taken.has(at + 1 + next)) places.add(at + 1 + next);
    });
    return places;
  }

  /** A need of one word. Who leaves out dots writes "radd"; "altan" is not "ältar", though their stems are one.
   * @param {Token} token */
  function phraseOf({ word, stem }) {
    const said = index.written.get(stem) ?? [];
    const isBare = (/** @type {string} */ one) => word.startsWith(one) || one.startsWith(word);
    const isMeant = said.some((one) => alikeDotted(one, word) || isBare(language.plain(one)));
    return !said.length || isMeant ? index.phrases.get(stem) : undefined;
  }

  /** Have they the same dots, as far as the shorter goes? @param {string} one @param {string} other */
  function alikeDotted(one, other) {
    const marksOf = (/** @type {string} */ word) =>
      [...word.slice(0, Math.min(one.length, other.length))].map((letter) => letter !== language.plain(letter)).join();
    return marksOf(one) === marksOf(other);
  }

  /** A word of its own. @param {Token} token @returns {Unit} */
  function single(token) {
    const { word, isShort, isAge, isAway, of: whole } = token;
    return {
      tokens: [token],
      phrase: phraseOf(token),
      // "Skriva" is ordinary, and "skrivarcirkel" is not.
      isCommon: !isShort && lexicon.isCommon(word) && !(whole !== undefined && lexicon.isNaming(word)),
      isNaming: lexicon.isNamingForm(word),
      isUnknown: token.isUnknown || isAway || lexicon.isElsewhere(word),
      isAway,
      isAge,
    };
  }

  /** An age is read as the word for those of that age. @param {Token[]} tokens @returns {Token[]} */
  function withAges(tokens) {
    const { grupper: groups, inte_efter: notAfter, inte_fore: notBefore } = index.aldrar;
    return tokens.map((token, at) => {
      const isOther = notAfter.includes(tokens[at - 1]?.word) || notBefore.includes(tokens[at + 1]?.word);
      if (isOther || !NUMBER.test(token.word)) return token;
      const word = groups.find(([from, to]) => Number(token.word) >= from && Number(token.word) <= to)?.[2];
      return word ? { word, stem: language.stem(word), isAge: true } : token;
    });
  }

  /** A town out of reach, if it is not where somebody comes from. @param {Token[]} tokens @returns {Token[]} */
  const withAway = (tokens) => tokens.map((token, at) => {
    const isAway = lexicon.isAway(token.word) && !index.inteBort.includes(tokens[at - 1]?.word);
    return isAway ? { ...token, isAway } : token;
  });

  /** An abbreviation in capitals ("SE") is no small word. @param {Token[]} tokens @param {string} text */
  function withCapitals(tokens, text) {
    const isShouted = text === text.toUpperCase();
    const written = text.split(BETWEEN).filter((word) => !isShouted && word === word.toUpperCase());
    const short = new Set(written.flatMap(language.words).filter((word) => index.short.has(word)));
    return tokens.map((token) => (short.has(token.word) ? { ...token, isShort: true } : token));
  }

  /** A phrase may stand for another question. @param {Unit} unit @returns {Unit[]} */
  function reread(unit) {
    const reads = unit.phrase?.lases ?? [];
    return reads.length ? reads.flatMap((text) => segment(tokenise(text))) : [unit];
  }

  /** @param {Unit[]} units */
  function distinct(units) {
    const key = (/** @type {Unit} */ { tokens }) => tokens.map(({ stem, of = "" }) => `${stem} ${of}`).join(" ");
    return [...new Map(units.map((unit) => [key(unit), unit])).values()];
  }

  /** Who tells how it is for somebody near asks for help for two. @param {Token[]} tokens @returns {Unit[]} */
  function beside(tokens) {
    const { min: own, soks: sought } = index.narstaende;
    const isFor = tokens.some(({ word }, at) => near.has(word) && own.includes(tokens[at - 1]?.word));
    return isFor ? tokenise(sought).map((token) => ({ ...single(token), isBeside: true })) : [];
  }

  /** @param {string} text @returns {Unit[]} */
  function readUnits(text) {
    const tokens = withCapitals(withAway(withAges(repair(language.words(text)))), text);
    const units = segment(tokens).flatMap(reread);
    return distinct([...units, ...(units.some(isNeed) ? beside(tokens) : [])]).slice(0, MAX_UNITS);
  }

  return { tokenise, readUnits, prepare };
}
