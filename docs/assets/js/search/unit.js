// One unit of a question, a word or a phrase -> what every document has of it, and the sums. What the last questions
// needed is remembered. No DOM.

import { makeMemory } from "./memory.js";
import {
  CLEAR, NONE, PERHAPS, addAll, addApart, addConcepts, addSaid, addTogether, blankScores, sumUp, total,
} from "./scores.js";
import { makeTokenReader } from "./token.js";
import { makeAlike } from "./words.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./matches.js").Words} Words */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").Scores} Scores */
/** @typedef {import("./scores.js").UnitScores} UnitScores */

const FEW = 5;
const UNSAID = 0.85; // a word that tells of a need and that nobody wrote

/** Scores units over one index. @param {Index} index @param {Words} language
 * @param {ReturnType<typeof import("./matches.js").makeMatcher>} matcher
 * @param {(text: string) => Token[]} tokenise */
export function makeScorer(index, language, matcher, tokenise) {
  const weights = index.vikter;
  const readToken = makeTokenReader(index, matcher, makeAlike(index.liktydigt, language));
  const tokens = /** @type {import("./memory.js").Memory<Scores>} */ (makeMemory());
  const units = /** @type {import("./memory.js").Memory<UnitScores>} */ (makeMemory());

  /** @param {Token} token @returns {Scores} */
  const scoreToken = (token) => tokens.get(token.word, () => readToken(token));

  /** @param {Unit} unit @returns {UnitScores} */
  function scoreUnit(unit) {
    const key = unit.tokens.map((token) => token.word).join(" ");
    return units.get(key, () => {
      return sumUp(unit.phrase ? readPhrase(unit.tokens, unit.phrase) : scoreToken(unit.tokens[0]), weights);
    });
  }

  /** @param {Token[]} words @param {import("./index.js").Phrase} phrase */
  function readPhrase(words, phrase) {
    const scores = blankScores(index.size);
    scores.known = true;
    scores.wish = CLEAR;
    for (const [concept, kind] of phrase.begrepp) { // what two needs say alike is meant as surely as by the surer one
      scores.concepts.set(concept, Math.max(weights.sorter[kind], scores.concepts.get(concept) ?? 0));
    }
    addConcepts(scores, index);
    scores.topical ||= !phrase.begrepp.length;
    if (!phrase.text && !scores.topical) scores.wish = PERHAPS;
    if (scores.circumstance) scores.wish = NONE;
    for (const word of phrase.ord) {
      const [told] = tokenise(word);
      addAll(scores, scoreToken(told), words.some(({ stem }) => stem === told.stem) ? 1 : UNSAID);
    }
    if (words.length === 1) addAll(scores, scoreToken(words[0]));
    else if (!phrase.text) addSaid(scores, words.map(scoreToken), weights.behovstext);
    else {
      const each = words.map(scoreToken);
      addTogether(scores, each, weights.frastext);
      // A phrase that hardly anything answers to as a whole counts by its words too.
      if (isRare(scores)) addApart(scores, each, weights.frasdel);
    }
    return scores;
  }

  /** @param {Scores} scores */
  function isRare(scores) {
    let found = 0;
    for (let doc = 0; doc < index.size && found < FEW; doc++) if (total(scores, doc, weights) > 0) found++;
    return found < FEW;
  }

  /** Before each question: what the one before the last needed is let go. */
  function turn() {
    tokens.turn();
    units.turn();
    matcher.turn();
  }

  return { scoreUnit, turn };
}
