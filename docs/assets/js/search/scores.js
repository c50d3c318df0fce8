// What every document has of one word or one unit of a question, and how such values are put together. No DOM.
//
// A unit scores each document from 0 to about 1.2: the best of where it stands (part of the record or concept) times
// how (whole word, start, end, inside), and a little for what stands beside the best. Worked example: the name holds
// the word whole (1.0), the description holds it too (0.4): text is 1.0, text2 0.4, the total 1.0 + fler_delar * 0.4.

/** @typedef {import("./index.js").Index} Index */
/** `text` and `concept` hold each document's best, `text2` and `concept2` what stands beside the best.
 * @typedef {{text: Float32Array, text2: Float32Array, concept: Float32Array, concept2: Float32Array, named: Uint8Array,
 *   concepts: Map<number, number>, known: boolean, wish: number, circumstance: boolean,
 *   topical: boolean, isForemost: boolean, isThing: boolean, isProper: boolean}} Scores
 * `wish`: does it tell what is wished for; `circumstance`: does it tell only where, when or how old;
 * `topical`: is it surely about what is wished for, and not about a condition for it; `isForemost`: is that what it
 * names most surely; `isThing`: is it surely something to do, and not
 * only whom it is for; `isProper`: does it name records and nothing else */
/** A unit's scores and their sums: `values` by document, the documents that have any, rising, how many they are, how
 * many have any by concept, and the highest.
 * @typedef {Scores & {values: Float32Array, docs: number[], heldByConcept: number,
 *   highest: number}} UnitScores */

export const MAIN = 0.8; // a concept that is meant in the first place
export const HARDLY = 0.4; // what a concept is meant by whose name only begins so

/** How surely a unit tells what is wished for. */
export const [NONE, FAINT, TOLD, PERHAPS, CLEAR] = [0, 1, 2, 3, 4];

/** Nothing yet. @param {number} size how many documents there are @returns {Scores} */
export function blankScores(size) {
  const row = () => new Float32Array(size);
  const named = new Uint8Array(size);
  const found = { text: row(), text2: row(), concept: row(), concept2: row(), named, concepts: new Map() };
  return { ...found, known: false, wish: NONE, circumstance: false, topical: false, isForemost: true,
    isThing: false, isProper: false };
}

/** The higher of two values is a document's best, the other stands beside it.
 * @param {Float32Array} best @param {Float32Array} rest @param {number} doc @param {number} value */
export function add(best, rest, doc, value) {
  if (value > best[doc]) {
    rest[doc] += best[doc];
    best[doc] = value;
  } else rest[doc] += value;
}

/** All of `more` goes into `scores`, its values times `weight`.
 * @param {Scores} scores @param {Scores} more @param {number} weight */
export function addAll(scores, more, weight = 1) {
  for (let doc = 0; doc < scores.text.length; doc++) {
    scores.named[doc] ||= more.named[doc];
    if (more.text[doc]) add(scores.text, scores.text2, doc, more.text[doc] * weight);
    if (more.concept[doc]) add(scores.concept, scores.concept2, doc, more.concept[doc] * weight);
  }
}

/** Documents whose text holds each of the words: as much as they have of the one they have least of.
 * @param {Scores} scores @param {Scores[]} each @param {number} weight */
export function addTogether(scores, each, weight) {
  for (let doc = 0; doc < scores.text.length; doc++) {
    let least = Infinity;
    let isNamed = true;
    for (const one of each) {
      if (one.text[doc] < least) least = one.text[doc];
      isNamed &&= one.named[doc] === 1;
    }
    if (least > 0) add(scores.text, scores.text2, doc, least * weight);
    if (isNamed) scores.named[doc] = 1;
  }
}

/** Documents whose text says a need in its own words: as much as they have of the one they have least of.
 * @param {Scores} scores @param {Scores[]} each @param {number} weight */
export function addSaid(scores, each, weight) {
  for (let doc = 0; doc < scores.text.length; doc++) {
    const least = Math.min(...each.map(({ text }) => text[doc]));
    if (least > 0) add(scores.text, scores.text2, doc, least * weight);
  }
}

/** Documents whose text holds any of the words. @param {Scores} scores @param {Scores[]} each @param {number} weight */
export function addApart(scores, each, weight) {
  for (const one of each) {
    for (let doc = 0; doc < scores.text.length; doc++) {
      if (one.text[doc]) add(scores.text, scores.text2, doc, (one.text[doc] * weight) / each.length);
    }
  }
}

/** The strength of each concept goes to the documents that have it. @param {Scores} scores @param {Index} index */
export function addConcepts(scores, index) {
  const { omstandigheter } = index.vikter;
  let [around, topical, most] = [0, 0, 0];
  for (const [concept, strength] of scores.concepts) {
    addConcept(scores, concept, strength, index);
    const isWish = index.begrepp[concept].klass in index.vikter.onskan;
    if (strength >= MAIN && isWish) scores.topical = true;
    if (strength >= MAIN && index.vikter.onskan[index.begrepp[concept].klass] >= MAIN) scores.isThing = true;
    if (strength > most) [most, scores.isForemost] = [strength, isWish];
    if (omstandigheter.includes(index.begrepp[concept].klass)) around = Math.max(around, strength);
    else topical = Math.max(topical, strength);
  }
  scores.circumstance = around > topical;
}

/** @param {Scores} scores @param {number} concept @param {number} strength @param {Index} index */
function addConcept(scores, concept, strength, index) {
  const { mangd, klass } = index.begrepp[concept];
  const { docs, first } = index.set(mangd);
  const value = strength * index.vikter.begrepp[klass];
  for (let i = 0; i < docs.length; i++) {
    add(scores.concept, scores.concept2, docs[i], first[i] ? value : value * index.vikter.inte_forst);
  }
}

/** What a document has in all. @param {Scores} scores @param {number} doc @param {any} weights */
export function total(scores, doc, weights) {
  const text = scores.text[doc] + weights.fler_delar * Math.min(1, scores.text2[doc]);
  const concept = scores.concept[doc] + weights.fler_begrepp * Math.min(1, scores.concept2[doc]);
  return Math.max(text, concept) + weights.ocksa * Math.min(text, concept);
}

/** @param {Scores} scores @param {any} weights @returns {UnitScores} */
export function sumUp(scores, weights) {
  const values = new Float32Array(scores.text.length);
  const docs = [];
  let heldByConcept = 0;
  let highest = 0;
  for (let doc = 0; doc < values.length; doc++) {
    const byConcept = scores.concept[doc] > 0;
    if (!byConcept && !(scores.text[doc] > 0)) continue;
    docs.push(doc);
    if (byConcept) heldByConcept++;
    values[doc] = total(scores, doc, weights);
    if (values[doc] > highest) highest = values[doc];
  }
  return { ...scores, values, docs, heldByConcept, highest };
}
