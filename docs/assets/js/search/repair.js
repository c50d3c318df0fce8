// Words as they were written -> words that the data knows, where it is clear what was meant: what was parted by mistake
// is joined, what was written together is split, what is misspelt is read as what it sounds like. No DOM.

import { makeCalled } from "./called.js";
import { joinSpelled } from "./spelled.js";
import { makeSound } from "./sound.js";
import { makeSplitter } from "./split.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./matches.js").Words} Words */

const MIN_JOINED = 6;
const MIN_PIECE = 2;
const MIN_COMPOUND = 8;
const SAME = 0.3; // what sounds nearly the same is what was meant, whatever else it could be made of
const RARE = 3; // texts
const MOST_PIECES = 3;
const REMEMBERED = 500;
const VOWEL = /[aeiouyåäöé]/;

/** @param {Index} index @param {Words} language @param {ReturnType<typeof import("./matches.js").makeMatcher>} matcher
 * @param {import("./lexicon.js").Lexicon} lexicon */
export function makeRepair(index, language, matcher, lexicon) {
  const splitter = makeSplitter(lexicon);
  const sound = makeSound(index, language, lexicon.candidates);
  const byName = makeCalled(index.names, language);
  /** @type {Map<string, Token[]>} what words were read as */
  const readings = new Map();

  /** @param {string} word @returns {Token} */
  const token = (word) => ({ word, stem: language.stem(word) });

  /** Written in another way. @param {string} meant @returns {Token} */
  const nearest = (meant) => ({ ...token(meant), near: meant });

  /** @param {string} word */
  const isKnown = (word) => lexicon.isKnown(word) || matcher.matches(token(word)).length > 0;

  /** The tokens that are meant. @param {string[]} words @returns {Token[]} */
  function repair(words) {
    const spelled = joinSpelled(words, lexicon.isWhole);
    const tokens = [];
    for (let at = 0; at < spelled.length; ) {
      const { length, found } = readAt(spelled, at);
      tokens.push(...found);
      at += length;
    }
    return byName(tokens);
  }

  /** @param {string[]} words @param {number} at @returns {{length: number, found: Token[]}} */
  function readAt(words, at) {
    for (let length = Math.min(MOST_PIECES, words.length - at); length > 1; length--) {
      const joined = joinedFrom(words.slice(at, at + length));
      if (joined) return { length, found: [joined] };
    }
    return { length: 1, found: remembered(words[at]) };
  }

  /** A compound that hardly any text has is read by its first part too: "teatergrupp" is about theatre,
   * and of all that have music those come first for "musikstudio" that speak of it.
   * @param {string} word */
  function withParts(word) {
    const own = token(word);
    if (word.length < MIN_COMPOUND || lexicon.isKnown(word) || !isRare(own)) return [own];
    const [first] = splitter.split(word) ?? [];
    const isTold = first && lexicon.isNaming(first) && (!lexicon.isNaming(word) || meansAlso(own, token(first)));
    return isTold ? [own, token(first)] : [own];
  }

  /** Do both name the same wish? "Brommaplan" is nearer than Bromma. @param {Token} one @param {Token} other */
  function meansAlso(one, other) {
    const isWish = (/** @type {number} */ concept) => index.vikter.onskan[index.begrepp[concept].klass];
    const meant = lexicon.namedBy({ tokens: [one] }).filter(isWish);
    return lexicon.namedBy({ tokens: [other] }).some((concept) => meant.includes(concept));
  }

  /** @param {Token} own */
  const isRare = (own) => matcher.matches(own)
    .reduce((sum, [at]) => sum + index.starts[at + 1] - index.starts[at], 0) <= RARE;

  /** Pieces that are one word together: as it is written, or when a piece says nothing of its own, as it sounds.
   * @param {string[]} pieces @returns {Token | null} */
  function joinedFrom(pieces) {
    const word = pieces.join("");
    const isSmall = (/** @type {string} */ piece) => piece.length <= MIN_PIECE || lexicon.isFiller(piece);
    if (pieces.length > 1 && lexicon.isErrand(word)) return token(word);
    if (word.length < MIN_JOINED) return null;
    if (lexicon.isNaming(word)) return token(word);
    if (pieces.some(isSmall)) return null;
    const turned = turnedFrom(pieces);
    if (turned) return turned;
    if (lexicon.isWhole(word) && !pieces.every(lexicon.isWhole)) return token(word);
    if (pieces.every(isKnown)) return null;
    const guess = sound.guess(word);
    return guess && guess.cost < 1 ? nearest(guess.word) : null;
  }

  /** Who plays cards does what card play is called. @param {string[]} pieces @returns {Token | null} */
  function turnedFrom([does, what, ...more]) {
    const word = does.endsWith("a") ? what + does.slice(0, -1) : "";
    return !more.length && lexicon.isNaming(word) ? token(word) : null;
  }

  /** @param {string} word @returns {Token[]} */
  function remembered(word) {
    if (readings.size > REMEMBERED) readings.clear();
    const found = readings.get(word) ?? readAnew(word);
    readings.set(word, found);
    return found;
  }

  /** What sounds just like a word that is here is that word, though it begins another one or stands in it.
   * @param {string} word */
  function readAnew(word) {
    const meant = lexicon.isKnown(word) || lexicon.isWhole(word) ? null : sound.alike(word);
    if (meant) return [nearest(meant)];
    return isKnown(word) ? withParts(word) : readUnknown(word);
  }

  /** Something to do first, and then nothing that is strange. @param {string[]} parts */
  const isPlain = (parts) => lexicon.isNaming(parts[0]) &&
    parts.every((part) => lexicon.isNaming(part) || lexicon.isCommon(part));

  /** @param {string} word @returns {Token[]} */
  function readUnknown(word) {
    const shorter = matcher.cutFurther(token(word));
    const parts = splitter.split(word);
    const isEnded = parts !== null && lexicon.isNaming(parts[parts.length - 1]); // "förening" has no ending -ing
    if (!isEnded && shorter.word !== word && matcher.matches(shorter).length) return [token(word)];
    const guess = VOWEL.test(word) ? sound.guess(word) : null; // what nobody can say sounds like nothing
    if (guess && guess.cost < (parts && isPlain(parts) ? SAME : 1)) return [nearest(guess.word)];
    if (parts) return piecesOf(parts, word);
    return guess ? [nearest(guess.word)] : [{ ...token(word), isUnknown: true }];
  }

  /** A word ends with what it is about: a library card is a card. What it begins with is less of a wish then.
   * Words with a small one between were only written without spaces, each of two things may be meant ("svetskurs"), and
   * a verb says what it is for ("drejskiva").
   * @param {string[]} parts @param {string} word @returns {Token[]} */
  function piecesOf(parts, word) {
    const last = parts[parts.length - 1];
    const isThing = lexicon.isCommon(last) && !lexicon.isNaming(last);
    const isLoose = parts.some(lexicon.isFiller) || parts.every(lexicon.isNaming) || lexicon.isHead(last);
    const of = isLoose || !word.startsWith(parts[0]) ? "" : word;
    return parts.map((part) => ({ ...token(part), of, ...(isThing && { isPiece: true }) }));
  }

  return { repair, prepare: sound.prepare };
}
