// One unit of a question -> what every document has of it. No DOM; every word, weight and name comes from the data.
//
// A unit scores each document from 0 to about 1.2: the best of where it stands (part of the record or concept) times
// how (whole word, start, end, inside), and a little for what stands beside the best.

import { decode } from "./index.js";
import { makeAlike } from "./words.js";
import { makeMatcher } from "./matches.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./matches.js").Words} Words */
/** @typedef {import("./question.js").Unit} Unit */
/** `text` and `concept` hold each document's best, `text2` and `concept2` what stands beside the best.
 * @typedef {{text: Float32Array, text2: Float32Array, concept: Float32Array, concept2: Float32Array, named: Uint8Array,
 *   concepts: Map<number, number>, near: string, strong: boolean, known: boolean, place: boolean}} Scores */
/** A unit's scores and their sums: `values` by document, how many documents have any, any by concept, and the highest.
 * @typedef {Scores & {values: Float32Array, held: number, heldByConcept: number, highest: number}} UnitScores */

const WHOLE = "helt";
const FEW = 5;
const NAME = 0; // the first part of a record is its name
const IN_NAME = 0.85;

/** Scores units over one index. @param {Index} index @param {Words} language
 * @param {(text: string) => Token[]} tokenise */
export function makeScorer(index, language, tokenise) {
  const weights = index.vikter;
  const parts = /** @type {number[]} */ (Object.values(weights.delar));
  const kinds = Object.keys(weights.sorter);
  const { matches, nearWords, cutFurther, isHeld } = makeMatcher(index, language);
  const alike = makeAlike(index.liktydigt, language);
  const tokens = /** @type {ReturnType<typeof makeMemory<Scores>>} */ (makeMemory());
  const units = /** @type {ReturnType<typeof makeMemory<UnitScores>>} */ (makeMemory());
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
  const scoreToken = (token) => tokens.get(token.word, () => readToken(token));

  /** @param {Token} token @returns {Scores} */
  function readToken(token) {
    const scores = blank();
    const cells = /** @type {number[]} */ ([]);
    const look = (/** @type {[number, number][]} */ found, factor = 1) => {
      for (const [word, quality] of found) readWord(word, quality * factor, cells, scores.concepts);
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
    addTexts(scores, cells);
    addConcepts(scores);
    scores.strong = own.some(([word, quality]) => quality >= weights.lagen.borjan && isNamed(word));
    return scores;
  }

  /** @param {Scores} scores @param {number[]} cells those of the grid that hold a value */
  function addTexts(scores, cells) {
    for (const cell of cells) {
      const doc = Math.floor(cell / parts.length);
      add(scores.text, scores.text2, doc, grid[cell]);
      if (cell % parts.length === NAME && grid[cell] >= IN_NAME * parts[NAME]) scores.named[doc] = 1;
    }
    for (const cell of cells) grid[cell] = 0;
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

  /** @param {number} word @param {number} quality @param {number[]} cells @param {Map<number, number>} concepts */
  function readWord(word, quality, cells, concepts) {
    readPostings(word, quality, cells);
    for (const number of decode(index.links[word])) {
      const concept = Math.floor(number / kinds.length);
      const kind = kinds[number % kinds.length];
      const isPart = quality < weights.lagen[WHOLE] * weights.stavfel && !kind.startsWith("titel");
      const value = quality * (isPart ? weights.synonymdel : 1) * weights.sorter[kind];
      if (value > (concepts.get(concept) ?? 0)) concepts.set(concept, value);
    }
  }

  /** @param {number} word @param {number} quality @param {number[]} cells */
  function readPostings(word, quality, cells) {
    let doc = -1;
    let at = index.partStarts[word];
    for (const gap of decode(index.postings[word])) {
      doc += gap;
      const held = index.partsAt(at++);
      for (let part = 0; part < parts.length; part++) {
        if ((held >>> part) & 1) readCell(doc * parts.length + part, quality * parts[part], cells);
      }
    }
  }

  /** @param {number} cell @param {number} value @param {number[]} cells */
  function readCell(cell, value, cells) {
    if (!grid[cell]) cells.push(cell);
    if (value > grid[cell]) grid[cell] = value;
  }

  /** @param {Unit} unit @returns {UnitScores} */
  function scoreUnit(unit) {
    const key = unit.tokens.map((token) => token.word).join(" ");
    return units.get(key, () => sumUp(unit.phrase ? readPhrase(unit, unit.phrase) : scoreToken(unit.tokens[0])));
  }

  /** @param {Unit} unit @param {import("./index.js").Phrase} phrase */
  function readPhrase(unit, phrase) {
    const scores = blank();
    scores.known = scores.strong = true;
    for (const [concept, kind] of phrase.begrepp) scores.concepts.set(concept, weights.sorter[kind]);
    addConcepts(scores);
    for (const word of phrase.ord) addAll(scores, scoreToken(tokenise(word)[0]));
    if (unit.tokens.length === 1) addAll(scores, scoreToken(unit.tokens[0]));
    else if (phrase.text) {
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
      let least = Infinity;
      let isNamed = true;
      for (const one of each) {
        if (one.text[doc] < least) least = one.text[doc];
        isNamed &&= one.named[doc] === 1;
      }
      if (least > 0) add(scores.text, scores.text2, doc, least * weights.frastext);
      if (isNamed) scores.named[doc] = 1;
    }
  }

  /** A phrase that hardly anything answers to as a whole counts by its words too. @param {Scores} scores
   * @param {Scores[]} each */
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

  /** @param {Scores} scores @returns {UnitScores} */
  function sumUp(scores) {
    const values = new Float32Array(index.size);
    let held = 0;
    let heldByConcept = 0;
    let highest = 0;
    for (let doc = 0; doc < index.size; doc++) {
      const byConcept = scores.concept[doc] > 0;
      if (!byConcept && !(scores.text[doc] > 0)) continue;
      held++;
      if (byConcept) heldByConcept++;
      values[doc] = total(scores, doc);
      if (values[doc] > highest) highest = values[doc];
    }
    return { ...scores, values, held, heldByConcept, highest };
  }

  /** Before each question: what the one before the last needed is let go. */
  function turn() {
    tokens.turn();
    units.turn();
  }

  return { scoreUnit, isHeld, turn };
}

/** Remembers what the last two questions needed: the next key changes one word only. @template T */
function makeMemory() {
  let [now, before] = [/** @type {Map<string, T>} */ (new Map()), /** @type {Map<string, T>} */ (new Map())];
  return {
    turn: () => ([now, before] = [new Map(), now]),
    /** @param {string} key @param {() => T} make @returns {T} */
    get: (key, make) => {
      const known = now.get(key) ?? before.get(key) ?? make();
      now.set(key, known);
      return known;
    },
  };
}
