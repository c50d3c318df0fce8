// A question -> documents in order of fit, each with why. No DOM; every word, weight and name comes from the data.
//
// The question is cut into units: phrases that the data knows, else single words. A unit scores each document from 0
// to about 1.2: the best of where it stands (part of the record or concept) times how (whole word, start, end,
// inside). Units are weighed by rarity; documents that answer to all come first.

import { makeReader } from "./fraga.js";
import { decode, hasBit } from "./index.js";
import { makeAlike, makeWords } from "./ord.js";
import { makeMatcher } from "./ordtraff.js";
import { highest, inOrder, weigh } from "./rang.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./ordtraff.js").Token} Token */
/** @typedef {import("./fraga.js").Unit} Unit */
/** `text` and `concept` hold each document's best, `text2` and `concept2` what stands beside the best.
 * @typedef {{text: Float32Array, text2: Float32Array, concept: Float32Array, concept2: Float32Array, named: Uint8Array,
 *   concepts: Map<number, number>, near: string, strong: boolean, known: boolean, place: boolean}} Scores */

const WHOLE = "helt";
const FEW = 5;
const NAME = 0; // the first part of a record is its name
const IN_NAME = 0.85;

/** A search over one index. @param {Index} index */
export function makeSearch(index) {
  const weights = index.vikter;
  const parts = /** @type {number[]} */ (Object.values(weights.delar));
  const kinds = Object.keys(weights.sorter);
  const language = makeWords(index.sprak);
  const { matches, nearWords, cutFurther, isHeld } = makeMatcher(index, language);
  const { tokenise, readUnits } = makeReader(index, language);
  const alike = makeAlike(index.liktydigt, language);
  /** @type {Map<string, Scores>} */
  const cache = new Map();
  // Best value of each document and part for the word being read; emptied after each, so that it is made once.
  const grid = new Float32Array(index.size * parts.length);

  /** @returns {Scores} */
  function blank() {
    const row = () => new Float32Array(index.size);
    const named = new Uint8Array(index.size);
    const found = { text: row(), text2: row(), concept: row(), concept2: row(), named, concepts: new Map() };
    return { ...found, near: "", strong: false, known: false, place: false };
  }

  /** @param {Float32Array} best @param {Float32Array} rest @param {number} doc @param {number} value */
  function add(best, rest, doc, value) {
    if (value > best[doc]) {
      rest[doc] += best[doc];
      best[doc] = value;
    } else rest[doc] += value;
  }

  /** @param {Scores} scores @param {number} concept @param {number} strength */
  function addConcept(scores, concept, strength) {
    const { mangd, klass } = index.begrepp[concept];
    const { docs, first } = index.set(mangd);
    const value = strength * weights.begrepp[klass];
    for (let i = 0; i < docs.length; i++) {
      add(scores.concept, scores.concept2, docs[i], first[i] ? value : value * weights.inte_forst);
    }
  }

  /** @param {Token} token @returns {Scores} */
  function scoreToken(token) {
    const known = cache.get(token.word);
    if (known) return known;
    const scores = blank();
    const texts = /** @type {number[]} */ ([]);
    const look = (/** @type {[number, number][]} */ found, factor = 1) => {
      for (const [word, quality] of found) readWord(word, quality * factor, texts, scores.concepts);
      scores.known ||= found.length > 0;
    };
    const own = matches(token);
    look(own);
    for (const stem of alike.get(token.stem) ?? []) look(matches({ word: stem, stem }), weights.liktydigt);
    if (!scores.known) look(matches(cutFurther(token)), weights.reserv);
    if (!scores.known) {
      const near = nearWords(token);
      look(near);
      if (near.length) scores.near = index.words[near[0][0]];
    }
    addTexts(scores, texts);
    addConcepts(scores);
    scores.strong = own.some(([word, quality]) => quality >= weights.lagen.borjan && isNamed(word));
    cache.set(token.word, scores);
    return scores;
  }

  /** @param {Scores} scores @param {number[]} texts cells of the grid that hold a value */
  function addTexts(scores, texts) {
    for (const cell of texts) {
      const doc = Math.floor(cell / parts.length);
      add(scores.text, scores.text2, doc, grid[cell]);
      if (cell % parts.length === NAME && grid[cell] >= IN_NAME * parts[NAME]) scores.named[doc] = 1;
    }
    for (const cell of texts) grid[cell] = 0;
  }

  /** @param {Scores} scores */
  function addConcepts(scores) {
    let [placed, topical] = [0, 0];
    for (const [concept, strength] of scores.concepts) {
      addConcept(scores, concept, strength);
      if (isPlace(concept)) placed = Math.max(placed, strength);
      else topical = Math.max(topical, strength);
    }
    scores.place = placed > topical;
  }

  /** @param {number} concept */
  const isPlace = (concept) => index.begrepp[concept].klass === weights.platsklass;

  /** Does the word stand in a text or a name, and not only among everyday words? @param {number} word */
  function isNamed(word) {
    const everyday = kinds.indexOf("ord");
    return index.postings[word] !== "" || decode(index.links[word]).some((number) => number % kinds.length < everyday);
  }

  /** @param {number} word @param {number} quality @param {number[]} texts @param {Map<number, number>} concepts */
  function readWord(word, quality, texts, concepts) {
    let doc = -1;
    for (const number of decode(index.postings[word])) {
      doc += number >>> parts.length;
      for (let part = 0; part < parts.length; part++) {
        if (!((number >>> part) & 1)) continue;
        const cell = doc * parts.length + part;
        const value = quality * parts[part];
        if (!grid[cell]) texts.push(cell);
        if (value > grid[cell]) grid[cell] = value;
      }
    }
    for (const number of decode(index.links[word])) {
      const concept = Math.floor(number / kinds.length);
      const kind = kinds[number % kinds.length];
      const isPart = quality < weights.lagen[WHOLE] * weights.stavfel && !kind.startsWith("titel");
      const partly = isPart ? weights.synonymdel : 1;
      const value = quality * partly * weights.sorter[kind];
      if (value > (concepts.get(concept) ?? 0)) concepts.set(concept, value);
    }
  }

  /** @param {Unit} unit @returns {Scores} */
  function scoreUnit(unit) {
    if (!unit.phrase) return scoreToken(unit.tokens[0]);
    const scores = blank();
    scores.known = scores.strong = true;
    for (const [concept, kind] of unit.phrase.begrepp) scores.concepts.set(concept, weights.sorter[kind]);
    addConcepts(scores);
    for (const word of unit.phrase.ord) addAll(scores, scoreToken(tokenise(word)[0]));
    if (unit.tokens.length === 1) addAll(scores, scoreToken(unit.tokens[0]));
    else if (unit.phrase.text) {
      addTogether(scores, unit.tokens.map(scoreToken));
      addApart(scores, unit.tokens.map(scoreToken));
    }
    return scores;
  }

  /** @param {Scores} scores @param {Scores} more */
  function addAll(scores, more) {
    for (let doc = 0; doc < index.size; doc++) {
      scores.named[doc] ||= more.named[doc];
      if (more.text[doc]) add(scores.text, scores.text2, doc, more.text[doc]);
      if (more.concept[doc]) add(scores.concept, scores.concept2, doc, more.concept[doc]);
    }
  }

  /** @param {Scores} scores @param {Scores[]} each */
  function addTogether(scores, each) {
    for (let doc = 0; doc < index.size; doc++) {
      const least = Math.min(...each.map((one) => one.text[doc]));
      if (least > 0) add(scores.text, scores.text2, doc, least * weights.frastext);
      if (each.every((one) => one.named[doc])) scores.named[doc] = 1;
    }
  }

  /** A phrase that hardly anything answers to as a whole counts by its words too. @param {Scores} scores @param {Scores[]} each */
  function addApart(scores, each) {
    let found = 0;
    for (let doc = 0; doc < index.size; doc++) if (total(scores, doc) > 0) found++;
    if (found >= FEW) return;
    for (const one of each) {
      for (let doc = 0; doc < index.size; doc++) {
        if (one.text[doc]) add(scores.text, scores.text2, doc, (one.text[doc] * weights.frasdel) / each.length);
      }
    }
  }

  /** What a document has of a unit. @param {Scores} scores @param {number} doc */
  function total(scores, doc) {
    const text = scores.text[doc] + weights.fler_delar * Math.min(1, scores.text2[doc]);
    const concept = scores.concept[doc] + weights.fler_begrepp * Math.min(1, scores.concept2[doc]);
    return Math.max(text, concept) + weights.ocksa * Math.min(text, concept);
  }

  /** The answer to a question; the last one is kept, since results and suggestions ask the same. @param {string} text */
  const search = (text) => (last.text === text ? last.answer : (last = { text, answer: answer(text) }).answer);

  /** @param {string} text */
  function answer(text) {
    cache.clear();
    const units = readUnits(text);
    const scored = units.map(scoreUnit);
    const tokens = units.flatMap((unit) => [...unit.tokens, ...(unit.phrase?.ord ?? []).flatMap(tokenise)]);
    const near = scored.map((scores) => scores.near).filter(Boolean);
    /** @type {Map<string, boolean>} */
    const seen = new Map();
    const holds = (/** @type {string} */ word) =>
      language.words(word).some((part) => near.includes(part) || tokens.some((token) => isHeld(token, part)));
    return {
      hits: rank(scored, units),
      /** Spellings that were searched instead of what was written. */
      near,
      /** Does a word of a text answer to the question? @param {string} word */
      isMatch: (word) => {
        if (!seen.has(word)) seen.set(word, holds(word));
        return seen.get(word) === true;
      },
      /** Names of what a record has of the question, strongest first. @param {number} doc */
      why: (doc) => why(scored, doc),
      /** Numbers of the concepts that the question may mean, strongest first. */
      concepts: () => concepts(scored),
    };
  }

  /** @param {Scores[]} scored @param {number} doc */
  function why(scored, doc) {
    const strengths = new Map();
    for (const { concepts } of scored) {
      for (const [concept, strength] of concepts) {
        const { mangd, klass, titel } = index.begrepp[concept];
        const value = strength * weights.begrepp[klass];
        if (hasBit(index.bits(mangd), doc)) strengths.set(titel, Math.max(value, strengths.get(titel) ?? 0));
      }
    }
    return [...strengths].sort((a, b) => b[1] - a[1]).map(([title]) => /** @type {string} */ (title));
  }

  /** @param {Scores[]} scored @returns {number[]} */
  function concepts(scored) {
    const found = new Map();
    for (const scores of scored) {
      for (const [concept, strength] of scores.concepts) found.set(concept, Math.max(strength, found.get(concept) ?? 0));
    }
    return [...found].sort((a, b) => b[1] - a[1]).map(([concept]) => concept);
  }

  /** @param {Scores} scores */
  function totals(scores) {
    return scores.text.map((text, doc) => (text > 0 || scores.concept[doc] > 0 ? total(scores, doc) : 0));
  }

  /** Is the question about something else? With words that nobody here uses, the others must say more: that they
   * stand in a text when few are unknown, that they name a concept when most are. @param {Scores[]} scored @param {number[]} useful */
  function isElsewhere(scored, useful) {
    const unknown = scored.filter((scores) => !scores.known).length;
    const names = (/** @type {number} */ i) => [...scored[i].concepts.values()].some((strength) => strength >= weights.sorter.alias);
    if (unknown > scored.length / 2) return !useful.some(names);
    return unknown > 0 && !useful.some((i) => scored[i].strong);
  }

  /** @param {Scores[]} scored @param {Unit[]} units @returns {import("./rang.js").Hit[]} */
  function rank(scored, units) {
    const values = scored.map(totals);
    const rarity = weigh(values, scored, units, weights);
    const useful = scored.map((_, i) => i).filter((i) => rarity[i] > 0);
    if (!useful.length || isElsewhere(scored, useful)) return [];
    if (Math.max(...useful.map((i) => highest(values[i]))) < weights.minst) return [];
    return inOrder(score(scored, values, rarity, useful), weights.minst_av_basta);
  }

  /** The units' values together: rare units most, all units at once most of all.
   * @param {Scores[]} scored @param {Float32Array[]} values @param {number[]} rarity @param {number[]} useful */
  function score(scored, values, rarity, useful) {
    const whole = useful.reduce((sum, i) => sum + rarity[i], 0);
    const topical = useful.some((i) => !scored[i].place);
    const made = new Float32Array(index.size);
    for (let doc = 0; doc < index.size; doc++) {
      let [sum, covered, onTopic] = [0, 0, false];
      for (const i of useful) {
        if (!values[i][doc]) continue;
        sum += rarity[i] * values[i][doc];
        covered += rarity[i];
        onTopic ||= !scored[i].place;
      }
      if (!covered) continue;
      made[doc] = (sum / whole) * (covered === whole ? 1 : (covered / whole) ** weights.bredd);
      if (topical && !onTopic) made[doc] *= weights.plats_ensam;
      if (scored.every((scores) => scores.named[doc])) made[doc] += weights.namnfras;
    }
    return made;
  }

  let last = { text: "", answer: answer("") };
  return { search };
}
