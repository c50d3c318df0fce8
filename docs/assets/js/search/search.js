// A question -> documents in order of fit, each with why. No DOM; every word, weight and name comes from the data.
//
// The question is cut into units: needs and names that the data knows, else single words. Units are weighed by rarity;
// documents that answer to all come first. Where the wish is not known there is no answer.

import { once } from "../core/once.js";
import { withWholes } from "./compound.js";
import { makeCrisis } from "./crisis.js";
import { hasBit } from "./index.js";
import { makeLanguages } from "./languages.js";
import { putLater } from "./later.js";
import { makeLexicon } from "./lexicon.js";
import { makeMatcher } from "./matches.js";
import { makeNarrow } from "./narrow.js";
import { makePages } from "./pages.js";
import { makePlaces } from "./places.js";
import { makeReader } from "./question.js";
import { inOrder, weigh } from "./rank.js";
import { makeTitles } from "./titles.js";
import { makeScorer } from "./unit.js";
import { isAnswerable, isNamed, isPlain } from "./wish.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */
/** @typedef {Index & {narrow: ReturnType<typeof makeNarrow>}} Ranked */
/** `docs` in order of fit and `scores` by document; `near`: spellings that were searched instead of what was written,
 * where the first results rest on them; `unknown`: words that nobody here knows; `away`: places out of reach;
 * `isMatch`: does a word of a text answer to the question; `why`: what a record has of it, strongest first;
 * `concepts`: numbers of those that the question may mean, strongest first, and `named` those of which it holds the
 * whole word; `crisis`: the card that stands above the results; `place`: where, when the question names a
 * place; `foreign`: what was understood of another language; `called`: records that the question is the name of;
 * `page`: the page that answers best, if no record does; `waits`: one may, when the pages are here.
 * @typedef {{docs: number[], scores: Float64Array, near: string[], unknown: string[], away: string[],
 *   isMatch: (word: string) => boolean, why: (doc: number) => string[], concepts: () => number[],
 *   named: () => Set<number>, called: number[],
 *   crisis: import("./crisis.js").Crisis | null, place: import("./places.js").Where | null,
 *   foreign: import("./languages.js").Foreign | null,
 *   page: import("./pages.js").PageAnswer | null, waits: boolean}} Answer */

const KEPT = 4; // answers, each as large as the index has records
const FIRST = 5; // results that a reader sees at once

/** A search over one index, made ready when the first question is asked. @param {Index} index */
export function makeSearch(index) {
  const crises = makeCrisis(index.kris);
  const ready = once(() => makeReady({ ...index, ...index.reading() }, crises));
  const { words } = index.language;
  return {
    /** @param {string} text @returns {Answer} */
    search: (text) => ready().search(text),
    /** @param {string} text */
    isCrisis: (text) => crises.read(text) !== null,
    /** From now on questions in other languages are understood. @param {import("./languages.js").Data} data */
    learn: (data) => ready().learn(data),
    /** From now on pages answer. @param {import("./pages.js").Data} data */
    learnPages: (data) => ready().learnPages(data),
    /** Does the question wait for the other languages? @param {string} text */
    waitsForLanguages: (text) => ready().waitsForLanguages(text),
    /** What a misspelt word needs is made ready: it takes long the first time. */
    prepare: () => ready().prepare(),
    /** What makes the other languages ready, one by one, when they are here. */
    preparing: () => ready().preparing(),
    /** @param {string} word */
    isCommon: (word) => ready().isCommon(word),
    /** Does a text wish for nothing: are all its words ordinary? @param {string} text */
    isIdle: (text) => ready().isIdle(text),
    words,
  };
}

/** @param {import("./index.js").Readable} index @param {ReturnType<typeof makeCrisis>} crises */
function makeReady(index, crises) {
  const { language } = index;
  const ready = { ...index, narrow: makeNarrow(index) };
  const matcher = makeMatcher(index, language);
  const lexicon = makeLexicon(index, language, matcher);
  const { tokenise, readUnits, prepare } = makeReader(index, language, matcher, lexicon);
  const pages = makePages(index, language, lexicon);
  const { scoreUnit, turn } = makeScorer(index, language, matcher, tokenise);
  const places = makePlaces(index, tokenise);
  const languages = makeLanguages(index, tokenise, readUnits);
  const titles = makeTitles(index.names);
  /** @type {Map<string, {word: string, stem: string, plain: string}[]>} */
  const shown = new Map();
  /** @type {Map<string, Answer>} */
  const answers = new Map();

  /** The answer to a question. The last ones are kept: results and suggestions ask the same, and who takes a letter
   * back asks again. @param {string} text */
  function search(text) {
    const made = answers.get(text) ?? answer(text);
    answers.delete(text);
    answers.set(text, made);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value ?? "");
    return made;
  }

  /** In a crisis the card stands alone, or what it reads follows it. @param {string} text @returns {Answer} */
  function answer(text) {
    const crisis = crises.read(text);
    const noPage = { page: null, waits: false };
    if (!crisis?.alone && !crisis?.reads) return { ...found(text), crisis, ...(crisis && noPage) };
    return { ...found(crisis.alone ? "" : crisis.reads), crisis, ...noPage };
  }

  /** @param {string} text */
  function found(text) {
    turn();
    const foreign = languages.read(text);
    const units = foreign?.units ?? withWholes(readUnits(text), scoreUnit);
    const scored = units.map(scoreUnit);
    const place = places.find(units, scored);
    const wish = place?.wish ?? [...units.keys()];
    const ranked = rank(ready, wish.map((i) => scored[i]), wish.map((i) => units[i]), place !== null);
    const called = titles.find(language.words(text));
    const ordered = titles.first(place?.order(ranked.scores) ?? ranked, called);
    const asked = foreign ? foreign.asked : text;
    const mayAnswer = asked !== "" && !called.length && pages.mayAnswer(asked, units, scored);
    const page = mayAnswer ? pages.find(asked, units, scored) : null;
    // Where a page answers, records count that are about it, not those in whose text a word of the question stands.
    const docs = page && !isNamed(scored, units) ? [] : ordered.docs;
    return {
      ...ordered,
      docs,
      page,
      waits: mayAnswer && !pages.isReady(),
      place,
      foreign,
      called,
      near: correctionsOf(units, scored, docs),
      away: units.filter((unit) => unit.isAway).map(({ tokens: [{ word }] }) => word),
      unknown: units.filter((unit) => unit.isUnknown).flatMap(({ tokens }) => tokens.map(({ word }) => word)),
      isMatch: marker(units),
      why: (/** @type {number} */ doc) => why(index, scored, doc),
      concepts: () => byStrength(scored.flatMap(({ concepts }) => [...concepts])),
      named: () => new Set(units.flatMap(lexicon.namedBy)),
    };
  }

  /** A word of a card as it is compared; cards show the same ones again and again. @param {string} word */
  function partsOf(word) {
    const parts = shown.get(word) ?? language.words(word)
      .map((one) => ({ word: one, stem: language.stem(one), plain: language.plain(one) }));
    shown.set(word, parts);
    return parts;
  }

  /** What nobody wrote is marked as a whole word alone. @param {Unit[]} units */
  function marker(units) {
    const written = units.flatMap((unit) => unit.tokens);
    const told = new Set(units.flatMap((unit) => unit.phrase?.ord ?? []).flatMap(tokenise).map(({ stem }) => stem));
    /** @type {Map<string, boolean>} */
    const seen = new Map();
    const holds = (/** @type {string} */ word) => partsOf(word).some((part) =>
      told.has(part.stem) || written.some((token) => matcher.isHeld(token, part)));
    return (/** @type {string} */ word) => {
      if (!seen.has(word)) seen.set(word, holds(word));
      return seen.get(word) === true;
    };
  }

  /** @param {import("./languages.js").Data} data */
  function learn(data) {
    languages.learn(data);
    answers.clear();
  }

  /** @param {import("./pages.js").Data} data */
  function learnPages(data) {
    pages.learn(data);
    answers.clear();
  }

  /** @param {string} text */
  const waitsForLanguages = (text) => !languages.isReady() && languages.looksForeign(text);

  /** @param {string} text */
  const isIdle = (text) => readUnits(text).every((unit) => isPlain(unit) && !unit.isUnknown);

  const { preparing } = languages;
  return { search, learn, learnPages, waitsForLanguages, prepare, preparing, isIdle, isCommon: lexicon.isCommon };
}

/** @param {Index} index @param {UnitScores[]} scored @param {number} doc @returns {string[]} */
function why(index, scored, doc) {
  const has = (/** @type {number} */ concept) => hasBit(index.bits(index.begrepp[concept].mangd), doc);
  const held = scored.flatMap(({ concepts }) => [...concepts]).filter(([concept]) => has(concept));
  return byStrength(held.map(([concept, strength]) => {
    const { klass, titel } = index.begrepp[concept];
    return [titel, strength * index.vikter.begrepp[klass]];
  }));
}

/** Each once, strongest first. @template T @param {[T, number][]} pairs @returns {T[]} */
function byStrength(pairs) {
  const best = new Map();
  for (const [one, strength] of pairs) best.set(one, Math.max(strength, best.get(one) ?? 0));
  return [...best].sort((a, b) => b[1] - a[1]).map(([one]) => one);
}

/** Spellings other than what was written, as far as the first results have them.
 * @param {Unit[]} units @param {UnitScores[]} scored @param {number[]} docs */
function correctionsOf(units, scored, docs) {
  const first = docs.slice(0, FIRST);
  const held = units.filter((_, i) => first.some((doc) => scored[i].values[doc] > 0));
  return held.flatMap(({ tokens }) => tokens.flatMap(({ near }) => near ?? []));
}

/** @param {Ranked} index @param {UnitScores[]} scored @param {Unit[]} units
 * @param {boolean} isPlaced does the question name a place */
function rank(index, scored, units, isPlaced) {
  const weights = index.vikter;
  const rarity = weigh(scored, units, weights);
  const useful = scored.filter((_, i) => rarity[i] > 0);
  const highest = Math.max(0, ...useful.map((one) => one.highest));
  const isNothing = highest < weights.minst || !isAnswerable(scored, units, isPlaced);
  const scores = isNothing ? new Float64Array(index.size) : score(index, scored, rarity, units, isPlaced);
  return { scores, docs: inOrder(scores, index.everyone, weights.minst_av_basta) };
}

/** The units' values together: rare units most, all units at once most of all.
 * @param {Ranked} index @param {UnitScores[]} scored @param {number[]} rarity @param {Unit[]} units
 * @param {boolean} isPlaced */
function score(index, scored, rarity, units, isPlaced) {
  const made = new Float64Array(index.size);
  const masks = new Uint32Array(index.size); // which units each document has
  const held = scored.flatMap((unit, i) => (rarity[i] ? addUnit(made, masks, unit, rarity[i], 1 << i) : []));
  multiply(made, masks, held, (mask) => factor(mask, scored, rarity, index.vikter));
  putLater(index, made, scored, units, isPlaced);
  addNamed(made, held, scored, index.vikter.namnfras);
  return made;
}

/** @param {Float64Array} made @param {Uint32Array} masks @param {UnitScores} unit @param {number} weight
 * @param {number} bit @returns {number[]} the documents that no unit before it has */
function addUnit(made, masks, { docs, values }, weight, bit) {
  const found = [];
  for (const doc of docs) {
    if (!values[doc]) continue;
    if (!masks[doc]) found.push(doc);
    made[doc] += weight * values[doc];
    masks[doc] |= bit;
  }
  return found;
}

/** Each document by the factor of what it has; neighbours often have the same. @param {Float64Array} made
 * @param {Uint32Array} masks @param {number[]} held the documents that have any
 * @param {(mask: number) => number} factorOf */
function multiply(made, masks, held, factorOf) {
  /** @type {Map<number, number>} */
  const known = new Map();
  let [last, times] = [0, 1];
  for (const doc of held) {
    if (masks[doc] !== last) {
      last = masks[doc];
      times = known.get(last) ?? factorOf(last);
      known.set(last, times);
    }
    made[doc] *= times;
  }
}

/** How much the units of `mask` count together: less the more of the question they leave out, and little when they
 * tell only where or when.
 * @param {number} mask @param {UnitScores[]} scored @param {number[]} rarity @param {any} weights */
function factor(mask, scored, rarity, weights) {
  const useful = scored.map((_, i) => i).filter((i) => rarity[i]);
  const own = useful.filter((i) => (mask >>> i) & 1);
  const whole = useful.reduce((sum, i) => sum + rarity[i], 0);
  const share = own.length === useful.length ? 1 : own.reduce((sum, i) => sum + rarity[i], 0) / whole;
  const isAround = (/** @type {number} */ i) => scored[i].circumstance;
  const isAroundOnly = own.every(isAround) && !useful.every(isAround);
  return (share ** weights.bredd / whole) * (isAroundOnly ? weights.omstandighet_ensam : 1);
}

/** @param {Float64Array} made @param {number[]} held @param {UnitScores[]} scored
 * @param {number} more for those whose name holds every unit */
function addNamed(made, held, scored, more) {
  for (const doc of held) {
    if (made[doc] && scored.every((unit) => unit.named[doc])) made[doc] += more;
  }
}
